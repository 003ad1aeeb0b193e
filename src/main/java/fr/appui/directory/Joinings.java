package fr.appui.directory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which lines are joined to which, planned ones included. Written by the act that joins them alone. */
public interface Joinings {

    /** By the territory that is joined to another. */
    Map<TerritoryCode, Joining> all();

    default Optional<Joining> of(TerritoryCode territory) {
        return Optional.ofNullable(all().get(territory));
    }

    /** Who answers for a territory on a date: itself, or the one that it was joined to by then. */
    default TerritoryCode answering(TerritoryCode territory, LocalDate date) {
        Map<TerritoryCode, Joining> known = all();
        TerritoryCode answers = territory;
        for (int step = 0; step < known.size(); step++) {
            Joining next = known.get(answers);
            if (next == null || date.isBefore(next.firstDay())) {
                return answers;
            }
            answers = next.into();
        }
        return answers;
    }

    /** What is told of a territory to whoever may dial its number on a date. */
    default LocalRules rulesToldOf(Territory territory, LocalDate date, Directory directory) {
        return directory
                .territory(answering(territory.code(), date))
                .map(answering -> territory.rules().answeredBy(answering.rules()))
                .orElse(territory.rules());
    }

    /** Whom to call by day, told to whoever may dial a territory's number on a date: near by, else as whoever answers it then says. */
    default Optional<PhoneNumber> byDayToldOf(Territory territory, LocalDate date, Directory directory) {
        return Stream.concat(Stream.of(territory), directory.territory(answering(territory.code(), date)).stream())
                .flatMap(known -> known.line().stream().flatMap(line -> known.rules().byDay(line.settings()).stream()))
                .findFirst();
    }

    /** All that the same line answers for on a date, with this territory's: the one that answers first, the others by code. */
    default List<TerritoryCode> together(TerritoryCode territory, LocalDate date) {
        TerritoryCode answers = answering(territory, date);
        return Stream.concat(
                        Stream.of(answers),
                        all().keySet().stream()
                                .filter(joined -> !joined.equals(answers))
                                .filter(joined -> answering(joined, date).equals(answers))
                                .sorted(Comparator.comparing(TerritoryCode::value)))
                .toList();
    }

    void save(Joining joining);

    void remove(TerritoryCode territory);
}
