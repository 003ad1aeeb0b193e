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
public interface Directory {

    /** By code. */
    List<Territory> territories();

    /** Of every territory, one that cannot be read included. */
    List<TerritoryCode> territoryCodes();

    Optional<Territory> territory(TerritoryCode code);

    /** @param commune an INSEE code */
    Optional<TerritoryCode> territoryOfCommune(String commune);

    /** By FINESS number. */
    List<Establishment> establishments();

    /** Empty when the territory is not known. */
    Optional<Partners> partners(TerritoryCode territory);

    /** By family name. */
    List<Physician> physicians();

    /** Where everybody is reached, without what else is known of them; in a fixed order. */
    default SequencedMap<PhysicianId, List<ContactNumber>> numbers() {
        var numbers = new LinkedHashMap<PhysicianId, List<ContactNumber>>();
        physicians().forEach(physician -> numbers.put(physician.id(), physician.numbers()));
        return numbers;
    }

    /** Those who practise or practised there. */
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

    Optional<Physician> physician(PhysicianId id);

    void save(Territory territory);

    void save(Establishment establishment);

    /** One agreement for each territory, partner and first date. */
    void save(Agreement agreement);

    void save(Physician physician);
}
