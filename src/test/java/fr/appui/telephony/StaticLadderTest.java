package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.CallerSettings;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.Escalation;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.HostRule;
import fr.appui.directory.LineSettings;
import fr.appui.directory.LocalRules;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Relief;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.UsableHours;
import fr.appui.directory.WaitingSound;
import fr.appui.directory.WhenInCall;
import fr.appui.directory.WhenNoKey;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.Nights;
import fr.appui.rota.OnDuty;
import fr.appui.rota.RotaFacts;
import fr.appui.rota.RotaSnapshot;
import fr.appui.rota.Rung;
import fr.appui.rota.Substitution;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaticLadderTest {

    /** Friday 16 January 2026, 12:00 in Paris. */
    private static final Instant NOON = Instant.parse("2026-01-16T11:00:00Z");

    private static final PhysicianId FIRST = new PhysicianId(new UUID(0, 1));
    private static final PhysicianId SECOND = new PhysicianId(new UUID(0, 2));

    private final SupportLine line = new SupportLine(
            new PhoneNumber("+33344000001"),
            new TerritoryCode("HDF-OISE"),
            new LineSettings(
                    true,
                    List.of(Duration.ofSeconds(20), Duration.ofSeconds(30)),
                    Optional.of(new PhoneNumber("+33344112233")),
                    false,
                    Optional.of(new PhoneNumber("15"))));
    private final Recordings recordings = new Recordings(Map.of("HDF-OISE", "territoire-oise"));
    private final Evenings rota = new Evenings();
    private Instant now = NOON;

    @BeforeEach
    void theLineIsPublished() {
        rota.publishes(List.of(line));
    }

    @Test
    void everyWindowOfTheComingDaysHoldsItsOwnLadder() {
        StaticLadder ladder = StaticLadder.of(line, rota, NOON, Duration.ofDays(3), recordings);
        assertThat(ladder.line()).isEqualTo("33344000001");
        assertThat(ladder.dialled()).containsExactly("33344000001", "0033344000001", "0344000001");
        assertThat(ladder.values())
                .containsEntry("gate", "1")
                .containsEntry("fallback", "15")
                .containsEntry("whisper", "territoire-oise&")
                .containsEntry("until", "" + NOON.plus(Duration.ofDays(3)).getEpochSecond())
                .containsEntry("count", "7");
        assertThat(ladder.values().get("w2"))
                .isEqualTo(at(16, 17) + "|" + at(16, 21) + "|open|2026-01-16|+33611000001/" + FIRST
                        + "/1/20//&+33611000002/" + SECOND + "/2/30//");
        assertThat(ladder.values().get("w4")).startsWith(at(17, 17) + "|" + at(17, 21) + "|open|2026-01-17|");
    }

    @Test
    void aLineSaysWhatItsCallersHearWhileTheyWaitAndWhatBecomesOfThoseWhoMakeNoChoice() {
        StaticLadder usual = StaticLadder.of(line, rota, NOON, Duration.ofDays(1), recordings);
        assertThat(usual.known()).isEqualTo("33344000001");
        assertThat(usual.values()).containsEntry("no-key", "RING");

        var settings = line.settings().withCaller(new CallerSettings(WhenNoKey.CALL_15, WaitingSound.RINGING));
        StaticLadder other = StaticLadder.of(
                new SupportLine(line.number(), line.territory(), settings), rota, NOON, Duration.ofDays(1), recordings);
        assertThat(other.known()).isEqualTo("33344000001|ringing");
        assertThat(other.values()).containsEntry("no-key", "CALL_15");
    }

    @Test
    void whomToCallAboutAMinorIsSaidWithoutTheServiceToo() {
        assertThat(StaticLadder.of(line, rota, NOON, Duration.ofDays(1), recordings)
                        .values())
                .containsEntry("children", "");
        rota.paediatric = Optional.of(new PhoneNumber("+33320001122"));
        StaticLadder told = StaticLadder.of(line, rota, NOON, Duration.ofDays(1), recordings);
        String said = "&appui-pediatrique&chiffre-0&chiffre-3&nombre-20&chiffre-0&chiffre-0&nombre-11&nombre-22";
        assertThat(told.values()).containsEntry("children", said);
        assertThat(told.values().get("w1")).contains("|closed|ferme&").contains(said + "&urgence-15");
    }

    @Test
    void theWindowsLeaveNoHole() {
        StaticLadder ladder = StaticLadder.of(line, rota, NOON, Duration.ofDays(7), recordings);
        long end = NOON.getEpochSecond();
        for (int i = 1; i <= Integer.parseInt(ladder.values().get("count")); i++) {
            String[] fields = ladder.values().get("w" + i).split("\\|");
            assertThat(Long.parseLong(fields[0])).isEqualTo(end);
            end = Long.parseLong(fields[1]);
        }
        assertThat(end).isEqualTo(NOON.plus(Duration.ofDays(7)).getEpochSecond());
    }

    @Test
    void closedHoursSayWhatTheServiceWouldSay() {
        StaticLadder ladder = StaticLadder.of(line, rota, NOON, Duration.ofDays(1), recordings);
        assertThat(ladder.values().get("w1"))
                .startsWith(at(16, 11) + "|" + at(16, 17) + "|closed|ferme&ouvert-semaine-de&heure-18")
                .contains("contact-de-jour&chiffre-0&chiffre-3")
                .endsWith("au-revoir|");
    }

    @Test
    void aLineThatTakesOverOutsideTheHoursIsNamedAsSuch() {
        var relief = new Relief.Line(new PhoneNumber("+33320001100"), new Relief.Terms(Optional.empty(), true));
        var escalation = new Escalation(
                Optional.empty(),
                false,
                WhenInCall.NEXT_RUNG,
                List.of(relief),
                Optional.empty(),
                Escalation.DEFAULT_SEARCH);
        SupportLine relieved =
                new SupportLine(line.number(), line.territory(), line.settings().withEscalation(escalation));
        rota.publishes(List.of(relieved));
        assertThat(StaticLadder.of(relieved, rota, NOON, Duration.ofDays(1), recordings)
                        .values()
                        .get("w1"))
                .endsWith("|closed||+33320001100|ferme&transfert-secours|RELIEF_LINE");
    }

    @Test
    void aNumberWhoseLineIsJoinedToAnotherRingsItsPeopleFromThatDayOn() {
        IndexedRota joined = IndexedRota.of(withJoined());
        StaticLadder ladder =
                StaticLadder.of(Nights.JOINED, joined, Nights.at(14, 12, 0), Duration.ofDays(2), recordings);
        assertThat(ladder.line()).as("the number dialled").isEqualTo("33353019998");
        String before = rowAt(ladder, Nights.at(14, 23, 0));
        String after = rowAt(ladder, Nights.at(15, 9, 0));
        assertThat(before).doesNotContain(Nights.MOBILE_A.e164());
        assertThat(after).contains("|open|2026-11-15|").contains(Nights.MOBILE_A.e164());
    }

    /** Somebody takes over in the middle of a duty: to the second, and not at the next look. */
    @Test
    void aWindowBeginsWithTheSecondAtWhichPeopleChange() {
        Substitution takeover = Nights.act(
                Substitution.Kind.OVERRIDE,
                Optional.of(Nights.DR_C),
                Substitution.Effect.between(Nights.at(14, 23, 7), Nights.at(15, 2, 31)),
                1);
        IndexedRota relieved = IndexedRota.of(Nights.facts(List.of(takeover), Nights.always(Nights.MOBILE_A)));
        StaticLadder ladder =
                StaticLadder.of(Nights.LINE, relieved, Nights.at(14, 12, 0), Duration.ofDays(1), recordings);
        for (Instant change : List.of(Nights.at(14, 23, 7), Nights.at(15, 2, 31))) {
            boolean begins = change.equals(Nights.at(14, 23, 7));
            assertThat(rowAt(ladder, change.minusSeconds(1)).contains(Nights.MOBILE_C.e164()))
                    .isEqualTo(!begins);
            assertThat(rowAt(ladder, change).contains(Nights.MOBILE_C.e164())).isEqualTo(begins);
        }
    }

    /** What a rota knows to stay is not asked for every five minutes of a night; and nothing that begins and ends between two looks is passed over. */
    @Test
    void whereTheRotaKnowsWhenItChangesNothingIsLookedForBetween() {
        Instant begins = Nights.at(14, 23, 6);
        Substitution brief = Nights.act(
                Substitution.Kind.OVERRIDE,
                Optional.of(Nights.DR_C),
                Substitution.Effect.between(begins, begins.plus(Duration.ofMinutes(2))),
                1);
        var counted = new Counted(IndexedRota.of(Nights.facts(List.of(brief), Nights.always(Nights.MOBILE_A))));
        StaticLadder ladder =
                StaticLadder.of(Nights.LINE, counted, Nights.at(13, 12, 0), Duration.ofDays(7), recordings);
        assertThat(rowAt(ladder, begins)).contains(Nights.MOBILE_C.e164());
        assertThat(rowAt(ladder, begins.plus(Duration.ofMinutes(2)))).doesNotContain(Nights.MOBILE_C.e164());
        assertThat(counted.asked).as("questions for seven days").isLessThan(200);
    }

    /**
     * Neighbours, one of whom is joined to the other meanwhile, and a line that takes over: each by its hours, the people next door relieved for
     * seconds between two looks. At each minute and the second before it, and around each change, the switch has what is decided then.
     */
    @Test
    void whatChangesAtANeighbourChangesWithTheSameSecond() {
        Instant begins = Nights.at(14, 23, 6).plusSeconds(13);
        Instant ends = begins.plusSeconds(34);
        Substitution brief = Nights.act(
                Substitution.Kind.OVERRIDE, Optional.of(Nights.DR_C), Substitution.Effect.between(begins, ends), 1);
        IndexedRota rotas = IndexedRota.of(relieved(brief));
        Instant from = Nights.at(14, 12, 0);
        Instant until = Nights.at(16, 12, 0);
        StaticLadder ladder = StaticLadder.of(RELIEVED, rotas, from, Duration.between(from, until), recordings);
        List<Instant> looks = new ArrayList<>(
                List.of(begins.minusSeconds(1), begins, ends.minusSeconds(1), ends, until.minusSeconds(1)));
        for (Instant minute = from; minute.isBefore(until); minute = minute.plusSeconds(60)) {
            looks.add(minute);
            looks.add(minute.plusSeconds(59));
        }
        for (Instant at : looks) {
            String decided = StaticLadder.of(RELIEVED, rotas, at, Duration.ofSeconds(1), recordings)
                    .values()
                    .get("w1");
            assertThat(what(rowAt(ladder, at))).as("at %s", at).isEqualTo(what(decided));
        }
        assertThat(rowAt(ladder, begins)).contains(Nights.MOBILE_C.e164());
        assertThat(ladder.values().values()).anyMatch(row -> row.contains("RELIEF_LINE"));
    }

    /** Who is relieved has hours of its own that end in the middle of its neighbours' nights. */
    private static final SupportLine RELIEVED = new SupportLine(
            new PhoneNumber("+33353019997"),
            new TerritoryCode("TEST-RELAYEE"),
            LineSettings.defaults()
                    .withEscalation(new Escalation(
                            Optional.empty(),
                            false,
                            WhenInCall.NEXT_RUNG,
                            List.of(
                                    new Relief.Neighbour(
                                            Nights.TERRITORY, between(LocalTime.of(22, 17), LocalTime.of(2, 43))),
                                    new Relief.Neighbour(
                                            Nights.JOINED.territory(),
                                            between(LocalTime.of(8, 1), LocalTime.of(14, 58))),
                                    new Relief.Line(
                                            new PhoneNumber("+33320001100"),
                                            between(LocalTime.of(1, 3), LocalTime.of(5, 29)))),
                            Optional.empty(),
                            Escalation.DEFAULT_SEARCH)));

    private static Relief.Terms between(LocalTime from, LocalTime to) {
        return new Relief.Terms(Optional.of(UsableHours.everyDay(from, to)), true);
    }

    private static RotaFacts relieved(Substitution act) {
        LocalDate newYear = LocalDate.of(2026, 1, 1);
        var evening = new PerimeterHours(LocalTime.of(18, 4), LocalTime.of(18, 4), LocalTime.of(23, 39), false);
        var clockwork = new RotaFacts.Clockwork(
                Nights.PARIS,
                HolidayZone.METROPOLE,
                List.of(Perimeter.announced(PerimeterKind.CORE, evening, newYear, newYear)
                        .agreed(newYear, "ARS 2026-01")));
        RotaFacts read = Nights.facts(
                List.of(act),
                Nights.always(Nights.MOBILE_A),
                new ContactNumber(
                        new PhoneNumber("+33639980009"),
                        Optional.of(UsableHours.everyDay(LocalTime.of(23, 51), LocalTime.of(1, 7)))));
        return new RotaFacts(
                read.takenAt(),
                read.from(),
                read.to(),
                List.of(
                        read.territories().getFirst(),
                        Nights.joined(Nights.SATURDAY.plusDays(1)),
                        new RotaFacts.TerritoryFacts(
                                RELIEVED.territory(), clockwork, Optional.of(RELIEVED), List.of(), List.of())),
                read.physicians());
    }

    /** Without from when to when. */
    private static String what(String row) {
        return row.split("\\|", 3)[2];
    }

    private static RotaFacts withJoined() {
        RotaFacts read = Nights.facts(List.of(), Nights.always(Nights.MOBILE_A));
        return new RotaFacts(
                read.takenAt(),
                read.from(),
                read.to(),
                List.of(read.territories().getFirst(), Nights.joined(Nights.SATURDAY.plusDays(1))),
                read.physicians());
    }

    private static String rowAt(StaticLadder ladder, Instant at) {
        return ladder.values().entrySet().stream()
                .filter(value -> value.getKey().matches("w\\d+"))
                .map(Map.Entry::getValue)
                .filter(row -> Long.parseLong(row.split("\\|")[0]) <= at.getEpochSecond()
                        && at.getEpochSecond() < Long.parseLong(row.split("\\|")[1]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyRowFitsALineOfAmi() {
        StaticLadder ladder = StaticLadder.of(line, rota, NOON, Duration.ofDays(7), recordings);
        assertThat(ladder.values().values()).allSatisfy(row -> assertThat(row).hasSizeLessThan(1_000));
    }

    @Test
    void aLadderIsWholeBeforeItIsPointedTo() throws IOException {
        AstDbInMemory database = new AstDbInMemory();
        LadderKeeper keeper = keeper();
        keeper.write(database);
        String current = database.values.get("appui/33344000001/current");
        assertThat(database.writes.indexOf("appui/33344000001/current"))
                .isGreaterThan(database.writes.indexOf("appui/33344000001/" + current + "/count"))
                .isGreaterThan(database.writes.lastIndexOf("appui/33344000001/" + current + "/w1"));
        assertThat(database.values)
                .containsEntry("appui/dialled/0344000001", "33344000001")
                .containsKey("appui/age");
        assertThat(keeper.age()).contains(Duration.ZERO);
    }

    @Test
    void theGenerationBeforeIsKeptForTheCallsThatReadIt() throws IOException {
        AstDbInMemory database = new AstDbInMemory();
        List<String> generations = new ArrayList<>();
        for (int days = 5; days <= 7; days++) {
            keeper(days).write(database);
            generations.add(database.values.get("appui/33344000001/current"));
        }
        assertThat(generations).doesNotHaveDuplicates();
        assertThat(database.values)
                .doesNotContainKey("appui/33344000001/" + generations.get(0) + "/count")
                .containsKey("appui/33344000001/" + generations.get(1) + "/count")
                .containsKey("appui/33344000001/" + generations.get(2) + "/count");
    }

    @Test
    void severalNodesThatWriteTheSameDoNotPushOutWhatIsBeingRead() throws IOException {
        AstDbInMemory database = new AstDbInMemory();
        keeper(5).write(database);
        String read = database.values.get("appui/33344000001/current");
        for (int node = 0; node < 3; node++) {
            keeper(6).write(database);
        }
        assertThat(database.values)
                .containsEntry("appui/33344000001/previous", read)
                .containsKey("appui/33344000001/" + read + "/count");
    }

    @Test
    void aNodeThatHasReadNoRotaYetTouchesNothing() throws IOException {
        AstDbInMemory database = new AstDbInMemory();
        LadderKeeper keeper = keeper();
        rota.known = false;
        keeper.write(database);
        keeper.keep(database);
        assertThat(database.writes).isEmpty();
        assertThat(keeper.age()).isEmpty();
    }

    @Test
    void whatIsHeldAlreadyIsNotWrittenAgain() throws IOException {
        AstDbInMemory database = new AstDbInMemory();
        LadderKeeper keeper = keeper();
        keeper.keep(database);
        int writes = database.writes.size();
        keeper.keep(database);
        assertThat(database.writes).hasSize(writes);
        rota.reverses();
        keeper.keep(database);
        assertThat(database.writes).hasSizeGreaterThan(writes);
    }

    @Test
    void laddersAreWorkedOutWhenTheRotaOrTheHourChangesAndNotAtEachHeartbeat() throws IOException {
        AstDbInMemory database = new AstDbInMemory();
        LadderKeeper keeper = keeper();
        keeper.keep(database);
        int asked = rota.asked;
        keeper.keep(database);
        assertThat(rota.asked).isEqualTo(asked);
        now = NOON.plus(Duration.ofMinutes(59));
        keeper.keep(database);
        assertThat(rota.asked).isEqualTo(asked);
        now = NOON.plus(Duration.ofHours(1));
        keeper.keep(database);
        assertThat(rota.asked).isGreaterThan(asked);
        asked = rota.asked;
        rota.reverses();
        keeper.keep(database);
        assertThat(rota.asked).isGreaterThan(asked);
    }

    /** It is looked for in the window of its arrival, in what was written since. */
    @Test
    void aCallThatArrivedJustBeforeTheHourFindsItsWindow() throws IOException {
        AstDbInMemory database = new AstDbInMemory();
        now = Instant.parse("2026-01-16T19:00:02Z");
        keeper().keep(database);
        long arrived = Instant.parse("2026-01-16T18:59:58Z").getEpochSecond();
        assertThat(database.values.entrySet())
                .filteredOn(written -> written.getKey().matches(".*/w\\d+"))
                .extracting(written -> written.getValue().split("\\|", -1))
                .anySatisfy(window -> {
                    assertThat(arrived).isBetween(Long.parseLong(window[0]), Long.parseLong(window[1]) - 1);
                    assertThat(window[2]).isEqualTo("open");
                });
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenAtTheNextHeartbeat() throws IOException {
        AstDbInMemory database = new AstDbInMemory();
        LadderKeeper keeper = keeper();
        database.failing = true;
        assertThatThrownBy(() -> keeper.keep(database)).isInstanceOf(IOException.class);
        database.failing = false;
        database.values.clear();
        keeper.keep(database);
        assertThat(database.values).containsKeys("appui/33344000001/current", "appui/age");
    }

    @Test
    void aLineThatIsWithdrawnIsForgotten() throws IOException {
        AstDbInMemory database = new AstDbInMemory();
        LadderKeeper keeper = keeper();
        keeper.write(database);
        rota.publishes(List.of());
        keeper.keep(database);
        assertThat(database.values).containsOnlyKeys("appui/age");
    }

    /** It may be dialled then, as another line's fallback. */
    @Test
    void aLineThatIsWithdrawnWhileTheSwitchIsAwayIsForgottenWhenItIsBack() throws IOException {
        AstDbInMemory database = new AstDbInMemory();
        LadderKeeper keeper = keeper();
        keeper.write(database);
        rota.publishes(List.of());
        database.failing = true;
        assertThatThrownBy(() -> keeper.keep(database)).isInstanceOf(IOException.class);
        database.failing = false;
        keeper.write(database);
        assertThat(database.values).containsOnlyKeys("appui/age");
    }

    private LadderKeeper keeper() {
        return keeper(7);
    }

    private LadderKeeper keeper(int daysAhead) {
        InstantSource source = () -> now;
        return new LadderKeeper(() -> rota, source.withZone(ZoneOffset.UTC), recordings, Duration.ofDays(daysAhead));
    }

    private static long at(int day, int hour) {
        return Instant.parse("2026-01-%02dT%02d:00:00Z".formatted(day, hour)).getEpochSecond();
    }

    private static final class Counted implements RotaSnapshot {
        private final IndexedRota rota;
        private int asked;

        Counted(IndexedRota rota) {
            this.rota = rota;
        }

        @Override
        public Instant takenAt() {
            return rota.takenAt();
        }

        @Override
        public Optional<SupportLine> line(PhoneNumber dialled) {
            return rota.line(dialled);
        }

        @Override
        public OnDuty onDuty(SupportLine line, Instant at) {
            asked++;
            return rota.onDuty(line, at);
        }

        @Override
        public Instant sameUntil(SupportLine line, Instant at) {
            return rota.sameUntil(line, at);
        }
    }

    /** Open every evening from 18:00 to 22:00 in Paris. */
    private static final class Evenings implements RotaSnapshot {
        private Collection<SupportLine> published = List.of();
        private boolean reversed;
        private boolean known = true;
        private Optional<PhoneNumber> paediatric = Optional.empty();
        private Object content = new Object();
        private int asked;

        void publishes(Collection<SupportLine> lines) {
            published = lines;
            content = new Object();
        }

        void reverses() {
            reversed = true;
            content = new Object();
        }

        @Override
        public Object content() {
            return content;
        }

        @Override
        public Instant takenAt() {
            return known ? NOON : Instant.EPOCH;
        }

        @Override
        public Optional<SupportLine> line(PhoneNumber dialled) {
            return published.stream()
                    .filter(known -> known.number().equals(dialled))
                    .findFirst();
        }

        @Override
        public Collection<SupportLine> lines() {
            return published;
        }

        @Override
        public LocalRules rules(SupportLine line) {
            return new LocalRules(Optional.empty(), paediatric, false, false, HostRule.USP_AND_EMSP, false, List.of());
        }

        @Override
        public OnDuty onDuty(SupportLine line, Instant at) {
            asked++;
            DutyWindow today = window(LocalDate.ofInstant(at, ZoneOffset.UTC));
            if (today.contains(at)) {
                List<Rung> ladder = List.of(
                        new Rung(1, reversed ? SECOND : FIRST, List.of(new PhoneNumber("+33611000001"))),
                        new Rung(2, reversed ? FIRST : SECOND, List.of(new PhoneNumber("+33611000002"))));
                return new OnDuty.Open(today, ladder, "");
            }
            return new OnDuty.Closed(Optional.of(
                    at.isBefore(today.start()) ? today : window(today.date().plusDays(1))));
        }

        private static DutyWindow window(LocalDate date) {
            return new DutyWindow(
                    date,
                    date.atTime(17, 0).toInstant(ZoneOffset.UTC),
                    date.atTime(21, 0).toInstant(ZoneOffset.UTC),
                    PerimeterKind.CORE,
                    DayKind.WORKING);
        }
    }

    private static final class AstDbInMemory implements AstDb {
        private final Map<String, String> values = new TreeMap<>();
        private final List<String> writes = new ArrayList<>();
        private boolean failing;

        @Override
        public String get(String key) {
            return values.getOrDefault(key, "");
        }

        @Override
        public void put(String key, String value) {
            values.put(key, value);
            writes.add(key);
        }

        @Override
        public void deleteTree(String key) {
            if (!failing) {
                values.keySet().removeIf(held -> (held + "/").startsWith(key + "/"));
            }
        }

        @Override
        public void flush() throws IOException {
            if (failing) {
                throw new IOException("cut");
            }
        }
    }
}
