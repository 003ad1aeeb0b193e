package fr.appui.dispatch;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.CallerSettings;
import fr.appui.directory.Escalation;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Relief;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.WhenInCall;
import fr.appui.rota.OnDuty;
import fr.appui.rota.RotaSnapshot;
import fr.appui.rota.Rung;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** One line, one window on the night of Thursday 5 March 2026, two physicians, the first with a mobile and a landline. */
record FakeRota(LineSettings settings, List<Rung> ladder, boolean withdrawn, List<Rung> nextDoor)
        implements RotaSnapshot {

    static final PhoneNumber LINE = PhoneNumber.parse("03 44 11 22 33");
    static final PhoneNumber MOBILE_A = PhoneNumber.parse("06 12 34 56 01");
    static final PhoneNumber LANDLINE_A = PhoneNumber.parse("03 44 00 00 01");
    static final PhoneNumber MOBILE_B = PhoneNumber.parse("06 12 34 56 02");
    static final PhoneNumber SAMU = PhoneNumber.parse("03 44 06 00 15");
    static final PhoneNumber DAC = PhoneNumber.parse("03 44 55 66 77");
    static final PhoneNumber REGIONAL = PhoneNumber.parse("03 20 00 00 00");
    static final PhoneNumber MOBILE_N = PhoneNumber.parse("06 12 34 56 09");
    static final PhoneNumber LINE_N = PhoneNumber.parse("03 27 11 22 33");
    static final TerritoryCode NEXT_DOOR = new TerritoryCode("HDF-HAINAUT");
    static final PhysicianId DR_N = new PhysicianId(new UUID(0, 9));
    static final PhysicianId DR_A = new PhysicianId(new UUID(0, 1));
    static final PhysicianId DR_B = new PhysicianId(new UUID(0, 2));
    static final Instant EVENING = Instant.parse("2026-03-05T19:12:04Z");
    static final Instant AFTERNOON = Instant.parse("2026-03-05T14:00:00Z");
    static final DutyWindow TONIGHT = new DutyWindow(
            LocalDate.of(2026, 3, 5),
            Instant.parse("2026-03-05T17:30:00Z"),
            Instant.parse("2026-03-06T07:30:00Z"),
            PerimeterKind.EXTENDED,
            DayKind.WORKING);

    static FakeRota withTwoPhysicians() {
        return new FakeRota(
                new LineSettings(
                        true,
                        List.of(Duration.ofSeconds(20), Duration.ofSeconds(25)),
                        Optional.empty(),
                        false,
                        Optional.empty()),
                List.of(new Rung(1, DR_A, List.of(MOBILE_A, LANDLINE_A)), new Rung(2, DR_B, List.of(MOBILE_B))),
                false,
                List.of());
    }

    /** The settings that stories change, one by one. */
    static final class Wanted {
        private Optional<Duration> secondRungAfter = Optional.empty();
        private boolean redialsFirst;
        private WhenInCall whenInCall = WhenInCall.NEXT_RUNG;
        private List<Relief> reliefs = List.of();
        private Optional<PhoneNumber> samu = Optional.empty();
        private Duration longestSearch = Escalation.DEFAULT_SEARCH;

        Wanted secondRungAfter(int seconds) {
            secondRungAfter = Optional.of(Duration.ofSeconds(seconds));
            return this;
        }

        Wanted redialsFirst() {
            redialsFirst = true;
            return this;
        }

        Wanted whenInCall(WhenInCall wanted) {
            whenInCall = wanted;
            return this;
        }

        Wanted reliefs(Relief... wanted) {
            reliefs = List.of(wanted);
            return this;
        }

        Wanted samu() {
            samu = Optional.of(SAMU);
            return this;
        }

        Wanted longestSearch(Duration wanted) {
            longestSearch = wanted;
            return this;
        }
    }

    FakeRota withEscalation(UnaryOperator<Wanted> change) {
        Wanted wanted = change.apply(new Wanted());
        return with(settings.withEscalation(new Escalation(
                wanted.secondRungAfter,
                wanted.redialsFirst,
                wanted.whenInCall,
                wanted.reliefs,
                wanted.samu,
                wanted.longestSearch)));
    }

    /** Dr N is on duty next door, whose line is open at every hour. */
    FakeRota withNeighbour() {
        return new FakeRota(settings, ladder, withdrawn, List.of(new Rung(1, DR_N, List.of(MOBILE_N))));
    }

    FakeRota withNobody() {
        return new FakeRota(settings, List.of(), withdrawn, nextDoor);
    }

    FakeRota withLadder(List<Rung> rungs) {
        return new FakeRota(settings, rungs, withdrawn, nextDoor);
    }

    FakeRota withoutTheLine() {
        return new FakeRota(settings, ladder, true, nextDoor);
    }

    FakeRota withoutGate() {
        return with(new LineSettings(
                false,
                settings.ringTimes(),
                settings.daytimeContact(),
                settings.transfersToDaytimeContact(),
                settings.fallback(),
                settings.escalation(),
                settings.caller()));
    }

    FakeRota withFallback(PhoneNumber fallback) {
        return with(new LineSettings(
                settings.asksProfile(),
                settings.ringTimes(),
                settings.daytimeContact(),
                settings.transfersToDaytimeContact(),
                Optional.of(fallback),
                settings.escalation(),
                settings.caller()));
    }

    FakeRota withCaller(CallerSettings wanted) {
        return with(settings.withCaller(wanted));
    }

    FakeRota withDaytimeContact(boolean transfers) {
        return with(new LineSettings(
                settings.asksProfile(),
                settings.ringTimes(),
                Optional.of(DAC),
                transfers,
                settings.fallback(),
                settings.escalation(),
                settings.caller()));
    }

    private FakeRota with(LineSettings changed) {
        return new FakeRota(changed, ladder, withdrawn, nextDoor);
    }

    @Override
    public Instant takenAt() {
        return EVENING;
    }

    @Override
    public Optional<SupportLine> line(PhoneNumber dialled) {
        return Optional.of(new SupportLine(LINE, new TerritoryCode("HDF-OISE"), settings))
                .filter(line -> dialled.equals(LINE) && !withdrawn);
    }

    @Override
    public Optional<SupportLine> lineOf(TerritoryCode territory) {
        return Optional.of(new SupportLine(LINE_N, NEXT_DOOR, LineSettings.defaults()))
                .filter(line -> territory.equals(NEXT_DOOR) && !nextDoor.isEmpty());
    }

    @Override
    public OnDuty onDuty(SupportLine line, Instant at) {
        if (line.territory().equals(NEXT_DOOR)) {
            return new OnDuty.Open(TONIGHT, nextDoor, "astreinte voisine");
        }
        return TONIGHT.contains(at)
                ? new OnDuty.Open(TONIGHT, ladder, "astreinte publiée du 5 mars 2026")
                : new OnDuty.Closed(
                        Optional.of(TONIGHT).filter(next -> next.start().isAfter(at)));
    }
}
