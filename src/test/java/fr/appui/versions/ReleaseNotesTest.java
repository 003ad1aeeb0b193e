package fr.appui.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The change log tells of every version, and the build says which one it is; {@code RELEASING.md}. */
class ReleaseNotesTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)$");
    private static final Pattern DATED = Pattern.compile("\\[(\\d+\\.\\d+\\.\\d+)] - (\\d{4}-\\d{2}-\\d{2})");

    private final List<String> headings = HEADING.matcher(Files.readString(Path.of("CHANGELOG.md")))
            .results()
            .map(heading -> heading.group(1))
            .toList();

    ReleaseNotesTest() throws IOException {}

    @Test
    void whatIsNotYetAVersionComesFirstThenVersionsByNumberAndDate() {
        assertThat(headings.getFirst()).isEqualTo("[Unreleased]");
        List<Matcher> dated = headings.stream().skip(1).map(DATED::matcher).toList();
        assertThat(dated).isNotEmpty().allMatch(Matcher::matches);
        assertThat(dated.stream().map(heading -> Version.parse(heading.group(1))))
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(dated.stream().map(heading -> LocalDate.parse(heading.group(2))))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void theBuildSaysAVersionOnlyWhenTheLogHasDatedIt() {
        Version current = Version.parse(Pom.version());
        boolean isDated = headings.stream().anyMatch(heading -> heading.startsWith("[" + current + "] - "));
        assertThat(isDated)
                .as("%s is a version once CHANGELOG.md dates it, and not before", Pom.version())
                .isEqualTo(!Pom.version().endsWith("-SNAPSHOT"));
    }

    /** Else nothing would try the upgrade that hospitals are about to make. */
    @Test
    void theVersionBeforeThisOneIsKept() {
        Version current = Version.parse(Pom.version());
        Version before = KeptVersion.before(current).version();
        assertThat(current.isTwoMinorsAfter(before))
                .as("from %s to %s", before, current)
                .isFalse();
    }
}
