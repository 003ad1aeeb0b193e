package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.Quarter;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A draft takes over what came since it was made, and says where it decides otherwise. */
class RebaseTest {

    private static final LocalDate DATE = LocalDate.of(2026, 8, 12);
    private static final Assignment BASE = held('A', DATE).with(DutyRung.FIRST, DATE.plusDays(1), Team.dr('B'));
    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

    @Test
    void nothingCameSince() {
        assertThat(rebase(draft(BASE), BASE).isNothing()).isTrue();
    }

    @Test
    void anActOnADateThatTheDraftLeftAsItWasIsTakenOver() {
        Rebase rebase = rebase(draft(BASE), BASE.with(DutyRung.FIRST, DATE, Team.dr('C')));
        assertThat(rebase.draft().duties().holder(DutyRung.FIRST, DATE)).contains(Team.dr('C'));
        assertThat(rebase.draft().proof())
                .as("another rota than the one proved")
                .isEmpty();
        assertThat(rebase.draft().origin().at()).isEqualTo(NOW);
        assertThat(rebase.taken().changes()).hasSize(1);
        assertThat(rebase.met().changes()).isEmpty();
        assertThat(rebase.sentences()).singleElement().asString().contains("C").endsWith("à reprendre");
    }

    @Test
    void aDateLeftToNobodySinceIsLeftToNobody() {
        Rebase rebase = rebase(draft(BASE), BASE.without(DutyRung.FIRST, DATE));
        assertThat(rebase.draft().duties().holder(DutyRung.FIRST, DATE)).isEmpty();
    }

    @Test
    void whereTheDraftDecidedOtherwiseItsWordStandsAndIsSaid() {
        Draft own = draft(BASE.with(DutyRung.FIRST, DATE, Team.dr('D')));
        Rebase rebase = rebase(own, BASE.with(DutyRung.FIRST, DATE, Team.dr('C')));
        assertThat(rebase.draft().duties()).isEqualTo(own.duties());
        assertThat(rebase.draft().proof()).isEqualTo(own.proof());
        assertThat(rebase.sentences()).singleElement().asString().contains("en décide autrement");
    }

    @Test
    void aDateFixedByHandStaysEvenWhereItWasTheSame() {
        Draft fixed = draft(BASE).placing(DutyRung.FIRST, DATE, Team.dr('A'));
        Rebase rebase = rebase(fixed, BASE.with(DutyRung.FIRST, DATE, Team.dr('C')));
        assertThat(rebase.draft().duties().holder(DutyRung.FIRST, DATE)).contains(Team.dr('A'));
        assertThat(rebase.met().changes()).hasSize(1);
    }

    @Test
    void whoDecidedTheSameHasNothingToTakeOver() {
        Draft same = draft(BASE.with(DutyRung.FIRST, DATE, Team.dr('C')));
        assertThat(rebase(same, BASE.with(DutyRung.FIRST, DATE, Team.dr('C'))).isNothing())
                .isTrue();
    }

    @Test
    void onceTakenOverNothingIsLeft() {
        Assignment since = BASE.with(DutyRung.FIRST, DATE, Team.dr('C'));
        Draft draft = rebase(draft(BASE), since).draft();
        assertThat(Rebase.of(draft, since, since, NOW, Object::toString).isNothing())
                .isTrue();
    }

    private static Rebase rebase(Draft draft, Assignment held) {
        return Rebase.of(draft, BASE, held, NOW, id -> id.equals(Team.dr('C')) ? "Dr C" : "Dr X");
    }

    private static Draft draft(Assignment duties) {
        return new Draft(
                Team.OISE,
                Quarter.of(DATE),
                duties,
                Assignment.EMPTY,
                new Draft.Origin(Draft.Kind.GENERATED, "essai", Instant.EPOCH),
                Optional.of(new Draft.Proof(3, 3, true)));
    }

    private static Assignment held(char letter, LocalDate date) {
        return Assignment.EMPTY.with(DutyRung.FIRST, date, Team.dr(letter));
    }
}
