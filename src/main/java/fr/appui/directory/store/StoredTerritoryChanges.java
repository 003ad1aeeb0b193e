package fr.appui.directory.store;

import fr.appui.directory.Finess;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryChange;
import fr.appui.directory.TerritoryChanges;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDate;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
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

    /** Told of both lines, on the day the calls go to one of them. */
    private static Stream<TerritoryChange> joinings(TerritoryCode territory, LocalDate first, LocalDate last) {
        return JoiningRow.<JoiningRow>list(
                        "(territory = ?1 or into = ?1) and firstDay between ?2 and ?3",
                        Sort.by("firstDay"),
                        territory.value(),
                        first,
                        last)
                .stream()
                .map(row -> new TerritoryChange(
                        territory,
                        row.firstDay,
                        "La ligne du territoire « " + territoryName(row.territory) + " » est réunie à celle de « "
                                + territoryName(row.into) + " », qui répond à son numéro ; les appels d'avant restent"
                                + " ceux de la ligne appelée (accord de l'ARS du " + FrenchDate.of(row.agreedOn) + ", "
                                + row.reference + ")"));
    }

    private static String territoryName(String code) {
        return TerritoryRow.<TerritoryRow>findByIdOptional(code)
                .map(row -> row.name)
                .orElse(code);
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
