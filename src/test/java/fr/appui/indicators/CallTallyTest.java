package fr.appui.indicators;

import static fr.appui.indicators.TestCalls.ANNE;
import static fr.appui.indicators.TestCalls.BRUNO;
import static fr.appui.indicators.TestCalls.OISE;
import static fr.appui.indicators.TestCalls.asked;
import static fr.appui.indicators.TestCalls.call;
import static fr.appui.indicators.TestCalls.lens;
import static fr.appui.indicators.TestCalls.outcome;
import static fr.appui.indicators.TestCalls.paris;
import static fr.appui.indicators.TestCalls.samuCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.appui.trace.AdviceNature;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallId;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.HandOver;
import fr.appui.trace.InformationAtHand;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.Profile;
import fr.appui.trace.WithoutAdvice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A small year counted by hand: nine calls in the Oise in 2026. */
class CallTallyTest {

    private static final Lens LENS = lens(2026);

    /** Monday evening, a night nurse; the first physician answers in 20 s; 10 minutes; pain; stays at home. */
    private static final CountedCall NURSE_ABOUT_PAIN = call("c-1", "2026-03-09T19:00:00")
            .presses(6, Profile.NURSE)
            .rings(8, 1, ANNE, 19, AttemptResult.ACCEPTED)
            .talks(20, 620, "leg")
            .ends(621, Ending.ANSWERED)
            .unlogged()
            .logged(
                    OutcomeStatus.FINAL,
                    "2026.1",
                    asked(
                            outcome("EHPAD_NIGHT_NURSE", List.of("PAIN", "SEDATION"), List.of("STAY_WITH_ADVICE"), 10),
                            WithoutAdvice.CALL_15));

    /** Sunday noon, a general practitioner; the second physician answers in 50 s; hospital advised. */
    private static final CountedCall PHYSICIAN_ON_SUNDAY = call("c-2", "2026-03-15T12:10:00")
            .presses(5, Profile.PHYSICIAN)
            .rings(7, 1, ANNE, 27, AttemptResult.NO_ANSWER)
            .rings(28, 2, BRUNO, 49, AttemptResult.ACCEPTED)
            .talks(50, 950, "leg")
            .ends(951, Ending.ANSWERED)
            .unlogged()
            .logged(
                    OutcomeStatus.FINAL,
                    "2026.1",
                    asked(
                            outcome("GENERAL_PRACTITIONER", List.of("DYSPNOEA"), List.of("USP_OR_LISP", "EMSP"), 15),
                            WithoutAdvice.NOT_ASKED));

    /** The SAMU transfers; answered in 12 s; the physician has only begun to log. */
    private static final CountedCall SAMU_TRANSFER = samuCall("c-3", "2026-03-15T12:40:00")
            .rings(1, 1, ANNE, 11, AttemptResult.ACCEPTED)
            .talks(12, 312, "leg")
            .ends(313, Ending.ANSWERED)
            .unlogged()
            .logged(
                    OutcomeStatus.DRAFT,
                    "2026.1",
                    asked(outcome("SAMU", List.of("PAIN"), List.of("SAMU"), 5), WithoutAdvice.WAIT));

    /** Nobody answers, the fallback line does. */
    private static final CountedCall NOBODY = call("c-4", "2026-06-01T20:00:00")
            .presses(5, Profile.NURSE)
            .rings(7, 1, ANNE, 27, AttemptResult.NO_ANSWER)
            .rings(28, 2, BRUNO, 48, AttemptResult.UNREACHABLE)
            .putThrough(50, Destination.FALLBACK_LINE, true, 200)
            .asksToBeCalledBack(49)
            .ends(201, Ending.PUT_THROUGH_TO_FALLBACK)
            .unlogged();

    private static final CountedCall FAMILY = call("c-5", "2026-06-02T21:00:00")
            .presses(9, Profile.PATIENT_OR_FAMILY)
            .ends(30, Ending.TURNED_AWAY)
            .unlogged();

    private static final CountedCall BY_DAY =
            call("c-6", "2026-06-03T14:00:00").ends(20, Ending.OUT_OF_HOURS).unlogged();

    private static final CountedCall GAVE_UP = call("c-7", "2026-07-14T09:00:00")
            .presses(5, Profile.PHYSICIAN)
            .rings(7, 1, ANNE, 15, AttemptResult.CALLER_GONE)
            .ends(15, Ending.ABANDONED)
            .unlogged();

    /** Answered in 61 s, logged by nobody. */
    private static final CountedCall NEVER_LOGGED = call("c-8", "2026-12-31T21:59:00")
            .rings(40, 1, ANNE, 60, AttemptResult.ACCEPTED)
            .talks(61, 121, "leg")
            .ends(122, Ending.ANSWERED)
            .unlogged();

