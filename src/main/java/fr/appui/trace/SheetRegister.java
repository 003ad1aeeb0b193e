package fr.appui.trace;

import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The validated sheets of a territory, collated for the carrying hospital (doc 001 §4 and §7), with marks of what it has read. */
public interface SheetRegister {

    /** Received from {@code from}, included, to {@code to}, excluded. @param motive a code of the nomenclature */
    record Wanted(TerritoryCode territory, Instant from, Instant to, Optional<String> motive, boolean unreadOnly) {}

    /** @param revision the validated one that counts @param read who read that revision first, and when */
    record Sheet(Instant received, boolean declared, OutcomeRevision revision, Optional<Read> read) {}

    record Read(String by, Instant at) {}

    record Page(List<Sheet> items, long total) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** Latest first. @param page first is 0 */
    Page of(Wanted wanted, int page, int size);

    /** Marks the revision that counts as read. @return false when this territory has no validated sheet of that call */
    boolean read(TerritoryCode territory, CallId call, String by, Instant at);
}
