package fr.appui.dispatch;

import static fr.appui.dispatch.FakeRota.DR_A;
import static fr.appui.dispatch.FakeRota.DR_B;
import static fr.appui.dispatch.FakeRota.LINE;
import static fr.appui.dispatch.FakeRota.MOBILE_A;
import static fr.appui.dispatch.FakeRota.MOBILE_B;
import static fr.appui.dispatch.FakeRota.REGIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.WhenInCall;
import fr.appui.dispatch.CallState.Arriving;
import fr.appui.dispatch.CallState.AskingNumber;
import fr.appui.dispatch.CallState.AskingProfile;
import fr.appui.dispatch.CallState.Attempt;
import fr.appui.dispatch.CallState.Callee;
import fr.appui.dispatch.CallState.Caller;
import fr.appui.dispatch.CallState.Finished;
import fr.appui.dispatch.CallState.Holding;
import fr.appui.dispatch.CallState.Outlet;
import fr.appui.dispatch.CallState.PuttingThrough;
import fr.appui.dispatch.CallState.Ringing;
import fr.appui.rota.Rung;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every observation in every state, and random switches that report anything at any time. */
class DispatchTableTest {

    /** A line whose callers wait for a physician in another call, so that every command is given. */
    private static final FakeRota ROTA = FakeRota.withTwoPhysicians()
            .withFallback(REGIONAL)
            .withEscalation(escalation ->
                    escalation.whenInCall(WhenInCall.WAIT).secondRungAfter(8).redialsFirst());

    private static final Outlet FALLBACK = new Outlet(Destination.FALLBACK_LINE, REGIONAL);
    private static final CallId CALL = new CallId("lille-1");

    @Test
    void every_observation_is_answered_in_every_state() {
        for (CallState state : states()) {
            for (Observation observation : observations()) {
                var decision = Dispatch.decide(state, observation, context(ROTA));
                boolean finished = decision.next() instanceof Finished;
                assertThat(decision.command() instanceof Command.HangUp)
                        .as("%s on %s hangs up only to finish", state, observation)
                        .isEqualTo(finished);
                assertThat(endings(decision.events()))
                        .as("%s on %s ends when the caller is gone, and only then", state, observation)
                        .isEqualTo(observation instanceof Observation.CallerGone ? 1 : 0);
                assertThat(decision.events()).allMatch(event -> event.key().length() <= 64);
            }
        }
    }

    @Test
    void the_table_covers_every_state_and_every_observation() {
        assertThat(kinds(states())).containsAll(Arrays.asList(CallState.class.getPermittedSubclasses()));
        assertThat(kinds(observations())).containsAll(Arrays.asList(Observation.class.getPermittedSubclasses()));
    }

    @Test
    void every_command_is_reachable() {
        var given = states().stream()
                .flatMap(state -> observations().stream()
                        .map(observation -> Dispatch.decide(state, observation, context(ROTA))
                                .command()))
                .toList();
        assertThat(kinds(given)).containsExactlyInAnyOrder(Command.class.getPermittedSubclasses());
    }

