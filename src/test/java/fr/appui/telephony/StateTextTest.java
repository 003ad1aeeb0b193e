package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.dispatch.CallState;
import fr.appui.dispatch.CallState.Arriving;
import fr.appui.dispatch.CallState.AskingNumber;
import fr.appui.dispatch.CallState.AskingProfile;
import fr.appui.dispatch.CallState.Attempt;
import fr.appui.dispatch.CallState.Caller;
import fr.appui.dispatch.CallState.Finished;
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
        var attempts =
                IntStream.rangeClosed(1, 12).mapToObj(StateTextTest::attempt).toList();
        var longest = new Ringing(
                new PhoneNumber("+33344000001"),
                new Caller(Origin.PUBLIC, Profile.EMERGENCY_SERVICES),
                attempts.getFirst(),
                attempts.subList(1, 12),
                2);
        assertThat(StateText.write(longest)).hasSizeLessThan(1_000);
    }

    @Test
    void aCallThatWasNotAskedAboutIsArriving() {
        assertThat(StateText.read("")).isEqualTo(new Arriving());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2|arriving",
                "1",
                "1|",
                "1|dancing",
                "1|ringing|+33344000001",
                "1|asking-profile|+33344000001|x|1",
                "1|finished|HAPPY",
                "1|ringing|+33344000001|PUBLIC|NURSE|0|0",
                "%%%",
                "1|asking-number|1|not a number"
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
        return switch (random.nextInt(6)) {
            case 0 -> new Arriving();
            case 1 -> new AskingProfile(number(random), Instant.ofEpochMilli(random.nextLong(1L << 42)), 1);
            case 2 ->
                new Ringing(
                        number(random),
                        new Caller(pick(random, Origin.values()), pick(random, Profile.values())),
                        attempt(random.nextInt(1, 99)),
                        Stream.generate(() -> attempt(random.nextInt(1, 99)))
                                .limit(random.nextInt(12))
                                .toList(),
                        random.nextInt(3));
            case 3 ->
                new PuttingThrough(
                        new PhoneNumber("15"),
                        pick(random, Destination.values()),
                        pick(random, Ending.values()),
                        random.nextInt(3));
            case 4 ->
                new AskingNumber(
                        random.nextInt(3), random.nextBoolean() ? Optional.of(number(random)) : Optional.empty());
            default -> new Finished(pick(random, Ending.values()));
        };
    }

    private static Attempt attempt(int number) {
        return new Attempt(
                number,
                number % 5 + 1,
                new PhysicianId(new UUID(number, number)),
                new PhoneNumber("+3361100%04d".formatted(number)),
                Duration.ofSeconds(5 + number % 40));
    }

    private static PhoneNumber number(Random random) {
        return List.of(new PhoneNumber("+33344000001"), new PhoneNumber("+262262123456"), new PhoneNumber("15"))
                .get(random.nextInt(3));
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
