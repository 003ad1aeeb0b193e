package fr.appui.trace;

import fr.appui.directory.PhysicianId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One physician's phone was rung.
 *
 * @param allowed how long it was allowed to ring
 * @param rang how long it did, until the two heard each other or it was given up; up to now for a call in progress
 * @param result empty while it rings
 * @param cause Q.850 of the physician's leg, 0 when there was none
 */
public record Attempt(
        int number,
        int rung,
        PhysicianId physician,
        Instant started,
        Duration allowed,
        Duration rang,
        Optional<AttemptResult> result,
        int cause) {}
