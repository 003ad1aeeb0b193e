package fr.appui.planning.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Notices on their way to devices: queued with their mail, by the same act. */
public interface DeviceQueue {

    /** @param id of this one message, which only the device learns @param page of ours, that a tap opens */
    record Waiting(UUID id, UUID device, String subject, String page, Instant queuedAt) {}

    /** As {@link NoticeQueue#take}. */
    List<Waiting> take(int most, Instant now, Duration patience);

    /** A push service has it. */
    void accepted(UUID id, Instant now);

    /** Tried again later, each time a little later. @param why in French */
    void refused(UUID id, String why, Instant now);

    /** Not tried again. @param why in French */
    void over(UUID id, String why, Instant now);

    /** The device says that it showed it. @return false for none that was sent */
    boolean received(UUID id, Instant now);
}
