package fr.appui.directory.store;

import fr.appui.directory.Finess;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryChange;
import fr.appui.directory.TerritoryChanges;
import fr.appui.directory.TerritoryCode;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

@ApplicationScoped
@Transactional
class StoredTerritoryChanges implements TerritoryChanges {

    private final Clock clock;

    StoredTerritoryChanges(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<TerritoryChange> of(TerritoryCode territory, LocalDate first, LocalDate last) {
        Stream<TerritoryChange> recorded = TerritoryChangeRow.<TerritoryChangeRow>list(
                        "territory = ?1 and changedOn between ?2 and ?3", Sort.by("id"), territory.value(), first, last)
                .stream()
                .map(TerritoryChangeRow::toChange);
        return Stream.concat(recorded, joinings(territory, first, last)).toList();
    }

    private Stream<TerritoryChange> joinings(TerritoryCode territory, LocalDate first, LocalDate last) {
        return JoiningRow.<JoiningRow>list(
                        "(territory = ?1 or into = ?1) and firstDay between ?2 and ?3",
                        Sort.by("firstDay"),
                        territory.value(),
                        first,
                        last)
                .stream()
                .map(JoiningRow::toJoining)
                .map(joining -> new TerritoryChange(
                        territory,
                        joining.firstDay(),
                        TerritoryChange.joined(joining, StoredTerritoryChanges::nameOf, today(territory))));
    }

    private LocalDate today(TerritoryCode territory) {
        TerritoryRow row = TerritoryRow.findById(territory.value());
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(row.timeZone));
    }

    private static String nameOf(TerritoryCode code) {
        return TerritoryRow.<TerritoryRow>findByIdOptional(code.value())
                .map(row -> row.name)
                .orElse(code.value());
    }

    /** Within the transaction that changes the territory. */
    void record(Territory before, Territory after) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), after.timeZone());
        for (String sentence : TerritoryChange.sentences(before, after, StoredTerritoryChanges::nameOf)) {
            TerritoryChangeRow.of(new TerritoryChange(after.code(), today, sentence))
                    .persist();
        }
    }

    private static String nameOf(Finess finess) {
        return EstablishmentRow.<EstablishmentRow>findByIdOptional(finess.value())
                .map(row -> row.name)
                .orElse(finess.value());
    }
}
