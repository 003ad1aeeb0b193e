package fr.appui.rota;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.directory.Directory;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.Joining;
import fr.appui.directory.Joinings;
import fr.appui.directory.ProximityZone;
import fr.appui.directory.Reach;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.InMemoryDirectory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two territories of {@link Nights}, the line of one joined to the other's on Saturday 14 November 2026. */
public final class JoinedLines {

    public static final TerritoryCode OWN = Nights.JOINED.territory();
    public static final TerritoryCode INTO = Nights.TERRITORY;
    public static final LocalDate FIRST_DAY = Nights.SATURDAY;

    private JoinedLines() {}

    public static Directory directory() {
        var directory = new InMemoryDirectory();
        directory.save(territory(OWN, Nights.JOINED));
        directory.save(territory(INTO, Nights.LINE));
        return directory;
    }

    private static Territory territory(TerritoryCode code, SupportLine line) {
        return new Territory(
                code,
                "Vallée " + code,
                List.of(new ProximityZone("Zone " + code, List.of())),
                Nights.PARIS,
                HolidayZone.METROPOLE,
                new Territory.Contact(Optional.of(line), Optional.empty()),
                Optional.empty());
    }

    public static RotaFacts facts() {
        RotaFacts facts = Nights.facts(List.of(), Nights.always(Nights.MOBILE_A));
        return new RotaFacts(
                facts.takenAt(),
                facts.from(),
                facts.to(),
                List.of(facts.territories().getFirst(), Nights.joined(FIRST_DAY)),
                facts.physicians());
    }

    public static Joinings joinings() {
        return joinings(Map.of(OWN, new Joining(OWN, INTO, FIRST_DAY, LocalDate.of(2026, 9, 1), "ARS 2026-9")));
    }

    public static Joinings joinings(Map<TerritoryCode, Joining> all) {
        return new Joinings() {
            @Override
            public Map<TerritoryCode, Joining> all() {
                return all;
            }

            @Override
            public void save(Joining joining) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void remove(TerritoryCode territory) {
                throw new UnsupportedOperationException();
            }
        };
    }

    public static DutyCalendars calendars() {
        return new DutyCalendars() {
            @Override
            public Optional<DutyCalendar> of(TerritoryCode territory) {
                return facts().territories().stream()
                        .filter(known -> known.code().equals(territory))
                        .map(known -> known.clockwork().calendar())
                        .findFirst();
            }

            @Override
            public List<Perimeter> perimeters(TerritoryCode territory) {
                return of(territory).map(DutyCalendar::versions).orElse(List.of());
            }

            @Override
            public Map<TerritoryCode, List<Perimeter>> perimeters(Reach within) {
                return Map.of(OWN, perimeters(OWN), INTO, perimeters(INTO));
            }
        };
    }
}
