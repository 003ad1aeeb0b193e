package fr.appui.indicators;

import static fr.appui.indicators.TestCalls.ANNE;
import static fr.appui.indicators.TestCalls.BRUNO;
import static fr.appui.indicators.TestCalls.call;
import static fr.appui.indicators.TestCalls.samuCall;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.indicators.CallFacts.Answered;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallFactsTest {

    private static final List<CallEvent> SECOND_PHYSICIAN_ANSWERS = call("a-1", "2026-03-09T19:00:00")
            .presses(8, Profile.NURSE)
            .rings(10, 1, ANNE, 30, AttemptResult.NO_ANSWER)
            .rings(31, 2, BRUNO, 45, AttemptResult.ACCEPTED)
            .talks(46, 646, "leg-2")
            .ends(647, Ending.ANSWERED)
            .events();

    @Test
    void aCallAnsweredByTheSecondPhysicianTellsWhoWhenAndHowLong() {
        CallFacts facts = CallFacts.of(SECOND_PHYSICIAN_ANSWERS).orElseThrow();
        assertThat(facts.answer()).contains(new Answered(BRUNO, 2, Duration.ofSeconds(46)));
        assertThat(facts.talk()).isEqualTo(Duration.ofMinutes(10));
        assertThat(facts.attempts()).isEqualTo(2);
        assertThat(facts.menuChoice()).isEqualTo(Profile.NURSE);
        assertThat(facts.ending()).contains(Ending.ANSWERED);
        assertThat(facts.channel()).isEqualTo(Channel.PUBLIC);
    }

    @Test
    void aTrialIsNoCallThatAnyFigureCounts() {
        var trial = TestCalls.trial("t-1", "2026-03-09T19:00:00")
                .rings(1, 1, Origin.TEST_NUMBER, 10, AttemptResult.ACCEPTED)
                .talks(10, 15, "leg-1")
                .ends(16, Ending.ANSWERED);
        assertThat(CallFacts.of(trial.events())).isEmpty();
    }

    @Test
    void voicemailThatAnswersIsNobody() {
        CallFacts facts = call("a-2", "2026-03-09T19:00:00")
                .rings(10, 1, ANNE, 30, AttemptResult.NOT_CONFIRMED)
                .ends(60, Ending.NOT_REACHED)
                .facts();
        assertThat(facts.answer()).isEmpty();
        assertThat(facts.callsForAnOutcome()).isFalse();
    }

    @Test
    void legsThatOverlapAreTalkedOnce() {
        CallFacts facts = samuCall("a-3", "2026-03-09T19:00:00")
                .rings(1, 1, ANNE, 10, AttemptResult.ACCEPTED)
                .talks(10, 100, "regulator")
                .talks(60, 160, "caller")
                .ends(161, Ending.ANSWERED)
                .facts();
        assertThat(facts.talk()).isEqualTo(Duration.ofSeconds(150));
        assertThat(facts.channel()).isEqualTo(Channel.SAMU);
    }

    @Test
    void onlyALineThatAnsweredCountsAsPutThrough() {
        CallFacts facts = call("a-4", "2026-03-09T19:00:00")
                .putThrough(50, Destination.FALLBACK_LINE, false, 70)
                .putThrough(71, Destination.SAMU, true, 90)
                .ends(200, Ending.PUT_THROUGH_TO_FALLBACK)
                .facts();
        assertThat(facts.putThrough()).containsExactly(Destination.SAMU);
    }

    @Test
    void withoutItsReceptionACallIsNotCountedYet() {
        assertThat(CallFacts.of(SECOND_PHYSICIAN_ANSWERS.subList(1, 4))).isEmpty();
        assertThat(CallFacts.of(List.of())).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderAndAnyRepeatOfTheSameEventsFoldAlike(long seed) {
        Random random = new Random(seed);
        List<CallEvent> replayed = new ArrayList<>(SECOND_PHYSICIAN_ANSWERS);
        for (int i = random.nextInt(12); i > 0; i--) {
            replayed.add(SECOND_PHYSICIAN_ANSWERS.get(random.nextInt(SECOND_PHYSICIAN_ANSWERS.size())));
        }
        Collections.shuffle(replayed, random);
        assertThat(CallFacts.of(replayed)).isEqualTo(CallFacts.of(SECOND_PHYSICIAN_ANSWERS));
    }
}
