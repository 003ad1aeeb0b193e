package fr.appui.outreach;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A duty whose holder is still to confirm that they can be reached. @param attempts begun so far, the last at {@code rungAt} */
public record OpenLineCheck(UUID id, HeldDuty duty, int attempts, Optional<Instant> rungAt) {

    /** @param startsAt start of the window */
    public record HeldDuty(TerritoryCode territory, LocalDate date, PhysicianId physician, Instant startsAt) {}

    static OpenLineCheck of(HeldDuty duty) {
        return new OpenLineCheck(UUID.randomUUID(), duty, 0, Optional.empty());
    }
}
