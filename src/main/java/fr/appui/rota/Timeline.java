package fr.appui.rota;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One territory's answers in order of time: between two starts nothing changes. */
final class Timeline {

    private final DutyCalendar calendar;
    private final long[] starts;
    private final OnDuty[] answers;

    /** @param starts epoch milliseconds, strictly rising; the last only ends the answer before it */
    Timeline(DutyCalendar calendar, long[] starts, OnDuty[] answers) {
        this.calendar = calendar;
        this.starts = starts;
        this.answers = answers;
    }

    OnDuty at(Instant t) {
        int index = indexOf(t);
        return index < 0 ? beyondWhatWasRead(t) : answers[index];
    }

    /** @return the next change; the instant itself beyond what was read */
    Instant sameUntil(Instant t) {
        int index = indexOf(t);
        return index < 0 ? t : Instant.ofEpochMilli(starts[index + 1]);
    }

    boolean covers(Instant t) {
        return indexOf(t) >= 0;
    }

    Opening openingAt(Instant t) {
        return calendar.openingAt(t);
    }

    List<LadderPeriod> periods(Instant from, int days) {
        long end = from.plus(Duration.ofDays(days)).toEpochMilli();
        return IntStream.range(0, answers.length)
                .filter(i -> starts[i + 1] > from.toEpochMilli() && starts[i] < end)
                .mapToObj(this::period)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<LadderPeriod> period(int index) {
        return answers[index] instanceof OnDuty.Open open
                ? Optional.of(new LadderPeriod(
                        Instant.ofEpochMilli(starts[index]), Instant.ofEpochMilli(starts[index + 1]), open))
                : Optional.empty();
    }

    private int indexOf(Instant t) {
        int found = Arrays.binarySearch(starts, t.toEpochMilli());
        int index = found >= 0 ? found : -found - 2;
        return index < answers.length ? index : -1;
    }

    private OnDuty beyondWhatWasRead(Instant t) {
        return switch (calendar.openingAt(t)) {
            case Opening.Open open -> new OnDuty.Open(open.window(), List.of(), Precedence.FALLBACK);
            case Opening.Closed closed -> new OnDuty.Closed(closed.next());
        };
    }
}
