package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.SwapOffer;
import fr.appui.rota.Substitution.Act;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "swap_proposal")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SwapRow extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    String id;

    @Column(name = "territory")
    String territory;

    @Column(name = "proposer_id")
    String proposer;

    @Column(name = "other_id")
    String other;

    @Column(name = "effective_at")
    @Nullable
    Instant effectiveAt;

    @Column(name = "status")
    @Enumerated(EnumType.STRING)
    SwapOffer.Status status;

    @Column(name = "author")
    String author;

    @Column(name = "reason")
    String reason;

    @Column(name = "proposed_at")
    Instant proposedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @ElementCollection
    @CollectionTable(name = "swap_duty", joinColumns = @JoinColumn(name = "swap_id"))
    Set<DutyColumns> duties = new HashSet<>();

    @Embeddable
    record DutyColumns(
            @Column(name = "duty_date") LocalDate date,
            @Column(name = "given") boolean given) {}

    void fill(SwapOffer swap) {
        id = swap.id().toString();
        territory = swap.territory().value();
        proposer = swap.terms().proposer().toString();
        other = swap.terms().other().toString();
        effectiveAt = swap.terms().from().orElse(null);
        status = swap.status();
        author = swap.act().author();
        reason = swap.act().reason();
        proposedAt = swap.act().at();
        expiresAt = swap.expiresAt();
        var wanted = new HashSet<DutyColumns>();
        swap.terms().given().forEach(date -> wanted.add(new DutyColumns(date, true)));
        swap.terms().taken().forEach(date -> wanted.add(new DutyColumns(date, false)));
        duties.addAll(wanted);
    }

    SwapOffer toOffer() {
        return new SwapOffer(
                UUID.fromString(id),
                new TerritoryCode(territory),
                new SwapOffer.Terms(
                        PhysicianId.parse(proposer),
                        PhysicianId.parse(other),
                        dates(true),
                        dates(false),
                        Optional.ofNullable(effectiveAt)),
                status,
                new Act(author, reason, proposedAt),
                expiresAt);
    }

    private SortedSet<LocalDate> dates(boolean given) {
        var dates = new TreeSet<LocalDate>();
        duties.stream().filter(duty -> duty.given == given).forEach(duty -> dates.add(duty.date));
        return dates;
    }
}