    /** The physician was rung on their own phone and declared it. */
    private static final CountedCall DECLARED = CountedCall.unlogged(CallFacts.declared(
                    new CallId("d-1"), OISE, paris("2026-10-25T02:30:00"), BRUNO, Duration.ofMinutes(8)))
            .logged(
                    OutcomeStatus.FINAL,
                    "2026.1",
                    outcome("INDEPENDENT_NURSE", List.of("PAIN"), List.of("STAY_WITH_ADVICE", "SAMU"), 8));

    private static final List<CountedCall> YEAR = List.of(
            NURSE_ABOUT_PAIN,
            PHYSICIAN_ON_SUNDAY,
            SAMU_TRANSFER,
            NOBODY,
            FAMILY,
            BY_DAY,
            GAVE_UP,
            NEVER_LOGGED,
            DECLARED);

    private CallTally tally = new CallTally();

    @BeforeEach
    void countTheYear() {
        tally = tallyOf(YEAR);
    }

    /** What was not said is counted as such: it is neither « aucune » nor a nature. */
    @Test
    void theNatureOfTheAdviceAndWhatWasAtHandAreWhatTheSheetSays() {
        CallTally tally = new CallTally();
        tally.add(NURSE_ABOUT_PAIN, LENS);
        tally.add(NEVER_LOGGED, LENS);
        tally.add(
                call("c-22", "2026-03-09T19:00:00")
                        .rings(8, 1, ANNE, 19, AttemptResult.ACCEPTED)
                        .talks(20, 620, "leg")
                        .ends(621, Ending.ANSWERED)
                        .unlogged()
                        .logged(OutcomeStatus.FINAL, "2026.1", said()),
                LENS);
        assertThat(counted(tally, OutcomeBreakdowns.NATURES))
                .containsExactly(tuple("SUPPORT", 1L), tuple("NOT_SAID", 1L), tuple("NOT_LOGGED", 1L));
        assertThat(counted(tally, OutcomeBreakdowns.INFORMATION))
                .containsExactly(
                        tuple("RECORD", 1L), tuple("DIRECTIVES", 1L), tuple("NOT_SAID", 1L), tuple("NOT_LOGGED", 1L));
        assertThat(counted(tally, OutcomeBreakdowns.HAND_OVERS)).containsExactly(tuple("HAD", 1L));
    }

    private static Outcome said() {
        Outcome outcome = outcome("IDEL", List.of("PAIN"), List.of("HAD"), 10);
        return new Outcome(
                outcome.callerProfile(),
                outcome.motives(),
                outcome.orientations(),
                outcome.eligibility(),
                outcome.placeOfCare(),
                outcome.duration(),
                outcome.note(),
                outcome.withoutAdvice(),
                Optional.of(AdviceNature.SUPPORT),
                List.of(InformationAtHand.DIRECTIVES, InformationAtHand.RECORD),
                Optional.of(new HandOver(HandOver.Whom.HAD, HandOver.What.ORGANISE, HandOver.By.TODAY)));
    }

    private static List<Tuple> counted(CallTally tally, Breakdown breakdown) {
        return tally.rows(breakdown, LENS).stream()
                .filter(row -> row.count() > 0)
                .map(row -> tuple(row.bucket(), row.count()))
                .toList();
    }

    @Test
    void whatARegulatorSentIsToldByHowItEnded() {
        CallTally tally = new CallTally();
        tally.add(SAMU_TRANSFER, LENS);
        tally.add(NOBODY, LENS);
        tally.add(
                samuCall("c-20", "2026-03-15T13:00:00")
                        .ends(60, Ending.NOT_REACHED)
                        .unlogged(),
                LENS);
        tally.add(samuCall("c-21", "2026-03-15T13:30:00").ends(9, Ending.FAILED).unlogged(), LENS);
        assertThat(tally.rows(LineBreakdowns.REGULATED_BY_ENDING, LENS))
                .filteredOn(row -> row.count() > 0)
                .extracting(CallTally.Row::bucket, CallTally.Row::count)
                .containsExactly(tuple("ANSWERED", 1L), tuple("NOT_REACHED", 1L), tuple("OTHER", 1L));
    }

    @Test
    void theVolumeCountsEveryCallDeclaredOnesIncluded() {
        assertThat(tally.volume()).isEqualTo(9);
    }

    @Test
    void callsFallInTheMonthTheDayAndTheHourOfTheTerritorysClock() {
        assertThat(tally.count(LineBreakdowns.BY_MONTH, "03")).isEqualTo(3);
        assertThat(tally.count(LineBreakdowns.BY_MONTH, "12")).isEqualTo(1);
        assertThat(tally.count(LineBreakdowns.BY_WEEKDAY, "SUNDAY")).isEqualTo(3);
        assertThat(tally.count(LineBreakdowns.BY_HOUR, "12")).isEqualTo(2);
        assertThat(tally.count(LineBreakdowns.BY_WEEKDAY_AND_HOUR, "SUNDAY-12")).isEqualTo(2);
    }

