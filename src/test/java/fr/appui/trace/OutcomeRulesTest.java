package fr.appui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.trace.OutcomeRules.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
    private final OutcomeRules rules = new OutcomeRules(NomenclatureFileTest.defaultNomenclature(), true, TODAY);

    private static final Outcome COMPLETE = new Outcome(
            Optional.of("EHPAD_NIGHT_NURSE"),
            List.of("PAIN", "SEDATION"),
            List.of("STAY_WITH_ADVICE"),
            new PatientConditions(
                    EligibilityAnswer.YES, EligibilityAnswer.YES, EligibilityAnswer.YES, EligibilityAnswer.NOT_KNOWN),
            Optional.of("EHPAD"),
            Optional.of(Duration.ofMinutes(12)),
            Optional.of("Pompe à morphine relayée"),
            Optional.of(WithoutAdvice.WAIT));

    @Test
    void noInformationAtHandExcludesTheOthers() {
        var both = new Outcome(
                COMPLETE.callerProfile(),
                COMPLETE.motives(),
                COMPLETE.orientations(),
                COMPLETE.eligibility(),
                COMPLETE.placeOfCare(),
                COMPLETE.duration(),
                COMPLETE.note(),
                COMPLETE.withoutAdvice(),
                Optional.empty(),
                List.of(InformationAtHand.NONE, InformationAtHand.DLU),
                Optional.empty());
        assertThat(rules.check(both, OutcomeStatus.DRAFT))
                .extracting(OutcomeRules.Refusal::field)
                .containsExactly("information");
    }

    @Test
    void aCompleteOutcomeIsAcceptedAsFinal() {
        assertThat(rules.check(COMPLETE, OutcomeStatus.FINAL)).isEmpty();
    }

    @Test
    void anEmptyDraftIsAcceptedAndTheSameIsNotFinal() {
        assertThat(rules.check(Outcome.EMPTY, OutcomeStatus.DRAFT)).isEmpty();
        assertThat(rules.check(Outcome.EMPTY, OutcomeStatus.FINAL))
                .extracting(Refusal::field)
                .containsExactly("callerProfile", "duration", "motives", "orientations", "placeOfCare");
    }

    @Test
    void aCallFromARelativeNeedsNoMotive() {
        var fromRelative = new Outcome(
                Optional.of("NOT_ELIGIBLE"),
                List.of(),
                List.of(),
                PatientConditions.NOT_ASKED,
                Optional.empty(),
                Optional.of(Duration.ofMinutes(1)),
                Optional.empty(),
                Optional.empty());
        assertThat(rules.check(fromRelative, OutcomeStatus.FINAL)).isEmpty();
    }

    @Test
    void anUnknownCodeIsRefusedEvenInADraft() {
        var draft = new Outcome(
                Optional.empty(),
                List.of("HEADACHE"),
                List.of(),
                PatientConditions.NOT_ASKED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(rules.check(draft, OutcomeStatus.DRAFT))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.message()).contains("HEADACHE", "2026.1"));
    }

    @Test
    void aDurationStaysBetweenASecondAndFourHours() {
        assertThat(rules.check(lasting(Duration.ofHours(4)), OutcomeStatus.FINAL))
                .isEmpty();
        assertThat(rules.check(lasting(Duration.ofHours(4).plusSeconds(1)), OutcomeStatus.FINAL))
                .extracting(Refusal::field)
                .containsExactly("duration");
        assertThat(rules.check(lasting(Duration.ZERO), OutcomeStatus.DRAFT)).hasSize(1);
    }

    @Test
    void freeTextIsRefusedWhereItIsNotEnabled() {
        var closed = new OutcomeRules(NomenclatureFileTest.defaultNomenclature(), false, TODAY);
        assertThat(closed.check(COMPLETE, OutcomeStatus.FINAL))
                .extracting(Refusal::field)
                .containsExactly("note");
    }

    @Test
    void freeTextThatNamesAPatientIsRefused() {
        var naming = new Outcome(
                COMPLETE.callerProfile(),
                COMPLETE.motives(),
                COMPLETE.orientations(),
                COMPLETE.eligibility(),
                COMPLETE.placeOfCare(),
                COMPLETE.duration(),
                Optional.of("Mme Dupont, 06 12 34 56 78"),
                COMPLETE.withoutAdvice());
        assertThat(rules.check(naming, OutcomeStatus.DRAFT))
                .extracting(Refusal::field)
                .containsExactly("note", "note");
    }

    @Test
    void oneConditionThatFailsDecidesAndNotKnowingIsNotANo() {
        assertThat(COMPLETE.eligibility().verdict()).isEqualTo(EligibilityAnswer.NOT_KNOWN);
        assertThat(new PatientConditions(
                                EligibilityAnswer.YES,
                                EligibilityAnswer.NO,
                                EligibilityAnswer.NOT_KNOWN,
                                EligibilityAnswer.YES)
                        .verdict())
                .isEqualTo(EligibilityAnswer.NO);
        assertThat(new PatientConditions(
                                EligibilityAnswer.YES,
                                EligibilityAnswer.YES,
                                EligibilityAnswer.YES,
                                EligibilityAnswer.YES)
                        .verdict())
                .isEqualTo(EligibilityAnswer.YES);
    }

    @Test
    void theDurationIsProposedFromTheTraceInWholeMinutes() {
        assertThat(Outcome.proposed(Optional.of(Duration.ofSeconds(629))).duration())
                .contains(Duration.ofMinutes(10));
        assertThat(Outcome.proposed(Optional.of(Duration.ofSeconds(9))).duration())
                .contains(Duration.ofMinutes(1));
        assertThat(Outcome.proposed(Optional.empty()).duration()).isEmpty();
    }

    private static Outcome lasting(Duration duration) {
        return new Outcome(
                COMPLETE.callerProfile(),
                COMPLETE.motives(),
                COMPLETE.orientations(),
                COMPLETE.eligibility(),
                COMPLETE.placeOfCare(),
                Optional.of(duration),
                COMPLETE.note(),
                COMPLETE.withoutAdvice());
    }

    @Test
    void twentyMotivesAreKeptAndTwentyOneAreRefusedAtWhateverDoor() {
        assertThat(codes(few(20))).doesNotContain("motives");
        assertThat(rules.check(few(21), OutcomeStatus.DRAFT))
                .filteredOn(refusal -> refusal.message().startsWith("21 valeurs choisies : en garder 20 au plus"))
                .extracting(Refusal::field)
                .containsExactly("motives");
    }

    private List<String> codes(Outcome outcome) {
        return rules.check(outcome, OutcomeStatus.DRAFT).stream()
                .filter(refusal -> refusal.message().contains("au plus"))
                .map(Refusal::field)
                .toList();
    }

    private static Outcome few(int motives) {
        return new Outcome(
                Optional.empty(),
                java.util.stream.IntStream.range(0, motives)
                        .mapToObj(i -> "MOTIVE_" + i)
                        .toList(),
                List.of(),
                PatientConditions.NOT_ASKED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
