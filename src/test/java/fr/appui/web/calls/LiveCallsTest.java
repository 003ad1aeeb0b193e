package fr.appui.web.calls;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What waits to be stored is in no list: a page that shows the list is as old. */
class LiveCallsTest {

    @Test
    void aDatabaseThatAnswersAndTakesNothingIsNoNews() {
        assertThat(behind(Duration.ofSeconds(30)).mark()).contains("7");
        assertThat(behind(Duration.ofSeconds(31)).mark()).isEmpty();
    }

    private static LiveCalls behind(Duration age) {
        return new LiveCalls(new Archive(), new Waiting(age), Clock.systemUTC());
    }

    private record Waiting(Duration age) implements Journal {

        @Override
        public void append(List<CallEvent> events) {}
    }

    private static final class Archive implements CallArchive {

        @Override
        public Page search(Search search) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Traced> find(CallId call) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<CallId, Traced> find(Collection<CallId> calls) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<TerritoryCode, Long> counts(Search search) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<TerritoryCode, Summary> latest(Set<TerritoryCode> territories) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long latest() {
            return 7;
        }

        @Override
        public List<Traced> inProgress(Reach within, Instant since, int most) {
            throw new UnsupportedOperationException();
        }
    }
}