    @Test
    void aHolidayCountsAsASundayAndTheAfternoonOfAWorkingDayIsOutsideTheWindows() {
        // the 15th of March twice, and the 14th of July
        assertThat(tally.count(LineBreakdowns.BY_WINDOW_KIND, "NON_WORKING")).isEqualTo(3);
        // 9 March, 1 and 2 June, 31 December
        assertThat(tally.count(LineBreakdowns.BY_WINDOW_KIND, "WORKING")).isEqualTo(4);
        // 3 June at 14:00 and the declared call in the night
        assertThat(tally.count(LineBreakdowns.BY_WINDOW_KIND, "OUT_OF_HOURS")).isEqualTo(2);
    }

    @Test
    void everyEndingIsTold() {
        assertThat(tally.count(LineBreakdowns.BY_ENDING, "ANSWERED")).isEqualTo(4);
        assertThat(tally.count(LineBreakdowns.BY_ENDING, "PUT_THROUGH_TO_FALLBACK"))
                .isEqualTo(1);
        assertThat(tally.count(LineBreakdowns.BY_ENDING, "TURNED_AWAY")).isEqualTo(1);
        assertThat(tally.count(LineBreakdowns.BY_ENDING, "OUT_OF_HOURS")).isEqualTo(1);
        assertThat(tally.count(LineBreakdowns.BY_ENDING, "ABANDONED")).isEqualTo(1);
        assertThat(tally.count(LineBreakdowns.PUT_THROUGH, "FALLBACK_LINE")).isEqualTo(1);
        assertThat(tally.count(LineBreakdowns.CALL_BACKS, "ALL")).isEqualTo(1);
    }

    /** The report prints a row's label: of one without, its code. */
    @Test
    void whateverACallCanBeHasItsRow() {
        assertThat(LineBreakdowns.BY_ENDING.buckets()).containsAll(names(Ending.values()));
        assertThat(LineBreakdowns.BY_MENU_CHOICE.buckets()).containsAll(names(Profile.values()));
        assertThat(LineBreakdowns.PUT_THROUGH.buckets()).containsAll(names(Destination.values()));
    }

