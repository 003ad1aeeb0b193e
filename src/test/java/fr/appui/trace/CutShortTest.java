package fr.appui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.trace.CallEvent.AttemptEnded;
import fr.appui.trace.CallEvent.Ended;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutShortTest {

    private static final List<CallEvent> WHOLE = Calls.answeredBySecond("lab-1.1");

    @Test
    void wherever_it_is_cut_all_that_began_is_over_and_the_call_has_one_end() {
        for (int told = 1; told < WHOLE.size(); told++) {
            List<CallEvent> known = WHOLE.subList(0, told);
            List<CallEvent> all = new ArrayList<>(known);
            all.addAll(CutShort.closing(known));
            List<String> keys = all.stream().map(CallEvent::key).toList();

            assertThat(keys).doesNotHaveDuplicates().endsWith("ended").contains("degraded:switch-stopped");
            assertThat(closed(keys, "attempt-started:", "attempt-ended:"))
                    .isEqualTo(closed(keys, "attempt-ended:", "attempt-ended:"));
            assertThat(closed(keys, "bridged:", "unbridged:")).isEqualTo(closed(keys, "unbridged:", "unbridged:"));
            assertThat(all).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        }
    }

    @Test
    void who_was_heard_was_answered_and_who_was_not_met_a_breakdown() {
        int bridged = WHOLE.indexOf(WHOLE.stream()
                .filter(CallEvent.Bridged.class::isInstance)
                .findFirst()
                .orElseThrow());
        assertThat(endingOf(WHOLE.subList(0, bridged))).isEqualTo(Ending.FAILED);
        assertThat(endingOf(WHOLE.subList(0, bridged + 1))).isEqualTo(Ending.ANSWERED);
        assertThat(CutShort.closing(WHOLE.subList(0, bridged + 1)))
                .filteredOn(AttemptEnded.class::isInstance)
                .extracting(event -> ((AttemptEnded) event).result())
                .containsExactly(AttemptResult.ACCEPTED);
    }

    /** The first was cut off moments after they took the call, and the second rang when the switch died. */
    @Test
    void who_rings_after_one_who_was_cut_off_was_not_heard() {
        CallId call = WHOLE.getFirst().call();
        List<CallEvent> known = new ArrayList<>(WHOLE.subList(0, 4));
        known.add(new AttemptEnded(call, Calls.NIGHT.plusSeconds(20), 1, AttemptResult.ACCEPTED, 0));
        known.add(new CallEvent.Bridged(call, Calls.NIGHT.plusSeconds(20), "1772763124.3"));
        known.add(new CallEvent.Unbridged(call, Calls.NIGHT.plusSeconds(23), "1772763124.3"));
        known.add(WHOLE.get(5));
        assertThat(CutShort.closing(known))
                .filteredOn(AttemptEnded.class::isInstance)
                .extracting(event -> ((AttemptEnded) event).result())
                .containsExactly(AttemptResult.CALLER_GONE);
        assertThat(endingOf(known)).isEqualTo(Ending.FAILED);
    }

    @Test
    void nothing_follows_an_end() {
        assertThat(CutShort.closing(WHOLE)).isEmpty();
    }

    private static Ending endingOf(List<CallEvent> told) {
        return ((Ended) CutShort.closing(told).getLast()).ending();
    }

    private static List<String> closed(List<String> keys, String kind, String closing) {
        return keys.stream()
                .filter(key -> key.startsWith(kind))
                .map(key -> closing + key.substring(kind.length()))
                .sorted()
                .toList();
    }
}
