package fr.appui.web.duties;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** When a run of duties is over for whoever holds it: a weekend is one, whatever its dates. */
final class DutyEnd {

    /** A telephone is taken along to a duty that begins so soon. */
    private static final Duration AHEAD = Duration.ofHours(24);

    /** The last sheets are written after the last call. */
    private static final Duration AFTER = Duration.ofHours(2);

    private DutyEnd() {}

    /** @param duties by time @return empty where none goes on or begins soon */
    static Optional<ZonedDateTime> of(List<OwnDuties.Own> duties, Instant now) {
        ZonedDateTime end = null;
        for (OwnDuties.Own duty : duties) {
            boolean first = end == null && !duty.start().toInstant().isAfter(now.plus(AHEAD));
            boolean goesOn = end != null && !duty.start().isAfter(end);
            if (first || goesOn) {
                end = end == null || duty.end().isAfter(end) ? duty.end() : end;
            }
        }
        return Optional.ofNullable(end).map(last -> last.plus(AFTER));
    }
}
