package fr.appui.directory.store;

import fr.appui.directory.ContactNumber;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.UsableHours;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** @param days digits of the ISO days of the week, Monday 1; null like the minutes when the number serves always */
@Embeddable
record NumberColumns(
        @Column(name = "number") String number,
        @Column(name = "days") @Nullable String days,
        @Column(name = "from_minute") @Nullable Integer fromMinute,
        @Column(name = "to_minute") @Nullable Integer toMinute) {

    static NumberColumns of(ContactNumber contact) {
        return new NumberColumns(
                contact.number().e164(),
                contact.hours().map(HoursColumns::daysOf).orElse(null),
                contact.hours()
                        .map(hours -> HoursColumns.minuteOf(hours.from()))
                        .orElse(null),
                contact.hours().map(hours -> HoursColumns.minuteOf(hours.to())).orElse(null));
    }

    ContactNumber toNumber() {
        return new ContactNumber(new PhoneNumber(number), hours());
    }

    private Optional<UsableHours> hours() {
        return HoursColumns.read(days, fromMinute, toMinute);
    }
}
