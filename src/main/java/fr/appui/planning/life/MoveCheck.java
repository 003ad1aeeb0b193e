package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Alternative.Move;
import fr.appui.planning.Assignment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What moves of published duties would break. Who takes was asked and agreed. */
@ApplicationScoped
class MoveCheck {

    private final RotaReader reader;
    private final Sharing sharing;

    MoveCheck(RotaReader reader, Sharing sharing) {
        this.reader = reader;
        this.sharing = sharing;
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
        var checked =
                new Sharing.Checked(reader.problem(territory, quarter).orElseThrow(), reader.held(territory, quarter));
        List<Move> within =
                moves.stream().filter(move -> quarter.contains(move.date())).toList();
        for (Move move : within) {
            Sharing.Checked before = checked;
            checked = move.from()
                    .map(giver -> sharing.given(before, move.date(), move.rung(), giver))
                    .orElse(before);
        }
        Assignment wanted = checked.held();
        for (Move move : within) {
            wanted = DutyRungs.moved(wanted, move);
        }
        return RuleCheck.breachDespiteConsent(checked.held(), wanted, checked.problem());
    }
}
