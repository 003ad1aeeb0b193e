package fr.appui.planning.life;

import fr.appui.directory.Agreement;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryRead;
import fr.appui.directory.Establishment;
import fr.appui.directory.Finess;
import fr.appui.directory.Partners;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

public class InMemoryDirectory implements Directory {

    private record AgreementKey(TerritoryCode territory, Finess partner, LocalDate from) {}

    private static final Comparator<Physician> BY_NAME = Comparator.comparing(
                    (Physician one) -> Folded.of(one.name().family()))
            .thenComparing(one -> Folded.of(one.name().given()))
            .thenComparing(one -> one.id().toString());

    private final Map<TerritoryCode, Territory> territories = new TreeMap<>();
    private final Map<String, Establishment> establishments = new TreeMap<>();
    private final Map<AgreementKey, Agreement> agreements = new HashMap<>();
    private final Map<PhysicianId, Physician> physicians = new HashMap<>();

    @Override
    public List<Territory> territories() {
        return List.copyOf(territories.values());
    }

    @Override
    public List<TerritoryCode> territoryCodes() {
        return List.copyOf(territories.keySet());
    }

    @Override
    public Optional<Territory> territory(TerritoryCode code) {
        return Optional.ofNullable(territories.get(code));
    }

    @Override
    public Optional<TerritoryCode> territoryOfCommune(String commune) {
        return territories.values().stream()
                .filter(territory -> territory.proximityZones().stream()
                        .anyMatch(zone -> zone.communes().contains(commune)))
                .map(Territory::code)
                .findFirst();
    }

    @Override
    public List<Establishment> establishments() {
        return List.copyOf(establishments.values());
    }

    @Override
    public Optional<Partners> partners(TerritoryCode code) {
        return territory(code)
                .map(territory -> Partners.of(territory, establishments(), List.copyOf(agreements.values())));
    }

    @Override
    public List<Physician> physicians() {
        return physicians.values().stream().sorted(BY_NAME).toList();
    }

    @Override
    public List<Physician> physiciansOf(Reach within) {
        return physicians().stream()
                .filter(physician -> within.only()
                        .map(only -> physician.career().practices().stream()
                                .anyMatch(practice -> only.contains(practice.territory())))
                        .orElse(true))
                .toList();
    }

    @Override
    public Optional<Physician> physician(PhysicianId id) {
        return Optional.ofNullable(physicians.get(id));
    }

    @Override
    public DirectoryRead read(Reach within) {
        return new DirectoryRead(
                territories(within), establishments(), List.copyOf(agreements.values()), physiciansOf(within), this);
    }

    @Override
    public void save(Territory territory) {
        territories.put(territory.code(), territory);
    }

    @Override
    public void save(Establishment establishment) {
        establishments.put(establishment.finess().value(), establishment);
    }

    @Override
    public void save(Agreement agreement) {
        agreements.put(
                new AgreementKey(
                        agreement.territory(),
                        agreement.partner(),
                        agreement.dates().from()),
                agreement);
    }

    @Override
    public void save(Physician physician) {
        physicians.put(physician.id(), physician);
    }
}
