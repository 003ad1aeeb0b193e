package fr.appui.rota.store;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.Duty;
import fr.appui.rota.PublishedRota;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "rota_publication")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PublicationRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "territory")
    String territory;

    @Column(name = "quarter")
    String quarter;

    @Column(name = "version")
    int version;

    @Column(name = "published_by")
    String publishedBy;

    @Column(name = "published_at")
    Instant publishedAt;

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "rota_duty", joinColumns = @JoinColumn(name = "publication_id"))
    @OrderBy("date, rung")
    Set<DutyColumns> duties;

    @Embeddable
    record DutyColumns(
            @Column(name = "duty_date") LocalDate date,
            @Column(name = "rung") int rung,
            @Column(name = "physician_id") String physician) {

        static DutyColumns of(Duty duty) {
            return new DutyColumns(
                    duty.date(), duty.rung(), duty.physician().value().toString());
        }

        Duty toDuty() {
            return new Duty(date, rung, PhysicianId.parse(physician));
        }
    }

    static PublicationRow of(PublishedRota rota) {
        var row = new PublicationRow();
        row.territory = rota.territory().value();
        row.quarter = rota.quarter().toString();
        row.version = rota.version();
        row.publishedBy = rota.publisher().name();
        row.publishedAt = rota.publisher().at();
        row.duties =
                new LinkedHashSet<>(rota.duties().stream().map(DutyColumns::of).toList());
        return row;
    }

    static List<PublicationRow> latestFirst(TerritoryCode territory, Quarter quarter) {
        return list("territory = ?1 and quarter = ?2 order by version desc", territory.value(), quarter.toString());
    }

    static Optional<PublicationRow> find(TerritoryCode territory, Quarter quarter, int version) {
        return find("territory = ?1 and quarter = ?2 and version = ?3", territory.value(), quarter.toString(), version)
                .firstResultOptional();
    }

    /** Of each of these quarters the latest, in two questions however many there are. */
    static List<PublicationRow> inForce(Whose whose, List<Quarter> quarters) {
        return list(
                "from PublicationRow row where " + whose.condition() + " and quarter in :quarters and version ="
                        + " (select max(later.version) from PublicationRow later"
                        + " where later.territory = row.territory and later.quarter = row.quarter)"
                        + " order by territory, quarter",
                whose.with("quarters", quarters.stream().map(Quarter::toString).toList()));
    }

    /** The last date for which somebody's duty is published, in the version in force. */
    static Optional<LocalDate> lastDuty(TerritoryCode territory) {
        return find(
                        "select max(duty.date) from PublicationRow row join row.duties duty where row.territory = ?1"
                                + " and row.version = (select max(later.version) from PublicationRow later"
                                + " where later.territory = row.territory and later.quarter = row.quarter)",
                        territory.value())
                .project(LocalDate.class)
                .firstResultOptional();
    }

    static List<String> territoriesNaming(List<String> physicians, LocalDate from, LocalDate to) {
        return find(
                        "select distinct row.territory from PublicationRow row join row.duties duty"
                                + " where duty.physician in ?1 and duty.date between ?2 and ?3",
                        physicians,
                        from,
                        to)
                .project(String.class)
                .list();
    }

    PublishedRota toRota() {
        return toRota(duties.stream());
    }

    PublishedRota withoutDuties() {
        return toRota(Stream.empty());
    }

    private PublishedRota toRota(Stream<DutyColumns> columns) {
        return new PublishedRota(
                new TerritoryCode(territory),
                Quarter.parse(quarter),
                version,
                new PublishedRota.Publisher(publishedBy, publishedAt),
                columns.map(DutyColumns::toDuty).toList());
    }
}
