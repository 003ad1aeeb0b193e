package fr.appui.directory.store;

import fr.appui.directory.Agreement;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryRead;
import fr.appui.directory.Establishment;
import fr.appui.directory.Partners;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

@ApplicationScoped
@Transactional
class StoredDirectory implements Directory {

    @Override
    public List<Territory> territories() {
        return TerritoryRow.<TerritoryRow>listAll(Sort.by("code")).stream()
                .map(TerritoryRow::toTerritory)
                .toList();
    }

    @Override
    public List<Territory> territories(Reach within) {
        if (within.isEverywhere()) {
            return territories();
        }
        if (within.only().orElseThrow().size() == 1) { // by its key: a transaction that read it before asks nothing
            return within.only().orElseThrow().stream()
                    .flatMap(code -> territory(code).stream())
                    .toList();
        }
        return TerritoryRow.<TerritoryRow>list("code in ?1", Sort.by("code"), values(within)).stream()
                .map(TerritoryRow::toTerritory)
                .toList();
    }

    @Override
    public List<TerritoryCode> territoryCodes() {
        return TerritoryRow.find("select code from TerritoryRow order by code").project(String.class).stream()
                .map(TerritoryCode::new)
                .toList();
    }

    @Override
    public Optional<Territory> territory(TerritoryCode code) {
        return TerritoryRow.<TerritoryRow>findByIdOptional(code.value()).map(TerritoryRow::toTerritory);
    }

    @Override
    public Optional<TerritoryCode> territoryOfCommune(String commune) {
        return territories().stream()
                .filter(territory -> territory.proximityZones().stream()
                        .anyMatch(zone -> zone.communes().contains(commune)))
                .map(Territory::code)
                .findFirst();
    }

    @Override
    public List<Establishment> establishments() {
        return EstablishmentRow.<EstablishmentRow>listAll(Sort.by("finess")).stream()
                .map(EstablishmentRow::toEstablishment)
                .toList();
    }

    @Override
    public Optional<Partners> partners(TerritoryCode code) {
        return territory(code).map(territory -> Partners.of(territory, establishments(), agreements(Reach.of(code))));
    }

    @Override
    public List<Physician> physicians() {
        return PhysicianRow.<PhysicianRow>listAll(Sort.by("familyName", "givenName", "id")).stream()
                .map(PhysicianRow::toPhysician)
                .toList();
    }

    @Override
    public SequencedMap<PhysicianId, List<ContactNumber>> numbers() {
        var numbers = new LinkedHashMap<PhysicianId, List<ContactNumber>>();
        PhysicianRow.eachNumber()
                .forEach(one -> numbers.computeIfAbsent(PhysicianId.parse(one.physician()), id -> new ArrayList<>())
                        .add(one.number().toNumber()));
        return numbers;
    }

    @Override
    public List<Physician> physiciansOf(Reach within) {
        if (within.isEverywhere()) {
            return physicians();
        }
        return PhysicianRow.<PhysicianRow>list(
                        "select p from PhysicianRow p where exists"
                                + " (select 1 from p.practices practice where practice.territory in ?1)"
                                + " order by p.familyName, p.givenName, p.id",
                        values(within))
                .stream()
                .map(PhysicianRow::toPhysician)
                .toList();
    }

    @Override
    public Optional<Physician> physician(PhysicianId id) {
        return PhysicianRow.<PhysicianRow>findByIdOptional(id.value().toString())
                .map(PhysicianRow::toPhysician);
    }

    @Override
    public void save(Territory territory) {
        TerritoryRow row = TerritoryRow.<TerritoryRow>findByIdOptional(
                        territory.code().value())
                .orElseGet(TerritoryRow::new);
        row.fill(territory);
        row.persist();
    }

    @Override
    public void save(Establishment establishment) {
        EstablishmentRow row = EstablishmentRow.<EstablishmentRow>findByIdOptional(
                        establishment.finess().value())
                .orElseGet(EstablishmentRow::new);
        row.fill(establishment);
        row.persist();
    }

    @Override
    public void save(Agreement agreement) {
        AgreementRow row = AgreementRow.<AgreementRow>find(
                        "territory = ?1 and partner = ?2 and validFrom = ?3",
                        agreement.territory().value(),
                        agreement.partner().value(),
                        agreement.dates().from())
                .firstResultOptional()
                .orElseGet(AgreementRow::new);
        row.fill(agreement);
        row.persist();
    }

    @Override
    public void save(Physician physician) {
        PhysicianRow row = PhysicianRow.<PhysicianRow>findByIdOptional(
                        physician.id().value().toString())
                .orElseGet(PhysicianRow::new);
        row.fill(physician);
        row.persist();
    }

    @Override
    public DirectoryRead read(Reach within) {
        return new DirectoryRead(territories(within), establishments(), agreements(within), physiciansOf(within), this);
    }

    private static List<Agreement> agreements(Reach within) {
        Sort order = Sort.by("territory", "partner", "validFrom");
        List<AgreementRow> rows = within.isEverywhere()
                ? AgreementRow.listAll(order)
                : AgreementRow.list("territory in ?1", order, values(within));
        return rows.stream().map(AgreementRow::toAgreement).toList();
    }

    private static List<String> values(Reach within) {
        return within.only().orElseThrow().stream().map(TerritoryCode::value).toList();
    }
}
