package fr.appui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ReminderStageTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant CALL_ENDED = paris("2026-03-09T21:10:00");

    @Test
    void nothingIsDueInTheFirstHalfHour() {
        assertThat(ReminderStage.due(CALL_ENDED, PARIS, paris("2026-03-09T21:39:59")))
                .isEmpty();
        assertThat(ReminderStage.due(CALL_ENDED, PARIS, paris("2026-03-09T21:40:00")))
                .contains(ReminderStage.AFTER_CALL);
    }

    @Test
    void thenTheNextMorningAndOneDayLaterTheCoordinator() {
        assertThat(ReminderStage.due(CALL_ENDED, PARIS, paris("2026-03-10T08:59:59")))
                .contains(ReminderStage.AFTER_CALL);
        assertThat(ReminderStage.due(CALL_ENDED, PARIS, paris("2026-03-10T09:00:00")))
                .contains(ReminderStage.NEXT_MORNING);
        assertThat(ReminderStage.due(CALL_ENDED, PARIS, paris("2026-03-11T09:00:00")))
                .contains(ReminderStage.COORDINATOR);
    }

    @Test
    void aCallBeforeDawnIsRemindedTheSameMorning() {
        Instant beforeDawn = paris("2026-03-09T03:00:00");
        assertThat(ReminderStage.NEXT_MORNING.dueAfter(beforeDawn, PARIS)).isEqualTo(paris("2026-03-09T09:00:00"));
    }

    @Test
    void aCallThatEndsJustBeforeNineWaitsForTheNextDay() {
        Instant late = paris("2026-03-08T08:20:00");
        assertThat(ReminderStage.NEXT_MORNING.dueAfter(late, PARIS)).isEqualTo(paris("2026-03-09T09:00:00"));
    }

    @Test
    void nineOClockIsLocalAcrossAClockChange() {
        Instant beforeSpring = paris("2026-03-28T21:00:00");
        assertThat(ReminderStage.NEXT_MORNING.dueAfter(beforeSpring, PARIS)).isEqualTo(paris("2026-03-29T09:00:00"));
        assertThat(ReminderStage.COORDINATOR.dueAfter(beforeSpring, PARIS)).isEqualTo(paris("2026-03-30T09:00:00"));
    }

    private static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }
}
