package fr.appui.trace;

import fr.appui.directory.PhysicianId;
import java.time.Instant;
import java.util.List;

/** Calls a physician answered and nobody has logged for good. */
public interface OutcomesAwaited {

    /** @param reminded the stages somebody was already reminded at */
    record Awaited(LoggableCall call, List<ReminderStage> reminded) {
        public Awaited {
            reminded = List.copyOf(reminded);
        }
    }

    /** Those that ended between these instants and of which not everybody was reminded yet, oldest first. */
    List<Awaited> between(Instant from, Instant to, int most);

    /** Those of one physician that ended since, whoever was reminded of them, newest first. */
    List<LoggableCall> of(PhysicianId physician, Instant since, int most);

    void reminded(CallId call, ReminderStage stage, Instant at);
}
