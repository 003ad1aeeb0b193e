package fr.appui.indicators;

import static fr.appui.indicators.TestCalls.ANNE;
import static fr.appui.indicators.TestCalls.call;
import static fr.appui.indicators.TestCalls.lens;
import static fr.appui.indicators.TestCalls.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.indicators.Crossing.Filter;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.Ending;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.Profile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossingTest {

    private static final Lens LENS = lens(2026);
    private static final CountedCall NIGHT_NURSE_PAIN = logged("c-1", OutcomeStatus.FINAL, "EHPAD_NIGHT_NURSE", "PAIN");
    private static final CountedCall NIGHT_NURSE_SEDATION =
            logged("c-2", OutcomeStatus.FINAL, "EHPAD_NIGHT_NURSE", "SEDATION");
    private static final CountedCall PHYSICIAN_PAIN =
            logged("c-3", OutcomeStatus.FINAL, "GENERAL_PRACTITIONER", "PAIN");
    private static final CountedCall DRAFT = logged("c-4", OutcomeStatus.DRAFT, "EHPAD_NIGHT_NURSE", "PAIN");
    private static final List<CountedCall> ALL = List.of(NIGHT_NURSE_PAIN, NIGHT_NURSE_SEDATION, PHYSICIAN_PAIN, DRAFT);

    @ParameterizedTest
    @CsvSource({
        "caller-families:NURSE motives:PAIN, 1",
        "caller-families:NURSE, 2",
        "motives:PAIN, 2",
        "motives:PAIN orientations:STAY_WITH_ADVICE, 2",
        "motives:PAIN motives:SEDATION, 0",
        "caller-profiles:GENERAL_PRACTITIONER motives:SEDATION, 0",
        "outcome-completeness:DRAFT, 1",
        "'', 4"
    })
    void aCallCountsWhereEachIndicatorCountsIt(String filters, long expected) {
        Crossing crossing = crossing(filters);
        assertThat(ALL.stream().filter(call -> crossing.counts(call, LENS))).hasSize((int) expected);
    }

    /** What a tally already knows is never another number than counting gives. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "motives:PAIN",
                "caller-families:NURSE motives:PAIN",
                "caller-families:EMERGENCY_SERVICES motives:PAIN",
                "calls:ALL",
                ""
            })
    void aTallySaysTheSameOrNothing(String filters) {
        CallTally tally = new CallTally();
        ALL.forEach(call -> tally.add(call, LENS));
        Crossing crossing = crossing(filters);
        long counted = ALL.stream().filter(call -> crossing.counts(call, LENS)).count();
        assertThat(crossing.count(tally).orElse(counted)).isEqualTo(counted);
    }

    @Test
    void whatNoIndicatorHasIsNoFilter() {
        assertThat(Filter.parse("motives")).isEmpty();
        assertThat(Filter.parse("couleur:BLEU")).isEmpty();
        assertThat(Filter.parse("motives:PAIN@2026.1").orElseThrow().written()).isEqualTo("motives:PAIN@2026.1");
    }

    private static Crossing crossing(String filters) {
        return new Crossing(Stream.of(filters.split(" "))
                .filter(filter -> !filter.isEmpty())
                .map(filter -> Filter.parse(filter).orElseThrow())
                .toList());
    }

    private static CountedCall logged(String id, OutcomeStatus status, String profile, String motive) {
        return call(id, "2026-03-09T19:00:00")
                .presses(6, Profile.NURSE)
                .rings(8, 1, ANNE, 19, AttemptResult.ACCEPTED)
                .talks(20, 620, "leg")
                .ends(621, Ending.ANSWERED)
                .unlogged()
                .logged(status, "2026.1", outcome(profile, List.of(motive), List.of("STAY_WITH_ADVICE"), 10));
    }
}
