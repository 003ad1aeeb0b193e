package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Team;
import fr.appui.rota.Duty;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.Slot;
import fr.appui.rota.Substitution;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Undoing goes back act by act, and never to what was undone already. */
class UndoingTest {

    private static final LocalDate DATE = LocalDate.of(2026, 8, 12);
    private static final DutyWindow WINDOW = Team.day(DATE).window();
    private static final PublishedRota ROTA = new PublishedRota(
            Team.OISE,
            Quarter.of(DATE),
            1,
            new PublishedRota.Publisher("coordination", Instant.EPOCH),
            List.of(new Duty(DATE, 1, Team.dr('A'))));

    private final List<Substitution> acts = new ArrayList<>();

    @Test
    void twoActsUndoneTwiceLeadBackToThePublishedRota() {
        act('B', Substitution.Effect.wholeDuty());
        act('C', Substitution.Effect.wholeDuty());
        assertThat(undo()).contains(Team.dr('B'));
        assertThat(undo()).contains(Team.dr('A'));
        assertThat(next()).as("nothing is left to undo").isEmpty();
    }

    @Test
    void anActAfterAnUndoingIsUndoneToWhatTheUndoingLeft() {
        act('B', Substitution.Effect.wholeDuty());
        act('C', Substitution.Effect.wholeDuty());
        undo();
        act('D', Substitution.Effect.wholeDuty());
        assertThat(undo()).contains(Team.dr('B'));
        assertThat(undo()).contains(Team.dr('A'));
    }

    @Test
    void anActIsUndoneOnce() {
        act('B', Substitution.Effect.wholeDuty());
        Undoing first = next().orElseThrow();
        assertThat(next().orElseThrow().id())
                .as("two at the same moment write the same line")
                .isEqualTo(first.id());
    }

    @Test
    void aTakeoverInMidDutyIsUndoneForItsPartAlone() {
        act('B', Substitution.Effect.wholeDuty());
        act('C', Substitution.Effect.from(WINDOW.start().plusSeconds(3_600)));
        assertThat(next().orElseThrow().holder()).contains(Team.dr('B'));
    }

    private Optional<PhysicianId> undo() {
        Undoing undoing = next().orElseThrow();
        record(undoing.id(), undoing.holder(), undoing.undone().effect());
        return undoing.holder();
    }

    private Optional<Undoing> next() {
        var day = new DutyDay(WINDOW, ZoneId.of("Europe/Paris"), Optional.of(ROTA), List.copyOf(acts));
        return Undoing.of(day, DutyRung.FIRST, WINDOW.start());
    }

    private void act(char physician, Substitution.Effect effect) {
        record(new UUID(1, acts.size()), Optional.of(Team.dr(physician)), effect);
    }

    private void record(UUID id, Optional<PhysicianId> physician, Substitution.Effect effect) {
        var act = new Substitution.Act(
                "coordination", "motif", Instant.parse("2026-08-01T08:00:00Z").plusSeconds(acts.size()));
        acts.add(
                new Substitution(id, new Slot(Team.OISE, DATE, 1), Substitution.Kind.OVERRIDE, physician, effect, act));
    }
}
