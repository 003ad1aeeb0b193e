package fr.appui.outreach;

import fr.appui.trace.CallId;
import java.time.Instant;
import java.util.Optional;

/**
 * A caller who waits to be called back.
 *
 * @param attempts begun so far, by the service or by a physician
 * @param rungAt when the last of them was begun
 */
public record OpenCallBack(CallId call, Instant askedAt, int attempts, Optional<Instant> rungAt) {}
