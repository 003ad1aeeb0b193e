package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Alternative.Move;
import fr.appui.planning.Assignment;
import fr.appui.planning.RotaProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What moves of published duties would break. Who takes was asked and agreed. */
@ApplicationScoped
class MoveCheck {

    private final RotaReader reader;

    MoveCheck(RotaReader reader) {
        this.reader = reader;
    }

    /** Quarter by quarter: the quota counts in each. */
    Optional<RuleBreach> breach(TerritoryCode territory, List<Move> moves) {
        return moves.stream()
                .map(move -> Quarter.of(move.date()))
                .distinct()
                .sorted()
                .flatMap(quarter -> breach(territory, quarter, moves).stream())
                .findFirst();
    }

    private Optional<RuleBreach> breach(TerritoryCode territory, Quarter quarter, List<Move> moves) {
        RotaProblem problem = reader.problem(territory, quarter).orElseThrow();
        Assignment held = reader.held(territory, quarter);
        Assignment wanted = held;
        for (Move move : moves) {
            if (quarter.contains(move.date())) {
                wanted = DutyRungs.moved(wanted, move);
            }
        }
        return RuleCheck.breachDespiteConsent(held, wanted, problem);
    }
}