    private static List<String> names(Enum<?>... values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    @Test
    void theTimeToAHumanIsThatOfTheLinesAnsweredCalls() {
        // 12, 20, 50 and 61 seconds
        assertThat(tally.timeToHuman().count()).isEqualTo(4);
        assertThat(tally.timeToHuman().median()).contains(Duration.ofSeconds(20));
        assertThat(tally.timeToHuman().quantile(0.9)).contains(Duration.ofSeconds(61));
        assertThat(tally.timeToHuman().mean()).contains(Duration.ofMillis(35_750));
        assertThat(tally.count(LineBreakdowns.BY_TIME_TO_HUMAN, "15")).isEqualTo(1);
        assertThat(tally.count(LineBreakdowns.BY_TIME_TO_HUMAN, "30")).isEqualTo(1);
        assertThat(tally.count(LineBreakdowns.BY_TIME_TO_HUMAN, "60")).isEqualTo(1);
        assertThat(tally.count(LineBreakdowns.BY_TIME_TO_HUMAN, "MORE")).isEqualTo(1);
        assertThat(tally.count(LineBreakdowns.BY_RUNG, "1")).isEqualTo(3);
        assertThat(tally.count(LineBreakdowns.BY_RUNG, "2")).isEqualTo(1);
    }

    @Test
    void onlyFinalOutcomesSpeakForAnsweredCalls() {
        assertThat(tally.count(OutcomeBreakdowns.COMPLETENESS, "FINAL")).isEqualTo(3);
        assertThat(tally.count(OutcomeBreakdowns.COMPLETENESS, "DRAFT")).isEqualTo(1);
        assertThat(tally.count(OutcomeBreakdowns.COMPLETENESS, "NOT_LOGGED")).isEqualTo(1);
        assertThat(tally.count(OutcomeBreakdowns.CALLER_PROFILES, "EHPAD_NIGHT_NURSE"))
                .isEqualTo(1);
        assertThat(tally.count(OutcomeBreakdowns.CALLER_PROFILES, "SAMU")).isZero();
        assertThat(tally.count(OutcomeBreakdowns.CALLER_PROFILES, "NOT_LOGGED")).isEqualTo(2);
        assertThat(tally.count(OutcomeBreakdowns.CALLER_FAMILIES, "NURSE")).isEqualTo(2);
        assertThat(tally.count(OutcomeBreakdowns.MOTIVES, "PAIN")).isEqualTo(2);
        assertThat(tally.count(OutcomeBreakdowns.MOTIVES, "SEDATION")).isEqualTo(1);
    }

    @Test
    void whatWasAdvisedIsNotCalledAvoided() {
        assertThat(tally.count(OutcomeBreakdowns.HOSPITALISATIONS, "STAYS")).isEqualTo(1); // c-1
        assertThat(tally.count(OutcomeBreakdowns.HOSPITALISATIONS, "ADVISED")).isEqualTo(1); // c-2
        assertThat(tally.count(OutcomeBreakdowns.HOSPITALISATIONS, "NEITHER")).isEqualTo(1); // d-1, the SAMU
    }

    /** c-1 said the 15; c-2 was not asked, d-1 neither; c-3 is a draft, c-8 has none. Only who was asked has answers. */
    @Test
    void whatCallersWouldHaveDoneIsWhatTheySaidOfHowManyWereAsked() {
        assertThat(tally.count(OutcomeBreakdowns.WITHOUT_ADVICE_ASKED, "ASKED")).isEqualTo(1);
        assertThat(tally.count(OutcomeBreakdowns.WITHOUT_ADVICE_ASKED, "NOT_ASKED"))
                .isEqualTo(2);
        assertThat(tally.count(OutcomeBreakdowns.WITHOUT_ADVICE_ASKED, "NOT_LOGGED"))
                .isEqualTo(2);
        assertThat(tally.total(OutcomeBreakdowns.WITHOUT_ADVICE)).isEqualTo(1);
        assertThat(tally.count(OutcomeBreakdowns.WITHOUT_ADVICE, "CALL_15")).isEqualTo(1);
        assertThat(tally.count(OutcomeBreakdowns.WITHOUT_ADVICE, "ADMISSION")).isZero();
    }

    @Test
    void durationsAreThePhysiciansWordAndElseTheTraces() {
        // 10, 15 and 8 minutes logged; 5 minutes and 1 minute of talk traced
        assertThat(tally.callLength().count()).isEqualTo(5);
        assertThat(tally.callLength().median()).contains(Duration.ofMinutes(8));
        assertThat(tally.count(OutcomeBreakdowns.DURATIONS, "5")).isEqualTo(2);
        assertThat(tally.count(OutcomeBreakdowns.DURATIONS, "10")).isEqualTo(2);
        assertThat(tally.count(OutcomeBreakdowns.DURATIONS, "15")).isEqualTo(1);
    }

    @Test
    void everyBreakdownWithOneBucketACallAddsUpToTheCallsItLooksAt() {
        for (Breakdown breakdown : Breakdowns.EVERY) {
            long lookedAt =
                    YEAR.stream().filter(call -> breakdown.looksAt().test(call)).count();
            if (breakdown.several()) {
                assertThat(tally.total(breakdown)).as(breakdown.code()).isGreaterThanOrEqualTo(lookedAt);
            } else {
                assertThat(tally.total(breakdown)).as(breakdown.code()).isEqualTo(lookedAt);
            }
        }
    }

    @Test
    void everyFigureListsTheCallsItCounted() {
        for (Breakdown breakdown : Breakdowns.EVERY) {
            for (CallTally.Row row : tally.rows(breakdown, LENS)) {
                assertThat(YEAR.stream().filter(call -> breakdown.counts(call, LENS, row.bucket())))
                        .as(breakdown.code() + " " + row.bucket())
                        .hasSize((int) row.count());
            }
        }
    }

    @Test
    void everyRowHasAFrenchLabelAndZerosAreShown() {
        assertThat(tally.rows(OutcomeBreakdowns.MOTIVES, LENS))
                .hasSize(16)
                .anyMatch(row -> row.label().equals("Questionnement éthique") && row.count() == 0)
                .anyMatch(row -> row.label().equals("Non tracé") && row.count() == 2);
        assertThat(tally.rows(LineBreakdowns.BY_MONTH, LENS).getFirst().label()).isEqualTo("janvier");
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfCallsChangesNothingAndTerritoriesAddUpToTheRegion(long seed) {
        Random random = new Random(seed);
        List<CountedCall> shuffled = new ArrayList<>(YEAR);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(YEAR.size() + 1);
        CallTally region = tallyOf(shuffled.subList(0, cut));
        region.addAll(tallyOf(shuffled.subList(cut, YEAR.size())));
        assertThat(region).isEqualTo(tally);
    }

    private static CallTally tallyOf(List<CountedCall> calls) {
        CallTally tally = new CallTally();
        calls.forEach(call -> tally.add(call, LENS));
        return tally;
    }
}
