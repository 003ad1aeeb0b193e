package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.dispatch.CallState;
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
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateTextTest {

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyStateSurvivesTheChannelVariable(long seed) {
        CallState state = anyState(new Random(seed));
        String text = StateText.write(state);
        assertThat(StateText.read(text)).isEqualTo(state);
        assertThat(text).matches("[A-Za-z0-9+._/%|-]*");
    }

    @Test
    void theLongestLadderFitsAnAnswer() {
        var callees =
                IntStream.rangeClosed(1, 12).mapToObj(StateTextTest::callee).toList();
        var longest = new Ringing(
                new PhoneNumber("+33344000001"),
                new Caller(Origin.PUBLIC, Profile.EMERGENCY_SERVICES, Optional.of("samu-60")),
                Instant.ofEpochMilli(1_795_354_932_706L),
                new Attempt(13, callees.getFirst()),
                Optional.of(callees.get(1)),
                callees.subList(2, 12),
                3,
                2);
        assertThat(StateText.write(new Holding(longest, 2))).hasSizeLessThan(1_150);
    }

    @Test
    void aCallThatWasNotAskedAboutIsArriving() {
        assertThat(StateText.read("")).isEqualTo(new Arriving());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1|arriving",
                "2",
                "2|",
                "2|dancing",
                "2|ringing|+33344000001",
                "2|asking-profile|+33344000001|x|1",
                "2|finished|HAPPY",
                "2|ringing|+33344000001|PUBLIC|NURSE|0|0",
                "%%%",
                "2|asking-number|1|not a number"
            })
    void whatIsNotAStateOfThisVersionIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StateText.read(text));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedTextIsReadAsSomeStateOrRefused(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(StateText.write(anyState(random)));
        for (int i = 0; i < 3; i++) {
            text.setCharAt(random.nextInt(text.length()), "|%\"'$,()é\n0a".charAt(random.nextInt(12)));
        }
        try {
            assertThat(StateText.read(text.toString())).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }

    private static CallState anyState(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> new Arriving();
            case 1 -> new AskingProfile(number(random), instant(random), 1);
            case 2 -> ringing(random);
            case 3 ->
                new PuttingThrough(
                        outlet(random),
                        pick(random, Ending.values()),
                        instant(random),
                        Stream.generate(() -> outlet(random))
                                .limit(random.nextInt(3))
                                .toList(),
                        random.nextInt(3));
            case 4 ->
                new AskingNumber(
                        random.nextInt(3),
                        instant(random),
                        Stream.generate(() -> outlet(random))
                                .limit(random.nextInt(3))
                                .toList());
            case 5 -> new Holding(ringing(random), random.nextInt(3));
            default -> new Finished(pick(random, Ending.values()));
        };
    }

    private static Ringing ringing(Random random) {
        return new Ringing(
                number(random),
                new Caller(
                        pick(random, Origin.values()),
                        pick(random, Profile.values()),
                        random.nextBoolean() ? Optional.of("samu-60") : Optional.empty()),
                instant(random),
                new Attempt(random.nextInt(1, 99), callee(random.nextInt(1, 99))),
                random.nextBoolean() ? Optional.of(callee(random.nextInt(1, 99))) : Optional.empty(),
                Stream.generate(() -> callee(random.nextInt(1, 99)))
                        .limit(random.nextInt(12))
                        .toList(),
                random.nextInt(4),
                random.nextInt(3));
    }

    private static Callee callee(int number) {
        return new Callee(
                number % 5 + 1,
                new PhysicianId(new UUID(number, number)),
                new PhoneNumber("+3361100%04d".formatted(number)),
                Duration.ofSeconds(5 + number % 40),
                number % 2 == 0 ? Optional.of(new TerritoryCode("HDF-HAINAUT")) : Optional.empty());
    }

    private static Outlet outlet(Random random) {
        return new Outlet(pick(random, Destination.values()), number(random));
    }

    private static Instant instant(Random random) {
        return Instant.ofEpochMilli(random.nextLong(1L << 42));
    }

    private static PhoneNumber number(Random random) {
        return List.of(new PhoneNumber("+33344000001"), new PhoneNumber("+262262123456"), new PhoneNumber("15"))
                .get(random.nextInt(3));
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
