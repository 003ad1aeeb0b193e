package fr.appui.trace;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** What became of alerts after they were taken. No event holds it, as it may come days later: it is looked up when a story is read. */
public interface Receipts {

    /** By the alert's id. One that is kept no longer is missing, and nothing is said of it. */
    Map<String, Receipt> of(Collection<String> alerts);

    /** What a gateway said last of a telephone; of mail, nobody says anything. */
    sealed interface Receipt {

        record None() implements Receipt {}

        record Delivered(Instant at) implements Receipt {}

        record Undelivered(Instant at) implements Receipt {}
    }
}
