package fr.appui.planning;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.planning.MarkedWishes.Mark;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkedWishesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
    private static final DateRange WEEK = new DateRange(MONDAY, MONDAY.plusDays(6));
    private static final Unavailability.Every TUESDAYS = new Unavailability.Every(DayOfWeek.TUESDAY, WEEK);

    @Test
    void aDayTakenOutOfALongAbsenceSplitsIt() {
        Wishes away = MarkedWishes.marked(Wishes.none(), WEEK, Mark.AWAY);
        Wishes split = MarkedWishes.marked(away, DateRange.on(MONDAY.plusDays(3)), Mark.NONE);
        assertThat(split.unavailabilities())
                .containsExactly(
                        new Unavailability.During(new DateRange(MONDAY, MONDAY.plusDays(2))),
                        new Unavailability.During(new DateRange(MONDAY.plusDays(4), MONDAY.plusDays(6))));
    }

    @Test
    void oneMarkReplacesTheOthers() {
        Wishes wishes = Wishes.none();
        for (Mark mark : Mark.values()) {
            wishes = MarkedWishes.marked(wishes, DateRange.on(MONDAY), mark);
            assertThat(MarkedWishes.on(MONDAY, wishes)).isEqualTo(mark);
            assertThat(MarkedWishes.on(MONDAY.plusDays(1), wishes)).isEqualTo(Mark.NONE);
        }
        assertThat(wishes).isEqualTo(Wishes.none());
    }

    @Test
    void whatIsHeldEveryWeekStaysUntilItIsWithdrawnItself() {
        Wishes wishes = MarkedWishes.every(Wishes.none(), TUESDAYS);
        Wishes erased = MarkedWishes.marked(wishes, WEEK, Mark.NONE);
        assertThat(MarkedWishes.on(MONDAY.plusDays(1), erased)).isEqualTo(Mark.AWAY);
        assertThat(MarkedWishes.isRecurring(MONDAY.plusDays(1), erased)).isTrue();
        assertThat(MarkedWishes.every(erased, TUESDAYS).unavailabilities()).hasSize(1);
        assertThat(MarkedWishes.withoutRecurring(erased, 3)).isEqualTo(erased);
        assertThat(MarkedWishes.withoutRecurring(erased, 0)).isEqualTo(Wishes.none());
    }

    @Test
    void overlappingPreferencesOfAnImportKeepTheirWeight() {
        Wishes wishes = Wishes.none()
                .preferring(List.of(
                        new Preference(WEEK, Preference.Liking.AVOID, 3),
                        new Preference(DateRange.on(MONDAY), Preference.Liking.AVOID, 2),
                        new Preference(DateRange.on(MONDAY.plusDays(1)), Preference.Liking.PREFER, 3)));
        Wishes marked = MarkedWishes.marked(wishes, DateRange.on(MONDAY.plusDays(6)), Mark.PREFER);
        assertThat(marked.dislikeOf(MONDAY)).isEqualTo(3);
        assertThat(marked.dislikeOf(MONDAY.plusDays(1))).isZero();
        assertThat(marked.dislikeOf(MONDAY.plusDays(2))).isEqualTo(3);
        assertThat(marked.dislikeOf(MONDAY.plusDays(6))).isEqualTo(-1);
    }

    @Test
    void nothingElseThatWasAskedIsTouched() {
        Wishes wishes = Wishes.none().atMost(6).holdingPriorityAstreintes(Set.of(MONDAY.minusDays(1)));
        Wishes marked = MarkedWishes.marked(wishes, DateRange.on(MONDAY), Mark.PRIORITY);
        assertThat(marked.maxDutyDays()).hasValue(6);
        assertThat(marked.priorityAstreintes()).containsExactlyInAnyOrder(MONDAY, MONDAY.minusDays(1));
    }
}
