package fr.appui.trace;

import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the sheets in force ask of day teams, and who took it over. */
public interface HandOvers {

    /** @param taken who took it over, and when; empty while nobody did */
    record Asked(CallId call, Instant received, HandOver what, Optional<Taken> taken) {}

    record Taken(String by, Instant at) {}

    record Page(List<Asked> items, long total) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** Those nobody took over, the oldest first; or those taken over, the latest first. @param page first is 0 */
    Page of(TerritoryCode territory, boolean taken, int page, int size);

    /** @return false when this territory asks nothing of the kind, or somebody took it over already */
    boolean take(TerritoryCode territory, CallId call, String by, Instant at);
}
