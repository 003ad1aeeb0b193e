package fr.appui.outreach;

import fr.appui.directory.PhysicianId;
import fr.appui.trace.AttemptResult;
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
        /** The duty began and nobody could be rung: the coordination is told why, and nothing changes. */
        NOT_CHECKED,
        /** The duty is another's now. */
        DROP
    }

    private static final Duration SOON = Duration.ofMinutes(1);

    record Limits(int attempts, Duration pause) {}

    /** When it is tried again after a failure that was not the physician's: an operator may have rung before it refused. */
    static Duration pauseAfter(Optional<AttemptResult> failure, Limits limits) {
        return failure.filter(AttemptResult.OPERATOR::equals).isPresent()
                        || limits.pause().compareTo(SOON) < 0
                ? limits.pause()
                : SOON;
    }

    /** @param holder of the first rung as the rota stands now */
    static Step next(OpenLineCheck check, Optional<PhysicianId> holder, Instant now, Limits limits) {
        if (holder.filter(check.duty().physician()::equals).isEmpty()) {
            return Step.DROP;
        }
        if (check.rungAt().isEmpty() && !now.isBefore(check.duty().startsAt())) {
            return Step.NOT_CHECKED;
        }
        if (check.trouble()
                .flatMap(OpenLineCheck.Trouble::notBefore)
                .filter(now::isBefore)
                .isPresent()) {
            return Step.WAIT;
        }
        if (check.rungAt()
                .filter(rung -> now.isBefore(rung.plus(limits.pause())))
                .isPresent()) {
            return Step.WAIT;
        }
        return check.attempts() < limits.attempts() ? Step.RING : Step.GIVE_UP;
    }
}
