package fr.appui.outreach;

import fr.appui.trace.CallId;
import java.time.Instant;
import java.util.Optional;

/**
 * A caller who waits to be called back.
 *
 * @param attempts begun so far, by the service or by a physician
 * @param rungAt when the last of them was begun
 * @param closed whether the service rings for them no more: a physician still may
 */
public record OpenCallBack(CallId call, Instant askedAt, int attempts, Optional<Instant> rungAt, boolean closed) {}
