package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Rule;
import fr.appui.planning.Verdict;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRota;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the rotas of several territories stand, by the hard rules: read at once. */
@ApplicationScoped
@Transactional
public class RotaStandings {

    private final BooksReader books;
    private final DraftBook drafts;
    private final Clock clock;

    RotaStandings(BooksReader books, DraftBook drafts, Clock clock) {
        this.books = books;
        this.drafts = drafts;
        this.clock = clock;
    }

    public record Key(TerritoryCode territory, Quarter quarter) {}

    /** @param version the published one in force, 0 when none is @param gaps dates without a physician */
    public record Standing(RotaView.State state, int version, int gaps) {}

    /** @param asked none for a quarter in which its territory promises no hours */
    public Map<Key, Standing> of(Set<Key> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        Set<TerritoryCode> territories = asked.stream().map(Key::territory).collect(Collectors.toSet());
        List<Quarter> quarters =
                asked.stream().map(Key::quarter).distinct().sorted().toList();
        BooksReader.Read read = books.of(territories, quarters.getFirst(), quarters.getLast());
        Map<Key, Draft> underWork = drafts.of(Reach.of(territories), quarters).stream()
                .collect(Collectors.toMap(draft -> new Key(draft.territory(), draft.quarter()), Function.identity()));
        return asked.stream()
                .flatMap(key -> read.problems().forHardRules(key.territory(), key.quarter()).stream()
                        .map(problem -> Map.entry(key, standing(key, problem, read, underWork.get(key)))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Standing standing(Key key, RotaProblem problem, BooksReader.Read read, @Nullable Draft underWork) {
        Quarter quarter = key.quarter();
        List<DutyDay> days = read.rotas().days(key.territory(), quarter.first(), quarter.last());
        Optional<Draft> draft = Optional.ofNullable(underWork);
        Assignment duties = draft.map(Draft::duties).orElseGet(() -> HeldRota.of(days));
        Verdict verdict = Verdict.hardOn(
                duties,
                problem.with(
                        problem.surroundings().keeping(draft.map(Draft::fixed).orElse(Assignment.EMPTY))));
        int version = read.rotas()
                .inForce(key.territory(), quarter)
                .map(PublishedRota::version)
                .orElse(0);
        boolean over = !days.getLast().window().end().isAfter(clock.instant());
        RotaView.State state = RotaView.state(version, draft, verdict, over);
        boolean nothingYet = state == RotaView.State.EMPTY || state == RotaView.State.CLOSED;
        return new Standing(
                state,
                version,
                nothingYet
                        ? 0
                        : verdict.of(Rule.COVERAGE).stream()
                                .mapToInt(violation -> violation.dates().size())
                                .sum());
    }
}
