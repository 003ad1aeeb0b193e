package fr.appui.directory.store;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Relief;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.UsableHours;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** @param neighbour a territory's code, or null for a line of its own number */
@Embeddable
record ReliefColumns(
        @Column(name = "neighbour") @Nullable String neighbour,
        @Column(name = "number") @Nullable String number,
        @Column(name = "when_closed") boolean whenClosed,
        @Column(name = "days") @Nullable String days,
        @Column(name = "from_minute") @Nullable Integer fromMinute,
        @Column(name = "to_minute") @Nullable Integer toMinute) {

    static ReliefColumns of(Relief relief) {
        Optional<UsableHours> hours = relief.terms().hours();
        return new ReliefColumns(
                relief instanceof Relief.Neighbour neighbour
                        ? neighbour.territory().value()
                        : null,
                relief instanceof Relief.Line line ? line.number().e164() : null,
                relief.terms().whenClosed(),
                hours.map(HoursColumns::daysOf).orElse(null),
                hours.map(known -> HoursColumns.minuteOf(known.from())).orElse(null),
                hours.map(known -> HoursColumns.minuteOf(known.to())).orElse(null));
    }

    Relief toRelief() {
        var terms = new Relief.Terms(HoursColumns.read(days, fromMinute, toMinute), whenClosed);
        if (neighbour != null) {
            return new Relief.Neighbour(new TerritoryCode(neighbour), terms);
        }
        if (number == null) {
            throw new IllegalStateException("territory_relief: neither a neighbour nor a number");
        }
        return new Relief.Line(new PhoneNumber(number), terms);
    }
}
