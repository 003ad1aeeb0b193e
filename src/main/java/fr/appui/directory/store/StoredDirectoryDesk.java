package fr.appui.directory.store;

import fr.appui.directory.Agreement;
import fr.appui.directory.Audit;
import fr.appui.directory.ChangedFields;
import fr.appui.directory.DirectoryChanged;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.Establishment;
import fr.appui.directory.Finess;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Versioned;
import fr.appui.directory.Written;
import fr.appui.french.FrenchDate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class StoredDirectoryDesk implements DirectoryDesk {

    private final DirectoryRules rules;
    private final Audit audit;
    private final StoredTerritoryChanges territoryChanges;
    private final Event<DirectoryChanged> changed;

    StoredDirectoryDesk(
            DirectoryRules rules,
            Audit audit,
            StoredTerritoryChanges territoryChanges,
            Event<DirectoryChanged> changed) {
        this.rules = rules;
        this.audit = audit;
        this.territoryChanges = territoryChanges;
        this.changed = changed;
    }

    @Override
    public Optional<Versioned<Territory>> territory(TerritoryCode code) {
        return TerritoryRow.<TerritoryRow>findByIdOptional(code.value())
                .map(row -> new Versioned<>(row.toTerritory(), row.version));
    }

    @Override
    public Optional<Versioned<Establishment>> establishment(Finess finess) {
        return EstablishmentRow.<EstablishmentRow>findByIdOptional(finess.value())
                .map(row -> new Versioned<>(row.toEstablishment(), row.version));
    }

    @Override
    public Optional<Versioned<Physician>> physician(PhysicianId id) {
        return PhysicianRow.<PhysicianRow>findByIdOptional(id.value().toString())
                .map(row -> new Versioned<>(row.toPhysician(), row.version));
    }

    @Override
    public List<KeptAgreement> agreements(TerritoryCode territory) {
        return AgreementRow.<AgreementRow>list("territory", Sort.by("partner", "validFrom"), territory.value()).stream()
                .map(AgreementRow::toKept)
                .toList();
    }

    @Override
    public Optional<KeptAgreement> agreement(TerritoryCode territory, long id) {
        return AgreementRow.<AgreementRow>find("id = ?1 and territory = ?2", id, territory.value())
                .firstResultOptional()
                .map(AgreementRow::toKept);
    }

    @Override
    public Written create(Territory territory, String by) {
        if (TerritoryRow.findByIdOptional(territory.code().value()).isPresent()) {
            return new Written.Refused(
                    "code", "code : « " + territory.code() + " » est déjà celui d’un territoire ; en choisir un autre");
        }
        return rules.refuse(territory).map(Written.class::cast).orElseGet(() -> {
            var row = new TerritoryRow();
            row.fill(territory);
            row.persistAndFlush();
            return kept(
                    row.version,
                    by,
                    "territory.created",
                    territory.code().value(),
                    "Territoire ajouté",
                    Reach.of(territory.code()));
        });
    }

    @Override
    public Written change(Territory territory, int version, String by) {
        TerritoryRow row = TerritoryRow.findById(territory.code().value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return new Written.Unknown();
        }
        if (row.version != version) {
            return new Written.Stale(row.version);
        }
        return rules.refuse(territory).map(Written.class::cast).orElseGet(() -> {
            Territory before = row.toTerritory();
            List<String> fields = ChangedFields.between(before, territory);
            territoryChanges.record(before, territory);
            row.fill(territory);
            TerritoryRow.flush();
            return kept(
                    row.version,
                    by,
                    "territory.changed",
                    territory.code().value(),
                    told(fields),
                    Reach.of(territory.code()));
        });
    }

    @Override
    public Written create(Establishment establishment, String by) {
        if (EstablishmentRow.findByIdOptional(establishment.finess().value()).isPresent()) {
            return new Written.Refused(
                    "finess",
                    "finess : « " + establishment.finess() + " » est déjà dans l’annuaire ; modifier sa fiche");
        }
        var row = new EstablishmentRow();
        row.fill(establishment);
        row.persistAndFlush();
        return kept(
                row.version,
                by,
                "establishment.created",
                establishment.finess().value(),
                establishment.name(),
                Reach.EVERYWHERE);
    }

    @Override
    public Written change(Establishment establishment, int version, String by) {
        EstablishmentRow row =
                EstablishmentRow.findById(establishment.finess().value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return new Written.Unknown();
        }
        if (row.version != version) {
            return new Written.Stale(row.version);
        }
        List<String> fields = ChangedFields.between(row.toEstablishment(), establishment);
        row.fill(establishment);
        EstablishmentRow.flush();
        return kept(
                row.version,
                by,
                "establishment.changed",
                establishment.finess().value(),
                told(fields),
                Reach.EVERYWHERE);
    }

    @Override
    public Written create(Physician physician, String by) {
        return rules.refuse(physician).map(Written.class::cast).orElseGet(() -> {
            var row = new PhysicianRow();
            row.fill(physician);
            row.persistAndFlush();
            return kept(
                    row.version,
                    by,
                    "physician.created",
                    physician.id().toString(),
                    physician.name().titled(),
                    Reach.of(physician.career().territories()));
        });
    }

    @Override
    public Written change(Physician physician, int version, String by) {
        PhysicianRow row = PhysicianRow.findById(physician.id().toString(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return new Written.Unknown();
        }
        if (row.version != version) {
            return new Written.Stale(row.version);
        }
        return rules.refuse(physician).map(Written.class::cast).orElseGet(() -> {
            Physician before = row.toPhysician();
            row.fill(physician);
            PhysicianRow.flush();
            return kept(
                    row.version,
                    by,
                    "physician.changed",
                    physician.id().toString(),
                    told(ChangedFields.between(before, physician)),
                    practised(Stream.of(before, physician)));
        });
    }

    @Override
    public Written create(Agreement agreement, String by) {
        inTurn(agreement.territory());
        return rules.refuse(agreement, 0).map(Written.class::cast).orElseGet(() -> {
            var row = new AgreementRow();
            row.fill(agreement);
            row.persistAndFlush();
            return kept(
                    row.version,
                    by,
                    "agreement.created",
                    subject(agreement),
                    dates(agreement),
                    Reach.of(agreement.territory()));
        });
    }

    @Override
    public Written change(long id, Agreement agreement, int version, String by) {
        inTurn(agreement.territory());
        AgreementRow row = lockedAgreement(agreement.territory(), id);
        if (row == null) {
            return new Written.Unknown();
        }
        if (row.version != version) {
            return new Written.Stale(row.version);
        }
        return rules.refuse(agreement, id).map(Written.class::cast).orElseGet(() -> {
            List<String> fields = ChangedFields.between(row.toAgreement(), agreement);
            row.fill(agreement);
            AgreementRow.flush();
            return kept(
                    row.version,
                    by,
                    "agreement.changed",
                    subject(agreement),
                    told(fields),
                    Reach.of(agreement.territory()));
        });
    }

    @Override
    public Written remove(TerritoryCode territory, long id, int version, String by) {
        AgreementRow row = lockedAgreement(territory, id);
        if (row == null) {
            return new Written.Unknown();
        }
        if (row.version != version) {
            return new Written.Stale(row.version);
        }
        Agreement agreement = row.toAgreement();
        row.delete();
        return kept(
                version,
                by,
                "agreement.removed",
                subject(agreement),
                dates(agreement),
                Reach.of(agreement.territory()));
    }

    @Override
    public Optional<Written.Refused> refusal(Physician physician) {
        return rules.refuse(physician);
    }

    @Override
    public Written keepAll(
            List<Brought<Establishment>> establishments, List<Brought<Physician>> physicians, String by) {
        Optional<Written> refusal = Stream.concat(
                        establishments.stream().map(StoredDirectoryDesk::keep),
                        physicians.stream().map(this::keepOne))
                .flatMap(Optional::stream)
                .findFirst();
        if (refusal.isPresent()) {
            QuarkusTransaction.setRollbackOnly();
            return refusal.get();
        }
        return kept(
                0,
                by,
                "directory.imported",
                "annuaire",
                establishments.size() + " établissements, " + physicians.size() + " médecins importés",
                establishments.isEmpty()
                        ? practised(physicians.stream()
                                .flatMap(one -> Stream.concat(one.before().stream(), Stream.of(one.value()))))
                        : Reach.EVERYWHERE);
    }

    private static Optional<Written> keep(Brought<Establishment> brought) {
        EstablishmentRow row =
                EstablishmentRow.findById(brought.value().finess().value(), LockModeType.PESSIMISTIC_WRITE);
        if (!Optional.ofNullable(row).map(EstablishmentRow::toEstablishment).equals(brought.before())) {
            return Optional.of(new Written.Stale(row == null ? 0 : row.version));
        }
        EstablishmentRow kept = row == null ? new EstablishmentRow() : row;
        kept.fill(brought.value());
        kept.persistAndFlush();
        return Optional.empty();
    }

    private Optional<Written> keepOne(Brought<Physician> brought) {
        PhysicianRow row = PhysicianRow.findById(brought.value().id().toString(), LockModeType.PESSIMISTIC_WRITE);
        if (!Optional.ofNullable(row).map(PhysicianRow::toPhysician).equals(brought.before())) {
            return Optional.of(new Written.Stale(row == null ? 0 : row.version));
        }
        Optional<Written.Refused> refused = rules.refuse(brought.value());
        if (refused.isPresent()) {
            return Optional.of(refused.get());
        }
        PhysicianRow kept = row == null ? new PhysicianRow() : row;
        kept.fill(brought.value());
        kept.persistAndFlush();
        return Optional.empty();
    }

    /** Two agreements that overlap would each find the other not yet there. */
    private static void inTurn(TerritoryCode territory) {
        TerritoryRow.findById(territory.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    private static @Nullable AgreementRow lockedAgreement(TerritoryCode territory, long id) {
        AgreementRow row = AgreementRow.findById(id, LockModeType.PESSIMISTIC_WRITE);
        return row != null && row.territory.equals(territory.value()) ? row : null;
    }

    private Written kept(int version, String by, String act, String subject, String detail, Reach where) {
        audit.record(by, act, subject, detail);
        changed.fire(new DirectoryChanged(where));
        return new Written.Kept(version);
    }

    private static Reach practised(Stream<Physician> physicians) {
        return Reach.of(physicians
                .flatMap(physician -> physician.career().territories().stream())
                .collect(Collectors.toSet()));
    }

    private static String told(List<String> fields) {
        return fields.isEmpty() ? "Enregistré sans changement" : "Modifié : " + String.join(", ", fields);
    }

    private static String subject(Agreement agreement) {
        return agreement.territory() + " " + agreement.partner();
    }

    private static String dates(Agreement agreement) {
        return "À partir du " + FrenchDate.of(agreement.dates().from())
                + agreement
                        .dates()
                        .to()
                        .map(end -> ", jusqu’au " + FrenchDate.of(end))
                        .orElse("");
    }
}
