package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRota;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Duties as published or as held, in the form that rules are checked on: one physician for each date and rung. */
public final class HeldRota {

    private HeldRota() {}

    /** A duty that was handed over counts for who holds most of it. */
    public static Assignment of(List<DutyDay> days) {
        return new Assignment(holders(days, DutyRung.FIRST), holders(days, DutyRung.BACK_UP));
    }

    private static SortedMap<LocalDate, PhysicianId> holders(List<DutyDay> days, DutyRung rung) {
        var holders = new TreeMap<LocalDate, PhysicianId>();
        days.forEach(day ->
                holder(day, rung).ifPresent(holder -> holders.put(day.window().date(), holder)));
        return holders;
    }

    public static Assignment of(PublishedRota rota) {
        Assignment published = Assignment.EMPTY;
        for (var duty : rota.duties()) {
            Optional<DutyRung> rung = rung(duty.rung());
            published = rung.isEmpty() ? published : published.with(rung.get(), duty.date(), duty.physician());
        }
        return published;
    }

    /** The rung's number in a ladder. */
    public static int number(DutyRung rung) {
        return switch (rung) {
            case FIRST -> 1;
            case BACK_UP -> 2;
        };
    }

    /** Empty for the rungs below the two that rotas fill. */
    public static Optional<DutyRung> rung(int number) {
        return switch (number) {
            case 1 -> Optional.of(DutyRung.FIRST);
            case 2 -> Optional.of(DutyRung.BACK_UP);
            default -> Optional.empty();
        };
    }

    /** Who holds what is to come of it at a moment: all of it, before it begins. */
    static Optional<PhysicianId> holderFrom(DutyDay day, DutyRung rung, Instant moment) {
        Instant at =
                moment.isAfter(day.window().start()) ? moment : day.window().start();
        return day.at(at).stream()
                .flatMap(stretch -> stretch.holdings().stream())
                .filter(holding -> holding.rung() == number(rung))
                .flatMap(holding -> holding.physician().stream())
                .findFirst();
    }

    static Optional<PhysicianId> holder(DutyDay day, DutyRung rung) {
        return mainPart(day, rung).map(HeldPart::physician);
    }

    /** The longest: it makes the duty its holder's where duties are counted. */
    static Optional<HeldPart> mainPart(DutyDay day, DutyRung rung) {
        return mainPart(HeldPart.of(day, rung));
    }

    /** @param parts of one rung of one date */
    static Optional<HeldPart> mainPart(List<HeldPart> parts) {
        return parts.stream().max(Comparator.comparing(part -> Duration.between(part.start(), part.end())));
    }

    static Assignment within(Assignment assignment, LocalDate from, LocalDate to) {
        Assignment within = assignment;
        for (DutyRung rung : DutyRung.values()) {
            for (LocalDate date : assignment.on(rung).keySet()) {
                within = date.isBefore(from) || date.isAfter(to) ? within.without(rung, date) : within;
            }
        }
        return within;
    }
}
