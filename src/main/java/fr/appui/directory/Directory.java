package fr.appui.directory;

import fr.appui.french.FrenchOrder;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The directory as the other rooms see it. Lists are whole: a region counts territories and establishments in tens and
 * volunteers in hundreds. Values come validated; saving replaces what has the same identity.
 */
public interface Directory extends DirectoryLookup {

    /** By code. */
    List<Territory> territories();

    /** Of every territory, one that cannot be read included. */
    List<TerritoryCode> territoryCodes();

    /** Those of them that are known, by code. */
    default List<Territory> territories(Reach within) {
        return territories().stream()
                .filter(territory -> within.only()
                        .map(only -> only.contains(territory.code()))
                        .orElse(true))
                .toList();
    }

    /** @param commune an INSEE code */
    Optional<TerritoryCode> territoryOfCommune(String commune);

    /** By FINESS number. */
    List<Establishment> establishments();

    /** By family name. */
    List<Physician> physicians();

    /** Where everybody is reached, without what else is known of them; in a fixed order. */
    default SequencedMap<PhysicianId, List<ContactNumber>> numbers() {
        var numbers = new LinkedHashMap<PhysicianId, List<ContactNumber>>();
        physicians().forEach(physician -> numbers.put(physician.id(), physician.numbers()));
        return numbers;
    }

    @Override
    default List<Physician> physiciansOf(TerritoryCode territory) {
        return physiciansOf(Reach.of(territory));
    }

    /** Who may be chosen there: those who take part on that date or will, candidates among them, in the order of a list. */
    default List<Physician> takingPart(TerritoryCode territory, LocalDate since) {
        return physiciansOf(territory).stream()
                .filter(physician ->
                        !physician.isErased() && physician.career().takesPartIn(territory, DateSpan.since(since)))
                .sorted(Comparator.comparing((Physician one) -> one.name().family(), FrenchOrder.alphabetical())
                        .thenComparing(one -> one.name().given(), FrenchOrder.alphabetical()))
                .toList();
    }

    /** Those who practise or practised in one of them, by family name. */
    List<Physician> physiciansOf(Reach within);

    /** What is known of these territories: a few questions however many there are. */
    DirectoryRead read(Reach within);

    void save(Territory territory);

    void save(Establishment establishment);

    /** One agreement for each territory, partner and first date. */
    void save(Agreement agreement);

    void save(Physician physician);
}
