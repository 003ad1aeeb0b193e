package fr.appui.calls;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Prints the demonstration line by line. */
final class Narrator {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintStream out;

    Narrator(PrintStream out) {
        this.out = out;
    }

    synchronized void title(String text) {
        out.println();
        out.println(text);
        out.println("─".repeat(text.length()));
    }

    /** Something that is prepared, at the time of the real clock. */
    synchronized void step(String text) {
        out.println("  " + TIME.format(LocalTime.now()) + "  … " + text);
    }

    /** A line of the trace, at the time of the story. */
    synchronized void told(OffsetDateTime at, String text) {
        out.println("  " + TIME.format(at) + "  " + text);
    }

    synchronized void line(String text) {
        out.println("  " + text);
    }
}
