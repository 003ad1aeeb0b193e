package fr.appui.planning.notice;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of the alerts on devices, of calls and sheets, as {@link NoticeBook} tells of notices. */
public interface DeviceAlertBook {

    /** One alert on one device of one physician. */
    record Told(UUID id, PhysicianId physician, String text, Instant queuedAt, NoticeBook.OtherWay on) {}

    /** Newest first. */
    List<Told> of(TerritoryCode territory, Instant since, int most);

    /**
     * Sent at the next turn: one that waits is tried at once, another is written once more to the devices that its physician has now.
     *
     * @return the alert on its way; the old one where no device is left; empty when that territory has none of this id
     */
    Optional<Told> again(TerritoryCode territory, UUID id, Instant now);
}
