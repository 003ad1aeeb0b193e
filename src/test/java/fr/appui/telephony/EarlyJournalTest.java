package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarlyJournalTest {

    private static final Instant T = Instant.parse("2026-07-01T20:00:00Z");

    private final List<CallEvent> stored = new ArrayList<>();
    private final Journal journal = stored::addAll;

    /** The application's questions append to the journal itself. */
    @Test
    void whatACallRecordsAfterTheHandOverFollowsWhatItRecordedBefore() {
        var held = new EarlyJournal(10);
        held.append(List.of(event("lille-1.1", 0)));
        held.append(List.of(event("lille-1.1", 1)));
        EarlyCalls.handOver(held, journal, () -> journal.append(List.of(event("lille-1.1", 2))));
        held.append(List.of(event("lille-1.1", 3)));
        assertThat(stored)
                .containsExactly(
                        event("lille-1.1", 0), event("lille-1.1", 1), event("lille-1.1", 2), event("lille-1.1", 3));
        assertThat(held.lost()).isZero();
    }

    @Test
    void whatIsNotKeptIsCountedAndItsCallsAreNamed() {
        var held = new EarlyJournal(1);
        held.append(List.of(event("lille-1.1", 0)));
        held.append(List.of(event("lille-1.1", 1), event("lille-1.1", 2)));
        held.append(List.of(event("lille-1.2", 0)));
        held.goTo(journal);
        assertThat(stored).containsExactly(event("lille-1.1", 0));
        assertThat(held.lost()).isEqualTo(3);
        assertThat(held.cut()).containsExactlyInAnyOrder(new CallId("lille-1.1"), new CallId("lille-1.2"));
    }

    private static CallEvent event(String call, int second) {
        return new CallEvent.FoundClosed(new CallId(call), T.plusSeconds(second), Optional.empty());
    }
}
