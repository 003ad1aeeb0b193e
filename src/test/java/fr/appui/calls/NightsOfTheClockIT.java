package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.calendar.Quarter;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.UsableHours;
import fr.appui.rota.Duty;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.OnDuty;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.RotaFacts;
import fr.appui.rota.Slot;
import fr.appui.rota.Substitution;
import fr.appui.telephony.WrittenLadders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Whether a line is open and who is rung, asked of the switch alone at the seconds around each change: on the nights that have an hour twice
 * or lack one, and overseas, by a switch that knows no time zone. The rota says the same.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the switch alone")
class NightsOfTheClockIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final PhysicianId DAY = new PhysicianId(new UUID(0, 1));
    private static final PhysicianId NIGHT = new PhysicianId(new UUID(0, 2));
    private static final PhysicianId RELAY = new PhysicianId(new UUID(0, 3));
    private static final LocalTime HALF_PAST_TWO = LocalTime.of(2, 30);
    private static final Pattern FACT = Pattern.compile("\"\"extra\"\":\"\"([^\"]*)\"\"");

    private static SwitchProcess asterisk;

    @BeforeAll
    static void start() throws IOException {
        asterisk = SwitchProcess.alone();
    }

    @AfterAll
    static void end() {
        asterisk.close();
    }

    /** @param changes the last Sundays of October and of March */
    private record Place(SupportLine line, HolidayZone holidays, PerimeterHours hours, LocalDate sunday) {

        static Place of(int number, HolidayZone holidays, PerimeterHours hours, LocalDate sunday) {
            var line = new SupportLine(
                    PhoneNumber.parse("+3335301980" + number),
                    new TerritoryCode("TEST-LIEU" + number),
                    LineSettings.defaults());
            return new Place(line, holidays, hours, sunday);
        }

        Instant from() {
            return sunday.minusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
        }

        Duration ahead() {
            return Duration.ofHours(48);
        }

        /** One is rung until half past two and from then on, by the clock on the wall; another relieves them within the hour. */
        IndexedRota rota() {
            LocalDate newYear = LocalDate.of(2025, 1, 1);
            var perimeter = Perimeter.announced(
                            hours.endsNextDay() ? PerimeterKind.EXTENDED : PerimeterKind.CORE, hours, newYear, newYear)
                    .agreed(newYear, "ARS 2025-01");
            var clockwork = new RotaFacts.Clockwork(holidays.usualTimeZone(), holidays, List.of(perimeter));
            List<Duty> duties = sunday.minusDays(2)
                    .datesUntil(sunday.plusDays(3))
                    .flatMap(date -> Stream.of(new Duty(date, 1, DAY), new Duty(date, 2, NIGHT)))
                    .toList();
            Instant two = sunday.atTime(2, 0).atZone(holidays.usualTimeZone()).toInstant();
            var relay = new Substitution(
                    new UUID(1, 1),
                    new Slot(line.territory(), sunday.minusDays(1), 1),
                    Substitution.Kind.OVERRIDE,
                    Optional.of(RELAY),
                    Substitution.Effect.between(two.plusSeconds(47 * 60), two.plusSeconds(99 * 60)),
                    new Substitution.Act("coordination", "relais", from()));
            var rota = new PublishedRota(
                    line.territory(),
                    Quarter.of(sunday),
                    1,
                    new PublishedRota.Publisher("coordination", from()),
                    duties);
            var territory = new RotaFacts.TerritoryFacts(
                    line.territory(), clockwork, Optional.of(line), List.of(rota), List.of(relay));
            return IndexedRota.of(new RotaFacts(
                    from(),
                    sunday.minusDays(2),
                    sunday.plusDays(3),
                    List.of(territory),
                    List.of(
                            reachable(DAY, usable("+33639980001", LocalTime.of(8, 0), HALF_PAST_TWO)),
                            reachable(NIGHT, usable("+33639980002", HALF_PAST_TWO, LocalTime.of(8, 0))),
                            reachable(RELAY, ContactNumber.always(PhoneNumber.parse("+33639980003"))))));
        }

        /** The seconds on both sides of each change of what the rota says, and each quarter of an hour of the night that changes. */
        List<Instant> instants(IndexedRota rota) {
            var instants = new ArrayList<Instant>();
            String before = said(rota, from());
            for (Instant at = from(); at.isBefore(from().plus(ahead())); at = at.plusSeconds(60)) {
                String now = said(rota, at);
                if (!now.equals(before)) {
                    instants.add(at.minusSeconds(1));
                    instants.add(at);
                }
                before = now;
            }
            Instant two = sunday.atTime(1, 59).atZone(holidays.usualTimeZone()).toInstant();
            for (int quarter = 0; quarter < 10; quarter++) {
                instants.add(two.plusSeconds(quarter * 900L));
            }
            return instants;
        }

        String said(IndexedRota rota, Instant at) {
            return switch (rota.onDuty(line, at)) {
                case OnDuty.Closed closed -> "closed";
                case OnDuty.Open open ->
                    open.window().date() + " "
                            + open.ladder().stream()
                                    .flatMap(rung -> rung.numbers().stream()
                                            .map(number -> rung.position() + ":" + rung.physician()))
                                    .toList();
            };
        }

        private static RotaFacts.Reachable reachable(PhysicianId physician, ContactNumber... numbers) {
            return new RotaFacts.Reachable(physician, List.of(numbers));
        }

        private static ContactNumber usable(String number, LocalTime from, LocalTime to) {
            return new ContactNumber(PhoneNumber.parse(number), Optional.of(UsableHours.everyDay(from, to)));
        }
    }

    @Test
    void theSwitchAloneAnswersAsTheRotaDoesAtEverySecond() throws IOException {
        LocalDate autumn = LocalDate.of(2026, 10, 25);
        LocalDate spring = LocalDate.of(2026, 3, 29);
        var endsInTheHour = new PerimeterHours(LocalTime.of(18, 0), HALF_PAST_TWO, HALF_PAST_TWO, true);
        List<Place> places = List.of(
                Place.of(0, HolidayZone.METROPOLE, PerimeterHours.extended(), autumn),
                Place.of(1, HolidayZone.METROPOLE, PerimeterHours.extended(), spring),
                Place.of(2, HolidayZone.METROPOLE, endsInTheHour, autumn),
                Place.of(3, HolidayZone.METROPOLE, endsInTheHour, spring),
                Place.of(4, HolidayZone.METROPOLE, PerimeterHours.core(), autumn),
                Place.of(5, HolidayZone.REUNION, PerimeterHours.core(), autumn),
                Place.of(6, HolidayZone.MARTINIQUE, PerimeterHours.core(), spring),
                Place.of(7, HolidayZone.NOUVELLE_CALEDONIE, PerimeterHours.extended(), autumn));
        Map<String, String> expected = new LinkedHashMap<>();
        for (Place place : places) {
            IndexedRota rota = place.rota();
            keep(WrittenLadders.of(place.line(), rota, place.from(), place.ahead()));
            String line = place.line().number().e164().substring(1);
            for (Instant at : place.instants(rota)) {
                expected.put(line + "-" + at.getEpochSecond(), place.said(rota, at));
            }
        }
        assertThat(expected).hasSizeGreaterThan(100);
        for (String call : expected.keySet()) {
            asterisk.originate("Local/" + call + "@at-an-instant/n", "appui-nowhere", "{}");
        }
        await("all are answered")
                .atMost(PATIENCE)
                .until(() -> answers().keySet().containsAll(expected.keySet()));
        assertThat(answers()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    /** By call, of those that came so far as to have been rung for, or told that the line is closed. */
    private static Map<String, String> answers() throws IOException {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        try (Stream<String> records = Files.lines(Path.of(asterisk.workFolder(), "log/cel-custom/appui.csv"))) {
            records.forEach(record -> FACT.matcher(record)
                    .results()
                    .forEach(found -> facts.computeIfAbsent(record.split(",")[7], linked -> new ArrayList<>())
                            .addAll(List.of(found.group(1).split("~")))));
        }
        return facts.values().stream()
                .filter(call ->
                        call.getFirst().startsWith("arrived|") && (call.contains("nobody") || call.contains("closed")))
                .collect(Collectors.toMap(call -> call.getFirst().split("\\|")[1], NightsOfTheClockIT::answer));
    }

    private static String answer(List<String> facts) {
        if (facts.contains("closed")) {
            return "closed";
        }
        String date = facts.stream()
                .filter(fact -> fact.startsWith("ladder|"))
                .findFirst()
                .orElseThrow()
                .split("\\|")[1];
        return date + " "
                + facts.stream()
                        .filter(fact -> fact.startsWith("attempt-started|"))
                        .map(fact -> fact.split("\\|"))
                        .map(parts -> parts[2] + ":" + parts[3])
                        .toList();
    }

    private static void keep(Map<String, String> rows) throws IOException {
        ObjectNode variables = new ObjectMapper().createObjectNode();
        rows.forEach((key, value) -> variables.put("APPUI_CHANGE_" + (variables.size() + 1), key + "~" + value));
        variables.put("APPUI_CHANGES", Integer.toString(rows.size()));
        asterisk.originate("Local/s@appui-store/n", "appui-nowhere", "{\"variables\":" + variables + "}");
        String last = List.copyOf(rows.keySet()).getLast();
        asterisk.says("database show appui", "the ladder is kept", held -> held.contains(last), PATIENCE);
    }
}
