package fr.appui.calendar.store;

import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "perimeter")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PerimeterRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "territory")
    String territory;

    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    PerimeterKind kind;

    @Column(name = "working_start")
    int workingStart;

    @Column(name = "non_working_start")
    int nonWorkingStart;

    @Column(name = "end_minute")
    int end;

    @Column(name = "ends_next_day")
    boolean endsNextDay;

    @Column(name = "announced_on")
    LocalDate announcedOn;

    @Column(name = "in_force_from")
    LocalDate inForceFrom;

    @Column(name = "agreed_on")
    @Nullable
    LocalDate agreedOn;

    @Column(name = "agreement_reference")
    @Nullable
    String agreementReference;

    @Column(name = "last_day")
    @Nullable
    LocalDate lastDay;

    static List<PerimeterRow> of(TerritoryCode territory) {
        return list("territory = ?1 order by inForceFrom", territory.value());
    }

    static List<PerimeterRow> of(Reach within) {
        Sort order = Sort.by("territory", "inForceFrom");
        return within.only()
                .map(only -> PerimeterRow.<PerimeterRow>list(
                        "territory in ?1",
                        order,
                        only.stream().map(TerritoryCode::value).toList()))
                .orElseGet(() -> listAll(order));
    }

    static Optional<PerimeterRow> of(TerritoryCode territory, LocalDate inForceFrom) {
        return find("territory = ?1 and inForceFrom = ?2", territory.value(), inForceFrom)
                .firstResultOptional();
    }

    void fill(TerritoryCode code, Perimeter perimeter) {
        territory = code.value();
        kind = perimeter.kind();
        workingStart = minuteOf(perimeter.hours().workingStart());
        nonWorkingStart = minuteOf(perimeter.hours().nonWorkingStart());
        end = minuteOf(perimeter.hours().end());
        endsNextDay = perimeter.hours().endsNextDay();
        announcedOn = perimeter.announcedOn();
        inForceFrom = perimeter.inForceFrom();
        agreedOn = perimeter.agreement().map(ArsAgreement::date).orElse(null);
        agreementReference = perimeter.agreement().map(ArsAgreement::reference).orElse(null);
        lastDay = perimeter.lastDay().orElse(null);
    }

    Perimeter toPerimeter() {
        var hours = new PerimeterHours(timeOf(workingStart), timeOf(nonWorkingStart), timeOf(end), endsNextDay);
        Optional<ArsAgreement> agreement = agreedOn == null || agreementReference == null
                ? Optional.empty()
                : Optional.of(new ArsAgreement(agreedOn, agreementReference));
        return new Perimeter(kind, hours, announcedOn, agreement, inForceFrom, Optional.ofNullable(lastDay));
    }

    private static int minuteOf(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static LocalTime timeOf(int minute) {
        return LocalTime.ofSecondOfDay(minute * 60L);
    }
}
