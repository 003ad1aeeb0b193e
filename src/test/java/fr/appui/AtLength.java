package fr.appui;

/** How much of the same is told: some at each change, all of it before a release ({@code ./mvnw verify -Pwhole}, {@code docs/tests.md}). */
public final class AtLength {

    public static final boolean WHOLE = Boolean.getBoolean("whole");

    private AtLength() {}

    public static int of(int eachTime, int beforeARelease) {
        return WHOLE ? beforeARelease : eachTime;
    }
}
