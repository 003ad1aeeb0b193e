package fr.appui.outreach;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A duty whose holder is still to confirm that they can be reached. @param attempts begun so far, the last at {@code rungAt} */
public record OpenLineCheck(UUID id, HeldDuty duty, int attempts, Optional<Instant> rungAt, Optional<Trouble> trouble) {

    /**
     * Why the last attempt led to nobody, where that is known.
     *
     * @param why in French
     * @param notBefore where it was not the physician's doing: when it is tried again, each time at their next number
     * @param failures of that kind, one after the other
     */
    public record Trouble(String why, Optional<Instant> notBefore, int failures) {}

    /** @param startsAt start of the window */
    public record HeldDuty(TerritoryCode territory, LocalDate date, PhysicianId physician, Instant startsAt) {}

    static OpenLineCheck of(HeldDuty duty) {
        return new OpenLineCheck(UUID.randomUUID(), duty, 0, Optional.empty(), Optional.empty());
    }
}
