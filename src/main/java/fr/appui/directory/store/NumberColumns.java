package fr.appui.directory.store;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import fr.appui.directory.ContactNumber;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.UsableHours;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.DayOfWeek;
import java.time.LocalTime;
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
                contact.hours().map(NumberColumns::daysOf).orElse(null),
                contact.hours().map(hours -> minuteOf(hours.from())).orElse(null),
                contact.hours().map(hours -> minuteOf(hours.to())).orElse(null));
    }

    ContactNumber toNumber() {
        return new ContactNumber(new PhoneNumber(number), hours());
    }

    private Optional<UsableHours> hours() {
        if (days == null || fromMinute == null || toMinute == null) {
            return Optional.empty();
        }
        return Optional.of(new UsableHours(
                days.chars().mapToObj(day -> DayOfWeek.of(day - '0')).collect(toSet()),
                LocalTime.ofSecondOfDay(fromMinute * 60L),
                LocalTime.ofSecondOfDay(toMinute * 60L)));
    }

    private static String daysOf(UsableHours hours) {
        return hours.days().stream()
                .sorted()
                .map(day -> Integer.toString(day.getValue()))
                .collect(joining());
    }

    private static int minuteOf(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
