package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.RotaProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** What a generation may still decide of a quarter: the duties that have not begun. The others count as held. */
@ApplicationScoped
@Transactional
class UpcomingProblem {

    private final ProblemReader problems;
    private final RotaReader reader;
    private final DraftBook drafts;
    private final Clock clock;

    UpcomingProblem(ProblemReader problems, RotaReader reader, DraftBook drafts, Clock clock) {
        this.problems = problems;
        this.reader = reader;
        this.drafts = drafts;
        this.clock = clock;
    }

    Optional<RotaProblem> of(TerritoryCode territory, Quarter quarter) {
        return firstAhead(territory, quarter)
                .flatMap(first -> problems.of(territory, new DateRange(first, quarter.last())))
                .map(problem -> problem.with(problem.surroundings().keeping(kept(territory, quarter, problem))));
    }

    /** What the search found, after the duties that began before it. */
    Assignment whole(RotaProblem problem, Quarter quarter, Assignment found) {
        Assignment begun = HeldRota.within(
                reader.held(problem.territory(), quarter),
                quarter.first(),
                problem.from().minusDays(1));
        return DutyRungs.joined(begun, found);
    }

    /** As {@link RotaReader#withoutBackUp}. */
    Optional<String> withoutBackUp(RotaProblem problem, Quarter quarter, Assignment found) {
        return reader.withoutBackUp(problem, quarter, found);
    }

    private Assignment kept(TerritoryCode territory, Quarter quarter, RotaProblem problem) {
        return drafts.of(territory, quarter)
                .map(draft -> HeldRota.within(draft.fixed(), problem.from(), quarter.last()))
                .orElse(Assignment.EMPTY);
    }

    private Optional<LocalDate> firstAhead(TerritoryCode territory, Quarter quarter) {
        return quarter.first()
                .datesUntil(quarter.last().plusDays(1))
                .filter(date -> reader.window(territory, date)
                        .filter(window -> window.start().isAfter(clock.instant()))
                        .isPresent())
                .findFirst();
    }
}
