package fr.appui.planning.feed;

import java.time.Instant;

/**
 * One event of a calendar that people subscribe to.
 *
 * @param uid never changes for one duty of one person, whatever its hours become
 * @param sequence rises with each change, so that a calendar knows the newer of two
 * @param cancelled kept for a while after the duty was taken away: a calendar removes what it is told is cancelled
 */
public record CalendarEntry(String uid, Span span, Text text, int sequence, Instant changedAt, boolean cancelled) {

    public record Span(Instant start, Instant end) {}

    public record Text(String summary, String description) {}
}
