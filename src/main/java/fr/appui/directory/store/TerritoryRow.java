package fr.appui.directory.store;

import fr.appui.directory.Finess;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.ProximityZone;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "territory")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class TerritoryRow extends PanacheEntityBase {

    @Id
    @Column(name = "code")
    String code;

    @Version
    @Column(name = "version")
    int version;

    @Column(name = "name")
    String name;

    @Column(name = "time_zone")
    String timeZone;

    @Column(name = "holiday_zone")
    @Enumerated(EnumType.STRING)
    HolidayZone holidayZone;

    @Column(name = "mail")
    @Nullable
    String mail;

    @Column(name = "coordination")
    @Nullable
    String coordination;

    @Column(name = "host")
    @Nullable
    String host;

    @Embedded
    @Nullable
    LineColumns line;

    @Embedded
    @Nullable
    RulesColumns rules;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "territory_daytime_contact", joinColumns = @JoinColumn(name = "territory"))
    @OrderColumn(name = "position")
    List<DaytimeContactColumns> daytimeContacts = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "territory_proximity_zone", joinColumns = @JoinColumn(name = "territory"))
    @OrderColumn(name = "position")
    List<ZoneColumns> zones = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "territory_relief", joinColumns = @JoinColumn(name = "territory"))
    @OrderColumn(name = "position")
    List<ReliefColumns> reliefs = new ArrayList<>();

    /** @param communes INSEE codes separated by a space */
    @Embeddable
    record ZoneColumns(
            @Column(name = "name") String name,
            @Column(name = "communes") String communes) {

        static ZoneColumns of(ProximityZone zone) {
            return new ZoneColumns(zone.name(), String.join(" ", zone.communes()));
        }

        ProximityZone toZone() {
            return new ProximityZone(name, communes.isEmpty() ? List.of() : List.of(communes.split(" ", -1)));
        }
    }

    void fill(Territory territory) {
        code = territory.code().value();
        name = territory.name();
        timeZone = territory.timeZone().getId();
        holidayZone = territory.holidayZone();
        mail = territory.contact().mail().map(MailAddress::value).orElse(null);
        coordination = territory.contact().coordination().map(PhoneNumber::e164).orElse(null);
        host = territory.host().map(Finess::value).orElse(null);
        line = territory.line().map(LineColumns::of).orElse(null);
        Lists.replace(
                reliefs,
                territory
                        .line()
                        .map(own -> own.settings().escalation().reliefs())
                        .orElse(List.of()),
                ReliefColumns::of);
        rules = RulesColumns.of(territory.rules());
        Lists.replace(daytimeContacts, territory.rules().daytimeContacts(), DaytimeContactColumns::of);
        Lists.replace(zones, territory.proximityZones(), ZoneColumns::of);
    }

    Territory toTerritory() {
        var territoryCode = new TerritoryCode(code);
        return new Territory(
                territoryCode,
                name,
                zones.stream().map(ZoneColumns::toZone).toList(),
                ZoneId.of(timeZone),
                holidayZone,
                new Territory.Contact(
                        Optional.ofNullable(line)
                                .flatMap(columns -> columns.toLine(
                                        territoryCode,
                                        reliefs.stream()
                                                .map(ReliefColumns::toRelief)
                                                .toList())),
                        Optional.ofNullable(mail).map(MailAddress::new),
                        Optional.ofNullable(coordination).map(PhoneNumber::new),
                        (rules == null ? RulesColumns.NONE : rules).toRules(daytimeContacts)),
                Optional.ofNullable(host).map(Finess::new));
    }
}
