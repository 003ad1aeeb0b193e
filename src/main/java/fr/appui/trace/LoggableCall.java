package fr.appui.trace;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.Duration;
import java.time.Instant;

/**
 * A call for which a physician owes an outcome: one they answered on the line, or one they declared.
 *
 * @param ended when it was over; the start plus the talk time for a declared one
 */
public record LoggableCall(
        CallId call,
        TerritoryCode territory,
        PhysicianId physician,
        Instant received,
        Instant ended,
        Duration talk,
        boolean declared) {}
