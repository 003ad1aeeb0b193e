package fr.appui.dispatch;

import static fr.appui.dispatch.FakeRota.NEXT_DOOR;
import static fr.appui.dispatch.FakeRota.REGIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Relief;
import fr.appui.directory.WhenInCall;
import fr.appui.dispatch.CallState.Finished;
import fr.appui.dispatch.Command.Ring;
import fr.appui.rota.Rung;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallId;
import fr.appui.trace.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However slow the switch and whatever it reports, a call is over {@link Dispatch#LONGEST_AFTER_SEARCH} after the time that
 * the line allows for its search. Each command takes as long as the dialplan ever lets it.
 */
class BoundTest {

    private static final CallId CALL = new CallId("lille-1");

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_call_comes_to_an_end_in_bounded_time(int seed) {
        var random = new Random(seed);
        Duration search = Duration.ofSeconds(60 + random.nextInt(420));
        FakeRota rota = rota(random, search);
        Instant start = FakeRota.EVENING;
        Instant now = start;
        var decision = decide(
                new CallState.Arriving(),
                new Observation.Arrived(
                        "0344112233", random.nextBoolean() ? Origin.SAMU : Origin.PUBLIC, Optional.empty()),
                now,
                rota);
        while (!(decision.next() instanceof Finished)) {
            now = now.plus(longest(decision.command()));
            decision = decide(decision.next(), worst(decision.command(), random), now, rota);
        }
        now = now.plus(longest(decision.command()));
        assertThat(Duration.between(start, now)).isLessThanOrEqualTo(search.plus(Dispatch.LONGEST_AFTER_SEARCH));
    }

    private static FakeRota rota(Random random, Duration search) {
        List<Rung> ladder = IntStream.rangeClosed(1, 1 + random.nextInt(8))
                .mapToObj(position -> new Rung(
                        position,
                        random.nextBoolean() ? FakeRota.DR_A : FakeRota.DR_B,
                        List.of(PhoneNumber.parse("06 11 22 33 %02d".formatted(position)))))
                .toList();
        return FakeRota.withTwoPhysicians()
                .withLadder(ladder)
                .withNeighbour()
                .withFallback(PhoneNumber.parse("03 20 99 99 99"))
                .withEscalation(wanted -> wanted.reliefs(
                                new Relief.Neighbour(NEXT_DOOR, Relief.Terms.ALWAYS),
                                new Relief.Line(REGIONAL, Relief.Terms.ALWAYS))
                        .samu()
                        .redialsFirst()
                        .secondRungAfter(8)
                        .whenInCall(WhenInCall.WAIT)
                        .longestSearch(search));
    }

    /** Recordings last 15 s at most together, a whisper 20 s, said twice; keys and digits are waited for as by default. */
    private static Duration longest(Command command) {
        Duration said = Duration.ofSeconds(15);
        return switch (command) {
            case Command.AskProfile ask -> said.plusSeconds(4);
            case Ring ring -> whole(ring).plusSeconds(2 * (20 + 4));
            case Command.Hold hold -> hold.longest().plusSeconds(2);
            case Command.PutThrough through ->
                through.ring().plus(through.first().isEmpty() ? Duration.ZERO : said);
            case Command.AskNumber ask -> said.plusSeconds(75);
            case Command.HangUp hangUp -> said;
        };
    }

    private static Duration whole(Ring ring) {
        return ring.beside()
                .map(beside -> beside.after().plus(beside.ring()))
                .filter(both -> both.compareTo(ring.ring()) > 0)
                .orElse(ring.ring());
    }

    /** Mostly what leads on slowest, now and then what makes no sense. */
    private static Observation worst(Command command, Random random) {
        if (random.nextInt(6) == 0) {
            return new Observation.KeyPressed('7');
        }
        return switch (command) {
            case Command.AskProfile ask -> new Observation.NoKey();
            case Ring ring -> new Observation.AttemptFinished(ring.attempt(), result(random), 19);
            case Command.Hold hold -> new Observation.Waited();
            case Command.PutThrough through -> new Observation.PutThroughFinished(false, 19);
            case Command.AskNumber ask -> new Observation.NumberKeyed(Optional.empty());
            case Command.HangUp hangUp -> new Observation.CallerGone(16);
        };
    }

    private static AttemptResult result(Random random) {
        var results = new ArrayList<>(
                List.of(AttemptResult.NOT_CONFIRMED, AttemptResult.NO_ANSWER, AttemptResult.BUSY_ELSEWHERE));
        return results.get(random.nextInt(results.size()));
    }

    private static Decision decide(CallState state, Observation seen, Instant now, FakeRota rota) {
        return Dispatch.decide(state, seen, new CallContext(CALL, now, rota));
    }
}
