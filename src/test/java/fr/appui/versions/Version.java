package fr.appui.versions;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Three numbers; what is under way towards a version, its snapshot, counts as that version. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {

    private static final Pattern TEXT = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(-SNAPSHOT)?");
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    public static Version parse(String text) {
        Matcher numbers = TEXT.matcher(text);
        if (!numbers.matches()) {
            throw new IllegalArgumentException("a version is three numbers such as 0.2.0, not " + text);
        }
        return new Version(
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                Integer.parseInt(numbers.group(3)));
    }

    /** Whether what that version alone still used may go: the one between ran beside both. */
    boolean isTwoMinorsAfter(Version lastToUse) {
        return major > lastToUse.major || minor >= lastToUse.minor + 2;
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
