package fr.appui.outreach;

import fr.appui.directory.PhysicianId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What to do next for a duty that is about to start and whose holder did not confirm yet: a pure decision. */
final class LineCheckPlan {

    private LineCheckPlan() {}

    enum Step {
        WAIT,
        RING,
        /** The back-up goes first, the coordination is told. */
        GIVE_UP,
        /** The duty is another's now. */
        DROP
    }

    record Limits(int attempts, Duration pause) {}

    /** @param holder of the first rung as the rota stands now */
    static Step next(OpenLineCheck check, Optional<PhysicianId> holder, Instant now, Limits limits) {
        if (holder.filter(check.duty().physician()::equals).isEmpty()) {
            return Step.DROP;
        }
        if (check.rungAt()
                .filter(rung -> now.isBefore(rung.plus(limits.pause())))
                .isPresent()) {
            return Step.WAIT;
        }
        return check.attempts() < limits.attempts() ? Step.RING : Step.GIVE_UP;
    }
}