    @Test
    void every_ending_is_reachable() {
        var reached = new HashSet<Ending>();
        var random = new Random(5);
        for (int i = 0; i < 400; i++) {
            reached.add(randomCall(random).ending());
        }
        assertThat(reached).containsExactlyInAnyOrder(Ending.values());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 22, 333, 4444})
    void a_switch_that_reports_anything_at_any_time_still_comes_to_one_end(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var call = randomCall(random);
            assertThat(call.trace().stream().filter("ended"::equals)).hasSize(1);
        }
    }

    @Test
    void a_switch_that_never_understands_still_comes_to_an_end() {
        for (Observation stuck : observations()) {
            var call = Conversation.tonight(longLadder()).arrives();
            int steps = 1;
            while (!call.over()) {
                call.sees(stuck);
                assertThat(++steps).as("steps when stuck on %s", stuck).isLessThanOrEqualTo(Dispatch.MOST_STEPS);
            }
        }
    }

    private static Conversation randomCall(Random random) {
        var start = random.nextInt(4) == 0 ? FakeRota.AFTERNOON : FakeRota.EVENING;
        var call = new Conversation(random.nextInt(8) == 0 ? ROTA.withoutTheLine() : ROTA, start);
        if (random.nextInt(10) > 0) {
            call.arrives();
        }
        int steps = 1;
        while (!call.over()) {
            call.sees(any(observations(), random));
            assertThat(++steps).isLessThanOrEqualTo(Dispatch.MOST_STEPS);
        }
        return call.callerGone();
    }

    private static FakeRota longLadder() {
        return ROTA.withLadder(IntStream.rangeClosed(1, 20)
                .mapToObj(position -> new Rung(position, DR_A, List.of(MOBILE_A)))
                .toList());
    }

    private static List<CallState> states() {
        var states = new ArrayList<CallState>();
        states.add(new Arriving());
        IntStream.rangeClosed(1, 3).forEach(asked -> states.add(new AskingProfile(LINE, FakeRota.EVENING, asked)));
        var caller = new Caller(Origin.PUBLIC, Profile.NURSE);
        Instant until = FakeRota.EVENING.plusSeconds(300);
        for (int repeats = 0; repeats <= 2; repeats++) {
            var alone = new Ringing(LINE, caller, until, attempt(2), Optional.empty(), List.of(), 0, repeats);
            states.add(alone);
            states.add(new Holding(alone, repeats));
            states.add(new Ringing(LINE, caller, until, attempt(1), Optional.empty(), List.of(callee(2)), 0, repeats));
            states.add(new Ringing(
                    LINE, caller, until, attempt(1), Optional.of(callee(2)), List.of(callee(3)), 0, repeats));
            for (Destination destination : Destination.values()) {
                states.add(new PuttingThrough(
                        new Outlet(destination, MOBILE_B),
                        Ending.PUT_THROUGH_TO_FALLBACK,
                        until,
                        repeats == 0 ? List.of(FALLBACK) : List.of(),
                        repeats));
            }
        }
        for (int asked = 1; asked <= 2; asked++) {
            states.add(new AskingNumber(asked, until, List.of(FALLBACK)));
            states.add(new AskingNumber(asked, until, List.of()));
        }
        Stream.of(Ending.values()).map(Finished::new).forEach(states::add);
        return states;
    }

    private static Attempt attempt(int number) {
        return new Attempt(number, callee(number));
    }

    private static Callee callee(int rung) {
        return new Callee(
                rung,
                rung == 1 ? DR_A : DR_B,
                rung == 1 ? MOBILE_A : MOBILE_B,
                Duration.ofSeconds(20),
                rung == 3 ? Optional.of(new TerritoryCode("HDF-HAINAUT")) : Optional.empty());
    }

    private static List<Observation> observations() {
        var observations = new ArrayList<Observation>();
        for (Origin origin : Origin.values()) {
            observations.add(new Observation.Arrived("0344112233", origin, Optional.empty()));
        }
        observations.add(new Observation.Arrived("", Origin.PUBLIC, Optional.empty()));
        "1239#x".chars().forEach(key -> observations.add(new Observation.KeyPressed((char) key)));
        observations.add(new Observation.NoKey());
        observations.add(new Observation.Waited());
        for (AttemptResult result : AttemptResult.values()) {
            IntStream.rangeClosed(0, 3)
                    .forEach(number -> observations.add(new Observation.AttemptFinished(number, result, 19)));
        }
        observations.add(new Observation.PutThroughFinished(true, 16));
        observations.add(new Observation.PutThroughFinished(false, 19));
        observations.add(new Observation.NumberKeyed(Optional.of(PhoneNumber.parse("0600000042"))));
        observations.add(new Observation.NumberKeyed(Optional.empty()));
        observations.add(new Observation.CallerGone(16));
        return observations;
    }

    private static long endings(List<CallEvent> events) {
        return events.stream().filter(CallEvent.Ended.class::isInstance).count();
    }

    private static Set<Class<?>> kinds(List<?> values) {
        var kinds = new HashSet<Class<?>>();
        values.forEach(value -> kinds.add(value.getClass()));
        return kinds;
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static CallContext context(FakeRota rota) {
        return new CallContext(CALL, FakeRota.EVENING, rota);
    }
}
