package fr.appui.planning.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Notices that wait to be sent. */
public interface NoticeQueue {

    /** Joins the caller's transaction: what is told and the telling exist together. */
    void add(Notice notice, Instant now);

    /** As {@link #add(Notice, Instant)}, to the physician's devices as well, and {@link NoticeBook} tells what became of it. */
    void add(Notice notice, Regarding regarding, Instant now);

    /** Says no longer what is no longer so; what has left has left. */
    void drop(UUID id);

    /** Whether it was queued, and is still kept. */
    boolean holds(UUID id);

    /**
     * Takes notices that are due. A node that dies after taking leaves them due again after {@code patience}, so a notice
     * may arrive twice and never not at all.
     */
    List<Notice> take(int most, Instant now, Duration patience);

    void sent(UUID id, Instant now);

    /** Tried again later, each time a little later. */
    void failed(UUID id, String error, Instant now);

    /** How many wait, for those who watch the service. */
    long waiting();
}
