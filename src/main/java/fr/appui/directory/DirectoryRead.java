package fr.appui.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Some territories with their people and partners, read at once. Whoever never practised in them is looked up where the rest is kept. */
public final class DirectoryRead implements DirectoryLookup {

    private final Map<TerritoryCode, Territory> territories;
    private final Map<Finess, Establishment> establishments;
    private final Map<TerritoryCode, List<Agreement>> agreements;
    private final Map<TerritoryCode, List<Physician>> practising = new HashMap<>();
    private final Map<PhysicianId, Physician> byId;
    private final Directory others;

    /** @param physicians by family name */
    public DirectoryRead(
            List<Territory> territories,
            List<Establishment> establishments,
            List<Agreement> agreements,
            List<Physician> physicians,
            Directory others) {
        this.territories = territories.stream().collect(toMap(Territory::code, Function.identity()));
        this.establishments =
                Map.copyOf(establishments.stream().collect(toMap(Establishment::finess, Function.identity())));
        this.agreements = agreements.stream().collect(groupingBy(Agreement::territory));
        physicians.forEach(physician -> physician
                .career()
                .territories()
                .forEach(territory -> practising
                        .computeIfAbsent(territory, code -> new ArrayList<>())
                        .add(physician)));
        this.byId = physicians.stream().collect(toMap(Physician::id, Function.identity()));
        this.others = others;
    }

    @Override
    public Optional<Territory> territory(TerritoryCode code) {
        return Optional.ofNullable(territories.get(code));
    }

    @Override
    public Optional<Partners> partners(TerritoryCode code) {
        return territory(code)
                .map(territory -> new Partners(territory, establishments, agreements.getOrDefault(code, List.of())));
    }

    @Override
    public List<Physician> physiciansOf(TerritoryCode territory) {
        return List.copyOf(practising.getOrDefault(territory, List.of()));
    }

    @Override
    public Optional<Physician> physician(PhysicianId id) {
        return Optional.ofNullable(byId.get(id)).or(() -> others.physician(id));
    }
}
