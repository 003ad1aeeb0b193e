package fr.appui.planning;

import static fr.appui.planning.Team.HAINAUT;
import static fr.appui.planning.Team.assign;
import static fr.appui.planning.Team.date;
import static fr.appui.planning.Team.dr;
import static fr.appui.planning.Team.held;
import static fr.appui.planning.Team.problem;
import static fr.appui.planning.Team.range;
import static fr.appui.planning.Team.volunteer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Tonight the physician on duty cannot: whom to ask, in which order, and why not the others. */
class ReplacementTest {

    private static final DateRange MONTH = range("2026-08-03", "2026-08-30");
    private static final LocalDate TONIGHT = date("2026-08-04");
    private static final Assignment ROTA = assign("2026-08-03", "AAAAAAA BBBBBBB CCCCCCC BBBBBBB");

    @Test
    void whoHoldsLeastIsAskedFirst() {
        Replacement tonight = Replacement.on(TONIGHT, DutyRung.FIRST, ROTA, team(wishes -> wishes, wishes -> wishes));
        assertThat(tonight.askable()).extracting(Replacement.Candidate::name).containsExactly("Dr D", "Dr C");
        assertThat(tonight.askable()).extracting(Replacement.Candidate::days).containsExactly(0, 7);
        assertThat(tonight.askable()).extracting(Replacement.Candidate::room).containsExactly(14, 7);
    }

    @Test
    void whoCannotIsListedWithTheReason() {
        Replacement tonight = Replacement.on(
                TONIGHT,
                DutyRung.FIRST,
                ROTA,
                team(
                        wishes -> wishes.unavailable(List.of(new Unavailability.During(DateRange.on(TONIGHT)))),
                        wishes -> wishes));
        assertThat(tonight.excluded()).extracting(Replacement.Excluded::name).containsExactly("Dr B", "Dr C");
        assertThat(tonight.excluded().getFirst().reasons())
                .singleElement()
                .asString()
                .contains("quota de 14");
        assertThat(tonight.excluded().getLast().reasons())
                .singleElement()
                .asString()
                .contains("indisponible");
    }

    @Test
    void whoIsOnDutyElsewhereCannot() {
        RotaProblem problem = team(wishes -> wishes, wishes -> wishes);
        RotaProblem elsewhere =
                problem.with(Surroundings.NONE.holding(List.of(held('D', TONIGHT.toString(), HAINAUT))));
        assertThat(Replacement.on(TONIGHT, DutyRung.FIRST, ROTA, elsewhere).excluded())
                .filteredOn(one -> one.name().equals("Dr D"))
                .singleElement()
                .satisfies(one -> assertThat(one.reasons().getFirst()).contains("HDF-HAINAUT"));
    }

    @Test
    void theBackUpIsAskedBeforeAllOthers() {
        Assignment backed = ROTA.with(DutyRung.BACK_UP, TONIGHT, dr('C'));
        Replacement tonight = Replacement.on(TONIGHT, DutyRung.FIRST, backed, team(wishes -> wishes, wishes -> wishes));
        assertThat(tonight.askable().getFirst().name()).isEqualTo("Dr C");
        assertThat(tonight.askable().getFirst().remarks())
                .containsExactly("Dr C est le médecin de recours de cette date.");
    }

    @Test
    void forTheBackUpRungNobodyIsAskedWhoIsOnDutyAlready() {
        Assignment backed = ROTA.with(DutyRung.BACK_UP, TONIGHT, dr('C'));
        Replacement tonight =
                Replacement.on(TONIGHT, DutyRung.BACK_UP, backed, team(wishes -> wishes, wishes -> wishes));
        assertThat(tonight.askable())
                .extracting(Replacement.Candidate::physician)
                .isNotEmpty()
                .doesNotContain(dr('C'), ROTA.first().get(TONIGHT));
    }

    @Test
    void whoPreferredNotToComesAfterThoseWhoSaidNothing() {
        Replacement tonight = Replacement.on(
                TONIGHT,
                DutyRung.FIRST,
                ROTA,
                team(
                        wishes -> wishes,
                        wishes -> wishes.preferring(
                                List.of(new Preference(DateRange.on(TONIGHT), Preference.Liking.AVOID, 1)))));
        assertThat(tonight.askable()).extracting(Replacement.Candidate::name).containsExactly("Dr C", "Dr D");
    }

    private static RotaProblem team(UnaryOperator<Wishes> wishesOfC, UnaryOperator<Wishes> wishesOfD) {
        return problem(
                MONTH, List.of(volunteer('A'), volunteer('B'), volunteer('C', wishesOfC), volunteer('D', wishesOfD)));
    }
}
