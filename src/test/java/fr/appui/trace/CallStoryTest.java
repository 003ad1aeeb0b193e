package fr.appui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDuration;
import fr.appui.trace.Receipts.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallStoryTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Narrator narrator = new Narrator(Calls.names(), alerts -> Map.of(), PARIS);

    @Test
    void a_night_call_is_told_in_french() {
        assertThat(told(Calls.answeredBySecond("lille-1")))
                .containsExactly(
                        "03:12:04 Appel reçu sur la ligne Oise",
                        "03:12:13 Appelant : infirmier ou infirmière",
                        "03:12:13 Recherche du médecin d’astreinte : astreinte publiée du 5 mars 2026",
                        "03:12:13 Sonnerie du Dr Alix (rang 1), 20 s : pas de réponse",
                        "03:12:35 Sonnerie du Dr Baptiste (rang 2), 7 s : a pris l’appel",
                        "03:12:42 En relation",
                        "03:20:54 Fin de la conversation, 8 min 12 s",
                        "03:20:54 Fin de l’appel : répondu par un médecin (raccroché normalement), durée totale 8 min 50 s");
    }

    /** Whatever the sentences are. */
    @Test
    void where_two_people_hear_each_other_or_nobody_was_reached_is_a_turn() {
        assertThat(narrator.tell(CallStory.of(Calls.everyKind("lille-2"))))
                .filteredOn(Narrator.Line::turn)
                .extracting(Narrator.Line::text)
                .containsExactly("En relation", "Aucun médecin n’a pu être joint");
    }

    /** As the switch tells it: accepted, as the two were joined, and sought on. */
    @Test
    void who_was_cut_off_moments_after_the_key_has_not_taken_the_call() {
        List<CallEvent> whole = Calls.answeredBySecond("lille-1");
        CallId call = whole.getFirst().call();
        Instant t = Calls.NIGHT;
        List<CallEvent> events = new ArrayList<>(whole);
        events.removeIf(event -> event instanceof CallEvent.AttemptEnded ended && ended.attempt() == 1);
        events.add(new CallEvent.AttemptEnded(call, t.plusSeconds(24), 1, AttemptResult.ACCEPTED, 0));
        events.add(new CallEvent.Bridged(call, t.plusMillis(24_010), "1772763124.3"));
        events.add(new CallEvent.Unbridged(call, t.plusSeconds(27), "1772763124.3"));
        CallStory story = CallStory.of(events);
        assertThat(story.attempts().getFirst().result()).contains(AttemptResult.CUT_OFF);
        assertThat(story.accepted())
                .hasValueSatisfying(attempt -> assertThat(attempt.physician()).isEqualTo(Calls.DR_B));

        events.removeIf(event -> event.at().isAfter(t.plusSeconds(30)));
        assertThat(CallStory.of(events).accepted()).as("nothing went on yet").isPresent();
        events.add(new CallEvent.NobodyReached(call, t.plusSeconds(28)));
        assertThat(CallStory.of(events).accepted()).isEmpty();
    }

    /** The first lasted too short to count, so it was tried again. */
    @Test
    void each_call_back_that_was_joined_is_told_with_how_long_it_lasted() {
        List<CallEvent> events = new ArrayList<>(Calls.answeredBySecond("lille-1"));
        CallId call = events.getFirst().call();
        Instant t = Calls.NIGHT.plusSeconds(600);
        events.add(new CallEvent.CallBackJoined(call, t, 1));
        events.add(new CallEvent.CallBackEnded(call, t.plusSeconds(3), 1, CallBackResult.JOINED, 0));
        events.add(new CallEvent.CallBackJoined(call, t.plusSeconds(300), 2));
        events.add(new CallEvent.CallBackEnded(call, t.plusSeconds(420), 2, CallBackResult.JOINED, 0));
        assertThat(told(events))
                .endsWith(
                        "03:22:04 Rappel : en relation",
                        "03:22:07 Fin de la conversation, 3 s",
                        "03:27:04 Rappel : en relation",
                        "03:29:04 Fin de la conversation, 2 min 00 s");
    }

    /** Of two who ring together the second began before the first took the call. */
    @Test
    void who_rang_beside_took_nothing_away() {
        List<CallEvent> whole = Calls.answeredBySecond("lille-1");
        CallId call = whole.getFirst().call();
        List<CallEvent> events = new ArrayList<>(whole);
        events.add(new CallEvent.AttemptStarted(
                call, Calls.NIGHT.plusSeconds(36), 3, 3, Calls.DR_A, Duration.ofSeconds(20)));
        events.add(new CallEvent.AttemptEnded(call, Calls.NIGHT.plusSeconds(38), 3, AttemptResult.NO_ANSWER, 26));
        assertThat(CallStory.of(events).accepted()).map(Attempt::physician).contains(Calls.DR_B);
    }

    @Test
    void every_kind_of_event_can_be_told() {
        assertThat(told(Calls.everyKind("lille-2")))
                .contains(
                        "03:12:04 Ligne fermée, prochaine ouverture vendredi 6 mars à 4 h 12",
                        "03:12:04 Sonnerie du Dr Alix (rang 1), 0 s : injoignable (abonné absent (téléphone éteint ou hors réseau))",
                        "03:12:04 Aucun médecin n’a pu être joint",
                        "03:12:04 Pas de réponse : le SAMU (aucun circuit disponible)",
                        "03:12:04 L’appelant demande à être rappelé",
                        "03:12:04 Alerte au Dr Baptiste par SMS, acceptée",
                        "03:12:04 Incident technique : la ligne a été retirée pendant l’appel");
    }

    /** Until what is kept of the alert is erased: then nothing is said of its receipt. */
    @Test
    void an_alert_is_told_as_its_receipts_say() {
        Instant at = CallStory.of(Calls.everyKind("lille-2")).start();
        assertThat(alertOf(new Receipt.None()))
                .isEqualTo("Alerte au Dr Baptiste par SMS, acceptée sans accusé de réception");
        assertThat(alertOf(new Receipt.Delivered(at.plusSeconds(30))))
                .isEqualTo(
                        "Alerte au Dr Baptiste par SMS, acceptée, remise au téléphone, dit la passerelle à 03:12:34");
        assertThat(alertOf(new Receipt.Undelivered(at.plus(Duration.ofDays(1)))))
                .startsWith("Alerte au Dr Baptiste par SMS, acceptée, pas remise au téléphone, dit la passerelle le ")
                .contains("7 mars");
    }

    private static String alertOf(Receipt receipt) {
        Receipts known = alerts -> alerts.stream().collect(Collectors.toMap(Function.identity(), alert -> receipt));
        return new Narrator(Calls.names(), known, PARIS)
                .tell(CallStory.of(Calls.everyKind("lille-2"))).stream()
                        .map(Narrator.Line::text)
                        .filter(text -> text.startsWith("Alerte au"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void a_call_back_that_failed_is_told_with_what_failed() {
        var story = CallStory.of(List.of(callBackEnded(1, 57), callBackEnded(2, 34), callBackEnded(3, 0)));
        assertThat(narrator.tell(story))
                .extracting(line -> line.text().replace('\u00a0', ' '))
                .containsExactly(
                        "Rappel n° 1 : incident technique (numéro qui ne peut pas être appelé)",
                        "Rappel n° 2 : incident technique (aucun circuit disponible)",
                        "Rappel n° 3 : incident technique");
    }

    private static CallEvent callBackEnded(int attempt, int cause) {
        return new CallEvent.CallBackEnded(
                new CallId("lille-4"), Instant.EPOCH.plusMillis(attempt), attempt, CallBackResult.FAILED, cause);
    }

    @Test
    void a_physician_nobody_knows_any_more_is_still_told() {
        var nameless = new Narrator(
                new Names() {
                    @Override
                    public Optional<String> physician(PhysicianId physician) {
                        return Optional.empty();
                    }

                    @Override
                    public String territory(TerritoryCode territory) {
                        return territory.value();
                    }
                },
                alerts -> Map.of(),
                ZoneId.of("Indian/Reunion"));
        var lines = nameless.tell(CallStory.of(Calls.answeredBySecond("lille-1")));
        assertThat(lines.get(0).time()).isEqualTo("06:12:04");
        assertThat(lines.get(3).text()).startsWith("Sonnerie du médecin (rang");
        assertThat(nameless.tell(CallStory.of(Calls.everyKind("lille-2"))))
                .anyMatch(line -> line.text().startsWith("Alerte au médecin par SMS"));
    }

    @Test
    void phases_count_every_millisecond_once() {
        Phases phases = CallStory.of(Calls.answeredBySecond("lille-1")).phases();
        assertThat(phases.menu()).isEqualTo(Duration.ofSeconds(9));
        assertThat(phases.ringing()).isEqualTo(Duration.ofSeconds(27));
        assertThat(phases.talk()).isEqualTo(Duration.ofSeconds(492));
        assertThat(phases.waiting()).isEqualTo(Duration.ofMillis(2_123));
        assertThat(phases.total()).isEqualTo(Duration.ofMillis(530_123));
    }

    @Test
    void attempts_stand_as_they_were_made_though_a_witness_told_the_first_late() {
        List<CallEvent> events = Calls.answeredBySecond("lille-1").stream()
                .map(event -> event instanceof CallEvent.AttemptStarted started && started.attempt() == 1
                        ? new CallEvent.AttemptStarted(
                                started.call(),
                                started.at().plusSeconds(40),
                                1,
                                started.rung(),
                                started.physician(),
                                started.ring())
                        : event)
                .toList();
        assertThat(CallStory.of(events).attempts()).extracting(Attempt::number).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 14, 159})
    void phases_add_up_whatever_was_seen_and_in_whatever_order(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<CallEvent> seen = new ArrayList<>(Calls.answeredBySecond("lille-1"));
            Collections.shuffle(seen, random);
            var some = CallStory.of(seen.subList(0, 1 + random.nextInt(seen.size())));
            assertThat(some.phases().total()).isEqualTo(Duration.between(some.start(), some.end()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-60_000, 3, 9_001, 31_000, 600_000})
    void an_arrival_that_bears_another_clock_spoils_nothing(long millis) {
        List<CallEvent> events = Calls.answeredBySecond("lille-1");
        for (int seen = 1; seen <= events.size(); seen++) {
            List<CallEvent> some = events.subList(0, seen).stream()
                    .map(event -> event instanceof CallEvent.Received received ? later(received, millis) : event)
                    .toList();
            CallStory story = CallStory.of(some);
            assertThat(story.end()).isAfterOrEqualTo(story.start());
            assertThat(story.phases().total()).isEqualTo(Duration.between(story.start(), story.end()));
            assertThat(narrator.tell(story)).isNotEmpty();
        }
    }

    private static CallEvent later(CallEvent.Received received, long millis) {
        return new CallEvent.Received(
                received.call(),
                received.at().plusMillis(millis),
                received.dialled(),
                received.territory(),
                received.origin(),
                received.caller());
    }

    @Test
    void the_ringing_of_an_accepted_attempt_ends_when_they_hear_each_other() {
        Attempt accepted =
                CallStory.of(Calls.answeredBySecond("lille-1")).accepted().orElseThrow();
        assertThat(accepted.number()).isEqualTo(2);
        assertThat(accepted.rang()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void a_call_in_progress_is_told_as_far_as_it_is_known() {
        var soFar = Calls.answeredBySecond("lille-1").subList(0, 4);
        assertThat(told(soFar)).last().isEqualTo("03:12:13 Sonnerie du Dr Alix (rang 1)…");
        assertThat(CallStory.of(soFar).ended()).isEmpty();
    }

    @Test
    void an_attempt_whose_end_was_not_recorded_is_accepted_if_they_talked() {
        var seen = Calls.answeredBySecond("lille-1").stream()
                .filter(event -> !(event instanceof CallEvent.AttemptEnded))
                .toList();
        assertThat(CallStory.of(seen).accepted()).map(Attempt::number).contains(2);
    }

    @ParameterizedTest
    @CsvSource({"PT0.4S, 0 s", "PT59.4S, 59 s", "PT59.5S, 1 min 00 s", "PT8M12S, 8 min 12 s", "PT1H2M, 1 h 02 min"})
    void durations_are_said_as_one_says_them(Duration duration, String said) {
        assertThat(plain(FrenchDuration.of(duration))).isEqualTo(said);
    }

    @Test
    void every_cause_has_words() {
        for (int cause = 0; cause <= 127; cause++) {
            assertThat(HangUpCause.inFrench(cause)).isNotBlank();
        }
        assertThat(HangUpCause.inFrench(17)).isEqualTo("occupé");
        assertThat(HangUpCause.inFrench(HangUpCause.REDIRECTED)).startsWith("renvoyé");
        assertThat(HangUpCause.inFrench(99)).isEqualTo("cause 99 du réseau");
    }

    private List<String> told(List<CallEvent> events) {
        return narrator.tell(CallStory.of(events)).stream()
                .map(line -> plain(line.time() + " " + line.text()))
                .toList();
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
