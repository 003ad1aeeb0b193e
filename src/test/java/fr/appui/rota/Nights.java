package fr.appui.rota;

import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.calendar.Quarter;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.Joining;
import fr.appui.directory.LineSettings;
import fr.appui.directory.LocalRules;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A territory with extended hours; on Saturday 14 November 2026 Dr A is on duty and Dr B behind, on Sunday Dr A alone. */
public final class Nights {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final TerritoryCode TERRITORY = new TerritoryCode("TEST-NUITS");
    public static final LocalDate SATURDAY = LocalDate.of(2026, 11, 14);
    public static final PhysicianId DR_A = new PhysicianId(new UUID(0, 0xA));
    public static final PhysicianId DR_B = new PhysicianId(new UUID(0, 0xB));
    public static final PhysicianId DR_C = new PhysicianId(new UUID(0, 0xC));
    public static final PhoneNumber MOBILE_A = PhoneNumber.parse("06 39 98 00 01");
    public static final PhoneNumber MOBILE_B = PhoneNumber.parse("06 39 98 00 02");
    public static final PhoneNumber MOBILE_C = PhoneNumber.parse("06 39 98 00 03");
    public static final SupportLine LINE =
            new SupportLine(PhoneNumber.parse("03 53 01 99 99"), TERRITORY, LineSettings.defaults());

    public static final SupportLine JOINED = new SupportLine(
            PhoneNumber.parse("03 53 01 99 98"), new TerritoryCode("TEST-JOINTE"), LineSettings.defaults());

    private Nights() {}

    public static Instant at(int day, int hour, int minute) {
        return LocalDate.of(2026, 11, day).atTime(hour, minute).atZone(PARIS).toInstant();
    }

    public static Perimeter extended() {
        LocalDate newYear = LocalDate.of(2026, 1, 1);
        return Perimeter.announced(PerimeterKind.EXTENDED, PerimeterHours.extended(), newYear, newYear)
                .agreed(newYear, "ARS 2026-01");
    }

    /** A line without anybody on its rota, joined to the other on a date. */
    public static RotaFacts.TerritoryFacts joined(LocalDate firstDay) {
        return joined(firstDay, List.of(extended().ending(Optional.of(firstDay.minusDays(1)))));
    }

    public static RotaFacts.TerritoryFacts joined(LocalDate firstDay, List<Perimeter> hours) {
        return new RotaFacts.TerritoryFacts(
                JOINED.territory(),
                new RotaFacts.Clockwork(PARIS, HolidayZone.METROPOLE, hours),
                Optional.of(JOINED),
                List.of(),
                List.of(),
                Optional.of(
                        new Joining(JOINED.territory(), TERRITORY, firstDay, LocalDate.of(2026, 9, 1), "ARS 2026-9")),
                LocalRules.NONE);
    }

    public static PublishedRota rota(int version) {
        return new PublishedRota(
                TERRITORY,
                new Quarter(2026, 4),
                version,
                new PublishedRota.Publisher("coordination", at(1, 9, 0)),
                List.of(
                        new Duty(SATURDAY, 1, DR_A),
                        new Duty(SATURDAY, 2, DR_B),
                        new Duty(SATURDAY.plusDays(1), 1, DR_A)));
    }

    public static DutyDay saturday(Substitution... acts) {
        return facts(List.of(acts), always(MOBILE_A)).territories().getFirst().day(window(SATURDAY));
    }

    public static DutyWindow window(LocalDate date) {
        return facts(List.of(), always(MOBILE_A))
                .territories()
                .getFirst()
                .clockwork()
                .calendar()
                .window(date)
                .orElseThrow();
    }

    public static ContactNumber always(PhoneNumber number) {
        return ContactNumber.always(number);
    }

    /** @param numbersOfA Dr B and Dr C have one mobile each */
    public static RotaFacts facts(List<Substitution> acts, ContactNumber... numbersOfA) {
        var clockwork = new RotaFacts.Clockwork(PARIS, HolidayZone.METROPOLE, List.of(extended()));
        var territory = new RotaFacts.TerritoryFacts(TERRITORY, clockwork, Optional.of(LINE), List.of(rota(3)), acts);
        return new RotaFacts(
                at(14, 12, 0),
                LocalDate.of(2026, 11, 10),
                LocalDate.of(2026, 11, 30),
                List.of(territory),
                List.of(
                        new RotaFacts.Reachable(DR_A, List.of(numbersOfA)),
                        new RotaFacts.Reachable(DR_B, List.of(always(MOBILE_B))),
                        new RotaFacts.Reachable(DR_C, List.of(always(MOBILE_C)))));
    }

    /** As {@link #facts}, with somebody held by an astreinte that keeps priority. */
    public static RotaFacts busy(PhysicianId physician, Instant from, Instant until) {
        RotaFacts facts = facts(List.of(), always(MOBILE_A));
        return new RotaFacts(
                facts.takenAt(),
                facts.from(),
                facts.to(),
                facts.territories(),
                facts.physicians().stream()
                        .map(one -> one.physician().equals(physician)
                                ? new RotaFacts.Reachable(
                                        one.physician(),
                                        one.numbers(),
                                        one.duringDuties(),
                                        List.of(new RotaFacts.Busy(from, until, false)))
                                : one)
                        .toList());
    }

    /** As {@link #busy}, of somebody who did not confirm that they are there. */
    public static RotaFacts unconfirmed(PhysicianId physician, Instant from, Instant until) {
        RotaFacts facts = busy(physician, from, until);
        return new RotaFacts(
                facts.takenAt(),
                facts.from(),
                facts.to(),
                facts.territories(),
                facts.physicians().stream()
                        .map(one -> new RotaFacts.Reachable(
                                one.physician(),
                                one.numbers(),
                                one.duringDuties(),
                                one.busy().stream()
                                        .map(spell -> new RotaFacts.Busy(spell.from(), spell.until(), true))
                                        .toList()))
                        .toList());
    }

    /** An act on Saturday's first rung, recorded at the given minute of that day. */
    public static Substitution act(
            Substitution.Kind kind, Optional<PhysicianId> physician, Substitution.Effect effect, int minute) {
        return new Substitution(
                new UUID(1, minute),
                new Slot(TERRITORY, SATURDAY, 1),
                kind,
                physician,
                effect,
                new Substitution.Act("coordination", "motif " + minute, at(14, 10, minute)));
    }
}
