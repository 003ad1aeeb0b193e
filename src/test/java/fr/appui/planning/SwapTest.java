package fr.appui.planning;

import static fr.appui.planning.Team.assign;
import static fr.appui.planning.Team.date;
import static fr.appui.planning.Team.dr;
import static fr.appui.planning.Team.problem;
import static fr.appui.planning.Team.range;
import static fr.appui.planning.Team.volunteer;
import static fr.appui.planning.Team.volunteers;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.planning.SwapProposal.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A swap is judged by every rule before anybody is asked. */
class SwapTest {

    private static final DateRange FORTNIGHT = range("2026-08-03", "2026-08-16");
    private static final Assignment ROTA = assign("2026-08-03", "AAAAAAA BBBBBBB");
    private static final Instant BEFORE = Instant.parse("2026-08-01T10:00:00Z");

    @Test
    void twoDatesChangeHands() {
        var decision = swap(problem(FORTNIGHT, volunteers(2)), give("2026-08-04"), take("2026-08-11"), BEFORE);
        assertThat(decision).isInstanceOfSatisfying(SwapDecision.Allowed.class, allowed -> {
            assertThat(allowed.result().first())
                    .isEqualTo(assign("2026-08-03", "ABAAAAA BABBBBB").first());
            assertThat(allowed.takeovers()).hasSize(2);
            assertThat(allowed.remarks()).isEmpty();
        });
    }

    @Test
    void anUnavailableTakerIsNotEvenAsked() {
        Volunteer away = volunteer(
                'B',
                wishes -> wishes.unavailable(List.of(new Unavailability.During(range("2026-08-04", "2026-08-04")))));
        var decision = swap(problem(FORTNIGHT, List.of(volunteer('A'), away)), give("2026-08-04"), take(), BEFORE);
        assertThat(decision)
                .isInstanceOfSatisfying(
                        SwapDecision.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("Dr B s’est dit indisponible", "le 4 août"));
    }

    @Test
    void theQuotaRefusesAHandOverButNotAnEvenExchange() {
        RotaProblem tight = problem(FORTNIGHT, volunteers(2));
        tight = tight.with(tight.settings().withQuota(7));
        assertThat(swap(tight, give("2026-08-04"), take("2026-08-11"), BEFORE))
                .isInstanceOf(SwapDecision.Allowed.class);
        assertThat(swap(tight, give("2026-08-04"), take(), BEFORE))
                .isInstanceOfSatisfying(
                        SwapDecision.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("Dr B aurait 8 jours", "quota de 7"));
    }

    /** Since the rota was made they wished for fewer, or the quota was lowered. */
    @Test
    void whoHoldsTooManyMayGiveSomeAwayOrExchangeAsMany() {
        RotaProblem wished = problem(FORTNIGHT, List.of(volunteer('A', wishes -> wishes.atMost(5)), volunteer('B')));
        RotaProblem lowered = problem(FORTNIGHT, volunteers(2));
        lowered = lowered.with(lowered.settings().withQuota(5));
        assertThat(swap(wished, give("2026-08-04"), take(), BEFORE)).isInstanceOf(SwapDecision.Allowed.class);
        for (RotaProblem problem : List.of(wished, lowered)) {
            assertThat(swap(problem, give("2026-08-04"), take("2026-08-11"), BEFORE))
                    .isInstanceOf(SwapDecision.Allowed.class);
        }
        assertThat(swap(wished, give("2026-08-03", "2026-08-04"), take("2026-08-11"), BEFORE))
                .isInstanceOf(SwapDecision.Allowed.class);
        assertThat(swap(wished, give("2026-08-04"), take("2026-08-11", "2026-08-12"), BEFORE))
                .isInstanceOfSatisfying(
                        SwapDecision.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("Dr A aurait 8 jours", "n’en accepte que 5"));
    }

    @Test
    void aPhysicianOfWholeWeeksIsAskedWithTheRemark() {
        Volunteer whole = volunteer('B', wishes -> wishes.willing(Willingness.WHOLE_WEEKS));
        var decision = swap(problem(FORTNIGHT, List.of(volunteer('A'), whole)), give("2026-08-04"), take(), BEFORE);
        assertThat(decision)
                .isInstanceOfSatisfying(
                        SwapDecision.Allowed.class,
                        allowed -> assertThat(allowed.remarks())
                                .singleElement()
                                .asString()
                                .contains("Dr B ne propose que des semaines entières"));
    }

    @Test
    void inMidDutyTheOtherTakesOverWhatRemains() {
        Instant midnight = Instant.parse("2026-08-04T22:00:00Z");
        var decision = swap(problem(FORTNIGHT, volunteers(2)), give("2026-08-04"), take(), midnight);
        assertThat(decision)
                .isInstanceOfSatisfying(
                        SwapDecision.Allowed.class,
                        allowed -> assertThat(allowed.takeovers())
                                .containsExactly(
                                        new SwapDecision.Takeover(date("2026-08-04"), dr('A'), dr('B'), midnight)));
    }

    @Test
    void aDutyBegunCountsForBothPhysicians() {
        Instant midnight = Instant.parse("2026-08-04T22:00:00Z");
        RotaProblem tight = problem(FORTNIGHT, volunteers(2));
        tight = tight.with(tight.settings().withQuota(7));
        assertThat(swap(tight, give("2026-08-04"), take("2026-08-11"), midnight))
                .isInstanceOfSatisfying(
                        SwapDecision.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("Dr A aurait 8 jours"));
    }

    @Test
    void aDutyThatIsOverIsNotSwapped() {
        Instant after = Instant.parse("2026-08-05T06:30:00Z");
        assertThat(swap(problem(FORTNIGHT, volunteers(2)), give("2026-08-04"), take(), after))
                .isEqualTo(new SwapDecision.Refused(List.of("L’astreinte du mardi 4 août est déjà terminée.")));
        assertThat(swap(problem(FORTNIGHT, volunteers(2)), give("2026-08-04"), take(), after.minusSeconds(1)))
                .isInstanceOf(SwapDecision.Allowed.class);
    }

    @Test
    void nobodyGivesWhatTheyDoNotHold() {
        assertThat(swap(problem(FORTNIGHT, volunteers(2)), give("2026-08-11"), take(), BEFORE))
                .isEqualTo(new SwapDecision.Refused(List.of("Dr A n’est pas au premier rang le mardi 11 août.")));
    }

    private static SwapDecision swap(RotaProblem problem, Part given, Part taken, Instant at) {
        return new Swap(problem, ROTA).decide(new SwapProposal(given, taken, at));
    }

    private static Part give(String... dates) {
        return new Part(dr('A'), dates(dates));
    }

    private static Part take(String... dates) {
        return new Part(dr('B'), dates(dates));
    }

    private static Set<LocalDate> dates(String... dates) {
        return Arrays.stream(dates).map(LocalDate::parse).collect(Collectors.toSet());
    }
}
