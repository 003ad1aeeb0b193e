package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Willingness;
import fr.appui.planning.Wishes;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "volunteering")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class VolunteeringRow extends PanacheEntityBase {

    @Id
    @Column(name = "physician_id")
    String physician;

    @Column(name = "willingness")
    @Enumerated(EnumType.STRING)
    Willingness willingness;

    @Column(name = "max_duty_days")
    @Nullable
    Integer maxDutyDays;

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "wish", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<WishColumns> wishes = new ArrayList<>();

    void fill(PhysicianId id, Wishes asked, Instant now) {
        physician = id.toString();
        willingness = asked.willingness();
        maxDutyDays = asked.maxDutyDays().isPresent() ? asked.maxDutyDays().getAsInt() : null;
        List<WishColumns> wanted = WishColumns.of(asked).stream()
                .map(wish -> wish.declared(wishes, now))
                .toList();
        if (!wishes.equals(wanted)) {
            wishes.clear();
            wishes.addAll(wanted);
        }
    }

    /** The absences, those declared last counting where one was declared twice. */
    Map<Unavailability, Instant> absences() {
        var absences = new HashMap<Unavailability, Instant>();
        for (WishColumns wish : wishes) {
            Instant at = Objects.requireNonNullElse(wish.declaredAt(), Instant.EPOCH);
            wish.absence().ifPresent(absence -> absences.merge(absence, at, (a, b) -> a.isAfter(b) ? a : b));
        }
        return absences;
    }

    /** @return how many wishes ended before this date; they are gone */
    int forget(LocalDate before) {
        int had = wishes.size();
        wishes.removeIf(wish -> wish.to().isBefore(before));
        return had - wishes.size();
    }

    Wishes toWishes() {
        Wishes asked = WishColumns.toWishes(wishes).willing(willingness);
        return maxDutyDays == null ? asked : asked.atMost(maxDutyDays);
    }
}
