package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.FrenchDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changes from one rota to another, date by date, as a coordinator reads it. */
public record RotaDifference(List<Change> changes) {

    /** @param sentence {@code le lundi 3 août : Dr Martin au lieu de Dr Lefèvre} */
    public record Change(
            LocalDate date,
            DutyRung rung,
            Optional<PhysicianId> before,
            Optional<PhysicianId> after,
            String sentence) {}

    public RotaDifference {
        changes = List.copyOf(changes);
    }

    private record What(DutyRung rung, Optional<PhysicianId> before, Optional<PhysicianId> after) {}

    private record Run(LocalDate from, DutyRung rung, String sentence) {}

    /** The same change on dates that follow one another is said once: {@code du 3 au 9 août : Dr Martin au lieu de …}. */
    public List<String> sentences() {
        return changes.stream()
                .collect(Collectors.groupingBy(change -> new What(change.rung(), change.before(), change.after())))
                .values()
                .stream()
                .flatMap(RotaDifference::runs)
                .sorted(Comparator.comparing(Run::from).thenComparing(Run::rung))
                .map(Run::sentence)
                .toList();
    }

    private static Stream<Run> runs(List<Change> alike) {
        Map<LocalDate, Change> byDate = alike.stream().collect(Collectors.toMap(Change::date, Function.identity()));
        return FrenchDays.runs(byDate.keySet()).stream().map(dates -> run(dates, byDate));
    }

    private static Run run(DateRange dates, Map<LocalDate, Change> byDate) {
        Change first = Objects.requireNonNull(byDate.get(dates.from()));
        String one = first.sentence();
        boolean alone = dates.from().equals(dates.to());
        String said = alone
                ? one
                : FrenchDays.of(dates)
                        + one.substring(FrenchDays.on(dates.from()).length());
        return new Run(dates.from(), first.rung(), said);
    }

    static RotaDifference between(Assignment before, Assignment after, Function<PhysicianId, String> names) {
        var changes = new ArrayList<Change>();
        for (DutyRung rung : DutyRung.values()) {
            var dates = new TreeSet<>(before.on(rung).keySet());
            dates.addAll(after.on(rung).keySet());
            for (LocalDate date : dates) {
                Optional<PhysicianId> from = before.holder(rung, date);
                Optional<PhysicianId> to = after.holder(rung, date);
                if (!from.equals(to)) {
                    changes.add(new Change(date, rung, from, to, sentence(date, rung, from.map(names), to.map(names))));
                }
            }
        }
        changes.sort(Comparator.comparing(Change::date).thenComparing(Change::rung));
        return new RotaDifference(changes);
    }

    private static String sentence(LocalDate date, DutyRung rung, Optional<String> before, Optional<String> after) {
        String where = FrenchDays.on(date) + (rung == DutyRung.FIRST ? "" : " (" + rung.label() + ")") + " : ";
        return where
                + after.map(taker -> before.map(giver -> taker + " au lieu de " + giver)
                                .orElse(taker + ", où il n’y avait personne"))
                        .orElseGet(() -> "plus personne, au lieu de " + before.orElse("personne"));
    }
}
