package fr.appui.planning;

import fr.appui.directory.PhysicianId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Whether a swap may be proposed at all. */
public sealed interface SwapDecision {

    /**
     * No rule stands in the way; the other physician may be asked.
     *
     * @param result the rota afterwards
     * @param takeovers who takes what from when
     * @param remarks what each must know before agreeing, in French
     */
    record Allowed(Assignment result, List<Takeover> takeovers, List<String> remarks) implements SwapDecision {}

    /**
     * @param reasons one French sentence for each rule that forbids it
     * @param rules those rules, in the same order; none where the proposal makes no sense as things stand
     */
    record Refused(List<String> reasons, List<Rule> rules) implements SwapDecision {
        public Refused(List<String> reasons) {
            this(reasons, List.of());
        }
    }

    /** @param from the start of the window, or later when the duty has begun */
    record Takeover(LocalDate date, PhysicianId giver, PhysicianId taker, Instant from) {}
}
