package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What we ring is sent back to us by operators that keep neither our header nor who diverted it, and without the service: nobody is
 * rung again and again, and nobody who calls is refused.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("calls that come back")
class CallsComeBackIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LINES = 320;
    private static final Cast SAMU_FIRST = cast(0);
    private static final Cast SAMU_FIRST_FOR_TWO = cast(1);
    private static final Cast FORWARDED = cast(2);
    private static final Cast SHOWN_BY_A_WARD = cast(3);
    private static final Cast GIVEN_UP = cast(4);
    private static final Cast FALLBACK_FORWARDED = cast(5);
    private static final Cast SHOWN_OTHERWISE = cast(6);
    private static final Cast SHOWN_BY_ITSELF = cast(7);
    private static final Cast BUSY_FOR_ANOTHER = cast(8);

    private static final Parts PARTS = new Parts();
    private static SwitchProcess asterisk;
    private static Network carrier;
    private static Network samu;

    @BeforeAll
    static void start() throws IOException {
        asterisk = PARTS.keep(new SwitchProcess(
                SwitchProcess.NAME, SwitchProcess.silence(Files.createDirectories(Path.of("target", "come-back")))));
        carrier = PARTS.keep(new Network(new InetSocketAddress("127.0.0.2", 0), asterisk.sip()));
        samu = PARTS.keep(new Network(new InetSocketAddress("127.0.0.4", 0), asterisk.sip()));
        Map<String, String> site = Wiring.site(List.of(1), Duration.ZERO, carrier, samu);
        site.put(
                "site-globals/APPUI_SAMU_FIRST",
                Stream.of(SAMU_FIRST, SAMU_FIRST_FOR_TWO, GIVEN_UP)
                        .map(cast -> Cast.national(cast.line()))
                        .collect(Collectors.joining("&")));
        site.put("site-globals/APPUI_CONFIRM_WAIT", "4");
        asterisk.start(site, List.of());
        for (Cast cast : List.of(
                SAMU_FIRST,
                SAMU_FIRST_FOR_TWO,
                FORWARDED,
                SHOWN_BY_A_WARD,
                GIVEN_UP,
                FALLBACK_FORWARDED,
                SHOWN_OTHERWISE,
                SHOWN_BY_ITSELF,
                BUSY_FOR_ANOTHER)) {
            holdsTheLadderOf(cast);
        }
    }

    @AfterAll
    static void end() {
        PARTS.close();
    }

    /** It is shown who calls, and so are we when it comes back: it was rung for that call, and is not again. */
    @Test
    void aCallThatTheSamuSendsBackGoesToTheLine() {
        String line = Cast.national(SAMU_FIRST.line());
        Person nurse = carrier.person(Cast.national(SAMU_FIRST.callerNumber()));
        Person physician = first(SAMU_FIRST).picksUpAndPresses("1");
        Person regulation = samu.person(line);
        List<Leg> back = new ArrayList<>();
        regulation.does(leg -> {
            leg.ring();
            if (back.size() < 3) {
                back.add(carrier.place(nurse, line));
                leg.later(Duration.ZERO, () -> {
                    back.getLast().isUp();
                    leg.pickUp();
                });
            }
        });
        Leg call = nurse.rings(line).isUp();
        Leg answered = physician.isRung().isUp();
        answered.talksWith(back.getLast());

        assertThat(regulation.calls()).hasSize(1);
        assertThat(back).hasSize(1);
        assertThat(facts(line)).contains("degraded|samu-rings-already");
        back.getLast().hangUp();
        call.hangUp();
    }

    /** Behind one switchboard, at the same moment: one is with the SAMU, the other at once with the line. */
    @Test
    void neitherOfTwoWhoShowOneNumberIsRefused() {
        String line = Cast.national(SAMU_FIRST_FOR_TWO.line());
        Person switchboard = carrier.person(Cast.national(SAMU_FIRST_FOR_TWO.callerNumber()));
        Person physician = first(SAMU_FIRST_FOR_TWO).picksUpAndPresses("1");
        Person regulation = samu.person(line).letsItRing();
        Leg one = switchboard.rings(line).isUp();
        Leg rung = regulation.isRung();
        Leg other = switchboard.rings(line).isUp();
        other.talksWith(physician.isRung().isUp());
        rung.pickUp();
        one.talksWith(rung);

        Leg third = switchboard.rings(line).isUp();
        await("once the first is answered, the SAMU is first again")
                .atMost(PATIENCE)
                .until(() -> regulation.calls().size() == 2);
        third.hangUp();
        other.hangUp();
        one.hangUp();
    }

    @Test
    void whoGivesUpWhileTheSamuRingsIsToldAsOne() {
        String line = Cast.national(GIVEN_UP.line());
        Person regulation = samu.person(line).letsItRing();
        Leg nurse = carrier.person(Cast.national(GIVEN_UP.callerNumber()))
                .rings(line)
                .isUp();
        regulation.isRung();
        nurse.hangUp();
        await("it is told")
                .atMost(PATIENCE)
                .until(() -> facts(line)
                        .contains("arrived|" + line + "|PUBLIC|" + Cast.national(GIVEN_UP.callerNumber())
                                + "||0~finished|ABANDONED"));
    }

    @Test
    void aTelephoneForwardedToTheLineMakesNoCallOfItsOwn() throws IOException {
        comesBackShownAs(Cast.national(FORWARDED.line()), FORWARDED);
    }

    /** By an exchange that shows who diverts as who calls. */
    @Test
    void norDoesOneThatShowsItself() throws IOException {
        comesBackShownAs(first(SHOWN_BY_ITSELF).number(), SHOWN_BY_ITSELF);
    }

    private static void comesBackShownAs(String shown, Cast cast) throws IOException {
        String line = Cast.national(cast.line());
        Person itself = carrier.person(shown);
        List<Leg> back = new ArrayList<>();
        first(cast).does(leg -> {
            leg.ring();
            back.add(itself.rings(line));
            leg.later(Duration.ZERO, () -> {
                // an operator ends what it forwarded with what it was forwarded for
                leg.isOver();
                back.getFirst().hangUp();
            });
        });
        Person second = second(cast).picksUpAndPresses("1");
        Leg nurse =
                carrier.person(Cast.national(cast.callerNumber())).rings(line).isUp();
        nurse.talksWith(second.isRung().isUp());
        nurse.hangUp();

        assertThat(back).hasSize(1);
        assertThat(asterisk.heard().callersOf(line)).containsExactly(Cast.national(cast.callerNumber()));
        await("it is told")
                .atMost(PATIENCE)
                .until(() -> cel().contains("looped||+" + cast.line().substring(1)));
    }

    /** Shown by another number than the line's: nothing is left to know it by, and the caller loses the time of the whisper. */
    @Test
    void whatNothingTellsIsACallAndTheNextIsRungAllTheSame() {
        String line = Cast.national(SHOWN_OTHERWISE.line());
        keep("appui/" + SHOWN_OTHERWISE.line().substring(1) + "/g", "gate", "1");
        Person mainNumber = carrier.person("0322160098");
        first(SHOWN_OTHERWISE).does(leg -> {
            Leg back = mainNumber.rings(line);
            leg.later(Duration.ZERO, () -> {
                back.isUp();
                leg.pickUp();
                leg.isOver();
                back.hangUp();
            });
        });
        Person second = second(SHOWN_OTHERWISE).picksUpAndPresses("1");
        Person nurse = carrier.person(Cast.national(SHOWN_OTHERWISE.callerNumber()));
        Leg call = nurse.rings(line).isUp();
        await("she is asked")
                .atMost(PATIENCE)
                .until(() -> asterisk.heard().byCaller(nurse.number()).contains("qui-appelle"));
        call.press("2");
        call.talksWith(second.isRung().isUp());
        call.hangUp();

        assertThat(second.calls()).hasSize(1);
        assertThat(asterisk.heard().callersOf(line)).containsExactly(nurse.number(), mainNumber.number());
        assertThat(asterisk.heard().byCaller(mainNumber.number()))
                .startsWith("bienvenue", "qui-appelle")
                .doesNotContain("medecin-suivant");
        assertThat(asterisk.heard().tells("attempt-ended|1|NOT_CONFIRMED|16")).isTrue();
    }

    /** By an operator that says so, in one header for all who diverted. A call that nobody else takes is told to the coordination by this alone. */
    @Test
    void anotherLineThatIsForwardedToThisOneIsTold() throws IOException {
        String line = Cast.national(FALLBACK_FORWARDED.line());
        String number = "0322160099";
        keep("appui/" + FALLBACK_FORWARDED.line().substring(1) + "/g", "fallback", "+33" + number.substring(1));
        first(FALLBACK_FORWARDED).answers("486 Busy Here");
        second(FALLBACK_FORWARDED).answers("486 Busy Here");
        Person fallback = carrier.person(number);
        fallback.does(leg -> leg.later(Duration.ZERO, () -> {
            Leg forwarded = carrier.person(line)
                    .rings(
                            line,
                            new SipMessage.Header(
                                    "Diversion",
                                    "<sip:0399000000@x>;reason=no-answer, \"Secours, <nuit>\" <sip:" + number
                                            + "@x>;reason=unconditional"))
                    .isOver();
            leg.refuse(forwarded.status() + " As It Was");
        }));
        carrier.person(Cast.national(FALLBACK_FORWARDED.callerNumber()))
                .rings(line)
                .isUp()
                .isOver();

        assertThat(fallback.calls()).hasSize(1);
        assertThat(carrier.person(line).calls().getFirst().status()).isEqualTo(486);
        assertThat(cel())
                .contains("looped||+" + FALLBACK_FORWARDED.line().substring(1))
                .contains("put-through-ended|FALLBACK_LINE|0|17");
    }

    /** At night the operator forwards a ward's number to us; by day and by night the ward shows it. */
    @Test
    void aWardThatShowsTheNumberOfTheLineIsAnsweredMomentsLater() throws IOException {
        String line = Cast.national(SHOWN_BY_A_WARD.line());
        isAnsweredMomentsLater(SHOWN_BY_A_WARD, () -> carrier.person(line).rings(line));
    }

    /** Who calls a physician's own telephone while it rings for the line, and is diverted by it as it is busy: a caller, not what we ring. */
    @Test
    void soIsWhoCalledTheTelephoneThatRings() throws IOException {
        Leg diverted = isAnsweredMomentsLater(
                BUSY_FOR_ANOTHER,
                () -> carrier.person("0699000001")
                        .rings(
                                Cast.national(BUSY_FOR_ANOTHER.line()),
                                new SipMessage.Header(
                                        "Diversion",
                                        "<sip:" + first(BUSY_FOR_ANOTHER).number() + "@x>;reason=user-busy")));
        assertThat(diverted.status()).isEqualTo(200);
    }

    private static Leg isAnsweredMomentsLater(Cast cast, Supplier<Leg> calls) throws IOException {
        first(cast).letsItRing();
        Person second = second(cast).picksUpAndPresses("1");
        Leg nurse = carrier.person(Cast.national(cast.callerNumber()))
                .rings(Cast.national(cast.line()))
                .isUp();
        first(cast).isRung();
        Leg other = calls.get();
        nurse.talksWith(second.isRung().isUp());
        nurse.hangUp();
        other.talksWith(second.isRungAgain(2).isUp());
        other.hangUp();

        assertThat(cel()).doesNotContain("looped||+" + cast.line().substring(1));
        return other;
    }

    private static Cast cast(int number) {
        return new Cast(LINES + number, true, false);
    }

    private static Person first(Cast cast) {
        return carrier.person(Cast.national(cast.physicianNumber(1)));
    }

    private static Person second(Cast cast) {
        return carrier.person(Cast.national(cast.physicianNumber(2)));
    }

    /** As the service writes it. */
    private static void holdsTheLadderOf(Cast cast) {
        String line = cast.line().substring(1);
        String rungs = cast.physicianNumber(1) + "/" + Seeds.physicianId(cast.number(), 1) + "/1/6//&"
                + cast.physicianNumber(2) + "/" + Seeds.physicianId(cast.number(), 2) + "/2/6//";
        keep("appui/dialled", Cast.national(cast.line()), line);
        keep("appui/" + line + "/g", "w1", "1|9999999999|open|2026-03-28|" + rungs);
        keep("appui/" + line + "/g", "count", "1");
        keep("appui/" + line, "current", "g");
    }

    private static void keep(String family, String key, String value) {
        asterisk.cli("database put " + family + " " + key + " " + value);
    }

    private static String facts(String line) {
        try {
            return cel().lines()
                    .filter(record -> record.contains("arrived|" + line + "|"))
                    .reduce("", String::concat);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String cel() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(asterisk.workFolder()))) {
            List<Path> written =
                    files.filter(file -> file.endsWith("cel-custom/appui.csv")).toList();
            return written.isEmpty() ? "" : Files.readString(written.getFirst());
        }
    }
}
