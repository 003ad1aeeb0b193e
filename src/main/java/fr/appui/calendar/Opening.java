package fr.appui.calendar;

import java.time.Instant;
import java.util.Optional;

/** Whether a territory answers at an instant. */
public sealed interface Opening {

    /**
     * @param until when callers will next find the line closed, over windows that follow one another; empty when it stays
     *     open for more than a month (a line answered day and night)
     */
    record Open(DutyWindow window, Optional<Instant> until) implements Opening {}

    /** @param next what opens next; empty when no agreed perimeter is to come */
    record Closed(Optional<DutyWindow> next) implements Opening {}
}
