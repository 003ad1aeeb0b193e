package fr.appui.calls;

import org.jspecify.annotations.Nullable;

/**
 * The people and numbers of one story: nobody is shared between stories, so that they run beside each other.
 *
 * @param open whether the line is open on the night of the stories
 */
record Cast(int number, boolean open, boolean hasFallback) {

    String territory() {
        return "ESSAI-" + number;
    }

    String line() {
        return "+3334410%04d".formatted(number);
    }

    String physicianNumber(int rung) {
        return "+336110%04d%d".formatted(number, rung);
    }

    String callerNumber() {
        return "+336120%04d0".formatted(number);
    }

    @Nullable
    String fallback() {
        return hasFallback ? "+3332210%04d".formatted(number) : null;
    }

    String samu() {
        return "+3332215%04d".formatted(number);
    }

    /** Six seconds for each rung: long enough to hear it ring, short enough for a test. */
    String ringSeconds() {
        return "6";
    }

    /** As the operator writes it. */
    static String national(String e164) {
        return "0" + e164.substring("+33".length());
    }
}
