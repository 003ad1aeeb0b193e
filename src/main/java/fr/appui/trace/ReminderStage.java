package fr.appui.trace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** When somebody is asked for an outcome that is still missing: the physician twice, then the coordinator. */
public enum ReminderStage {
    AFTER_CALL,
    NEXT_MORNING,
    COORDINATOR;

    public static final Duration AFTER_CALL_DELAY = Duration.ofMinutes(30);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /**
     * The instant from which this stage is due. The next morning is the first nine o'clock at least thirty minutes after the
     * first reminder; the coordinator is told one day later.
     */
    public Instant dueAfter(Instant callEnded, ZoneId zone) {
        Instant first = callEnded.plus(AFTER_CALL_DELAY);
        return switch (this) {
            case AFTER_CALL -> first;
            case NEXT_MORNING ->
                morningAfter(first.plus(AFTER_CALL_DELAY), zone).toInstant();
            case COORDINATOR ->
                morningAfter(first.plus(AFTER_CALL_DELAY), zone).plusDays(1).toInstant();
        };
    }

    /** The latest stage that is due, if any: after an outage one reminder is sent, not three. */
    public static Optional<ReminderStage> due(Instant callEnded, ZoneId zone, Instant now) {
        return Arrays.stream(values())
                .filter(stage -> !stage.dueAfter(callEnded, zone).isAfter(now))
                .max(Comparator.naturalOrder());
    }

    private static ZonedDateTime morningAfter(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        ZonedDateTime sameDay = local.with(MORNING);
        return sameDay.isBefore(local) ? local.plusDays(1).with(MORNING) : sameDay;
    }
}
