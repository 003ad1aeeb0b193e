package fr.appui.planning.store;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import fr.appui.planning.life.Draft;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "rota_draft")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class DraftRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "territory")
    String territory;

    @Column(name = "quarter")
    String quarter;

    /** Empty for the draft under work. */
    @Column(name = "name")
    String name = "";

    @Column(name = "origin")
    @Enumerated(EnumType.STRING)
    Draft.Kind origin;

    @Column(name = "author")
    String author;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "objective")
    @Nullable
    Long objective;

    @Column(name = "bound")
    @Nullable
    Long bound;

    @Column(name = "proved")
    @Nullable
    Boolean proved;

    @Column(name = "revision")
    long revision;

    @ElementCollection
    @CollectionTable(name = "rota_draft_change", joinColumns = @JoinColumn(name = "draft_id"))
    @MapKeyColumn(name = "duty_date")
    @Column(name = "revision")
    Map<LocalDate, Long> changes = new HashMap<>();

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "rota_draft_duty", joinColumns = @JoinColumn(name = "draft_id"))
    Set<DutyColumns> duties = new HashSet<>();

    @Embeddable
    record DutyColumns(
            @Column(name = "duty_date") LocalDate date,

            @Column(name = "rung") @Enumerated(EnumType.STRING)
            DutyRung rung,

            @Column(name = "physician_id") String physician,
            @Column(name = "fixed") boolean fixed) {}

    /** @param name empty for the draft under work */
    static Optional<DraftRow> of(TerritoryCode territory, Quarter quarter, String name) {
        return find("territory = ?1 and quarter = ?2 and name = ?3", territory.value(), quarter.toString(), name)
                .firstResultOptional();
    }

    static List<DraftRow> of(Reach within, List<Quarter> quarters, String name) {
        Parameters values = Parameters.with("name", name)
                .and("quarters", quarters.stream().map(Quarter::toString).toList());
        within.only()
                .ifPresent(only -> values.and(
                        "territories", only.stream().map(TerritoryCode::value).toList()));
        return list(
                "name = :name and quarter in :quarters"
                        + (within.isEverywhere() ? "" : " and territory in :territories"),
                values);
    }

    static List<DraftRow> aside(TerritoryCode territory, Quarter quarter) {
        return list(
                "territory = ?1 and quarter = ?2 and name <> '' order by name", territory.value(), quarter.toString());
    }

    /** A draft that begins by hand is what is held: none of its dates was changed yet. */
    void fill(Draft draft, Instant now) {
        revision = Math.max(now.toEpochMilli(), revision + 1);
        Set<DutyColumns> wanted = columns(draft);
        if (id != null || draft.origin().kind() != Draft.Kind.MANUAL) {
            difference(duties, wanted).forEach(date -> changes.put(date, revision));
        }
        territory = draft.territory().value();
        quarter = draft.quarter().toString();
        origin = draft.origin().kind();
        author = draft.origin().author();
        madeAt = draft.origin().at();
        objective = draft.proof().map(Draft.Proof::objective).orElse(null);
        bound = draft.proof().map(Draft.Proof::bound).orElse(null);
        proved = draft.proof().map(Draft.Proof::proved).orElse(null);
        duties.retainAll(wanted);
        duties.addAll(wanted);
    }

    Draft toDraft() {
        Assignment all = Assignment.EMPTY;
        Assignment fixed = Assignment.EMPTY;
        for (DutyColumns duty : duties) {
            PhysicianId physician = PhysicianId.parse(duty.physician);
            all = all.with(duty.rung, duty.date, physician);
            fixed = duty.fixed ? fixed.with(duty.rung, duty.date, physician) : fixed;
        }
        return new Draft(
                new TerritoryCode(territory),
                Quarter.parse(quarter),
                all,
                fixed,
                new Draft.Origin(origin, author, madeAt),
                proof());
    }

    private Optional<Draft.Proof> proof() {
        return objective == null || bound == null
                ? Optional.empty()
                : Optional.of(new Draft.Proof(objective, bound, Boolean.TRUE.equals(proved)));
    }

    private static Set<LocalDate> difference(Set<DutyColumns> one, Set<DutyColumns> other) {
        return Stream.concat(
                        one.stream().filter(duty -> !other.contains(duty)),
                        other.stream().filter(duty -> !one.contains(duty)))
                .map(DutyColumns::date)
                .collect(Collectors.toSet());
    }

    private static Set<DutyColumns> columns(Draft draft) {
        var columns = new HashSet<DutyColumns>();
        for (DutyRung rung : DutyRung.values()) {
            draft.duties()
                    .on(rung)
                    .forEach((date, physician) -> columns.add(new DutyColumns(
                            date,
                            rung,
                            physician.toString(),
                            physician.equals(draft.fixed().on(rung).get(date)))));
        }
        return columns;
    }
}
