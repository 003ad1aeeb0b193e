package fr.appui.rota;

import fr.appui.calendar.DutyWindow;
import java.util.List;
import java.util.Optional;

/** The answer to "who is on duty at t": the ladder with its reason, or that the line is closed. */
public sealed interface OnDuty {

    /**
     * Inside a window. The ladder may be empty: a hole in the rota is told apart from a closed line.
     *
     * @param reason a French sentence on why these people, from the precedence that decided
     */
    record Open(DutyWindow window, List<Rung> ladder, String reason) implements OnDuty {
        public Open {
            ladder = List.copyOf(ladder);
        }
    }

    /** Outside every window. @param next the next window, when one is in force */
    record Closed(Optional<DutyWindow> next) implements OnDuty {}
}
