package fr.appui.planning.notice;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;

/** Who is written to by text message as well: physicians who want it, of territories that pay for it. */
public interface SmsChoices {

    boolean isOffered(TerritoryCode territory);

    boolean isWanted(PhysicianId physician);

    /** @return whether that changed anything */
    boolean offer(TerritoryCode territory, boolean offered, Instant now);

    /** @return whether that changed anything */
    boolean want(PhysicianId physician, boolean wanted, Instant now);
}
