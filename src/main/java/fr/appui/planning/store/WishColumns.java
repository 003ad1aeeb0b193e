package fr.appui.planning.store;

import fr.appui.planning.DateRange;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.Preference;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Wishes;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Embeddable
record WishColumns(
        @Column(name = "kind") @Enumerated(EnumType.STRING) Kind kind,
        @Column(name = "from_date") LocalDate from,
        @Column(name = "to_date") LocalDate to,
        @Column(name = "weekday") @Nullable Integer weekday,
        @Column(name = "weight") @Nullable Integer weight,
        @Column(name = "declared_at") @Nullable Instant declaredAt) {

    enum Kind {
        AWAY,
        AWAY_EVERY,
        PREFER,
        AVOID,
        OTHER_ASTREINTE
    }

    static List<WishColumns> of(Wishes wishes) {
        var columns = new ArrayList<WishColumns>();
        wishes.unavailabilities().forEach(one -> columns.add(away(one)));
        wishes.preferences().forEach(one -> columns.add(preference(one)));
        FrenchDays.runs(wishes.priorityAstreintes())
                .forEach(dates ->
                        columns.add(new WishColumns(Kind.OTHER_ASTREINTE, dates.from(), dates.to(), null, null, null)));
        return columns;
    }

    /** The same, declared when it first was. */
    WishColumns declared(List<WishColumns> before, Instant now) {
        return before.stream()
                .filter(one -> one.at(null).equals(this))
                .findFirst()
                .orElseGet(() -> at(now));
    }

    private WishColumns at(@Nullable Instant moment) {
        return new WishColumns(kind, from, to, weekday, weight, moment);
    }

    /** Empty for what is no absence. */
    Optional<Unavailability> absence() {
        return toWishes(List.of(this)).unavailabilities().stream().findFirst();
    }

    static Wishes toWishes(List<WishColumns> columns) {
        var away = new ArrayList<Unavailability>();
        var preferences = new ArrayList<Preference>();
        var astreintes = new HashSet<LocalDate>();
        for (WishColumns one : columns) {
            switch (one.kind) {
                case AWAY -> away.add(new Unavailability.During(one.dates()));
                case AWAY_EVERY -> away.add(new Unavailability.Every(DayOfWeek.of(value(one.weekday)), one.dates()));
                case PREFER ->
                    preferences.add(new Preference(one.dates(), Preference.Liking.PREFER, value(one.weight)));
                case AVOID -> preferences.add(new Preference(one.dates(), Preference.Liking.AVOID, value(one.weight)));
                case OTHER_ASTREINTE -> one.dates().dates().forEach(astreintes::add);
            }
        }
        return Wishes.none().unavailable(away).preferring(preferences).holdingPriorityAstreintes(astreintes);
    }

    private static WishColumns away(Unavailability unavailability) {
        return switch (unavailability) {
            case Unavailability.During(DateRange dates) ->
                new WishColumns(Kind.AWAY, dates.from(), dates.to(), null, null, null);
            case Unavailability.Every(DayOfWeek day, DateRange dates) ->
                new WishColumns(Kind.AWAY_EVERY, dates.from(), dates.to(), day.getValue(), null, null);
        };
    }

    private static WishColumns preference(Preference preference) {
        Kind kind = switch (preference.liking()) {
            case PREFER -> Kind.PREFER;
            case AVOID -> Kind.AVOID;
        };
        DateRange dates = preference.dates();
        return new WishColumns(kind, dates.from(), dates.to(), null, preference.weight(), null);
    }

    private DateRange dates() {
        return new DateRange(from, to);
    }

    private static int value(@Nullable Integer column) {
        return Objects.requireNonNull(column);
    }
}
