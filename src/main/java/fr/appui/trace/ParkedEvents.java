package fr.appui.trace;

import java.time.Instant;
import java.util.List;

/** Events that were set aside because nobody would take them, until a person looks. */
public interface ParkedEvents {

    /** @param items oldest first; @param total on all pages */
    record Page(List<Parked> items, long total) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** @param consumer who refused it; {@code broker} when it could not be sent at all */
    record Parked(String eventId, String type, String consumer, String problem, Instant parkedAt) {}

    /** @param page first is 0 */
    Page list(int page, int size);
}
