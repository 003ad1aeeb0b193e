package fr.appui.trace;

import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The calls that were traced. */
public interface CallArchive {

    Page search(Search search);

    /** How many there are of each territory, whatever the page. */
    Map<TerritoryCode, Long> counts(Search search);

    /** The latest that counts of each of these territories. */
    Map<TerritoryCode, Summary> latest(Set<TerritoryCode> territories);

    Optional<Traced> find(CallId call);

    /** Those of them that are known, read at once. */
    Map<CallId, Traced> find(Collection<CallId> calls);

    /** A number that grows whenever a call has something new: how a live page knows that it is out of date. */
    long latest();

    /** Calls that arrived since and have not ended, latest first. */
    List<Traced> inProgress(Reach within, Instant since, int most);

    /** Whether a physician answered and what became of the outcome they owe. */
    enum Logged {
        /** Answered, and nobody validated an outcome yet. */
        AWAITED,
        VALIDATED
    }

    /**
     * @param from first instant of arrival, included; @param to excluded; @param page first is 0
     * @param countsOnly without trials; what is asked for by its ending or its sheet is, whatever is said here
     */
    record Search(
            Optional<Instant> from,
            Optional<Instant> to,
            Reach within,
            Optional<Ending> ending,
            Optional<Logged> logged,
            int page,
            int size,
            boolean countsOnly) {

        public Search {
            countsOnly = countsOnly || ending.isPresent() || logged.isPresent();
        }

        /** Trials too, where nothing is asked that is counted. */
        public Search(
                Optional<Instant> from,
                Optional<Instant> to,
                Reach within,
                Optional<Ending> ending,
                Optional<Logged> logged,
                int page,
                int size) {
            this(from, to, within, ending, logged, page, size, false);
        }

        /** Whatever became of the outcome. */
        public Search(
                Optional<Instant> from,
                Optional<Instant> to,
                Reach within,
                Optional<Ending> ending,
                int page,
                int size) {
            this(from, to, within, ending, Optional.empty(), page, size);
        }
    }

    /** @param items latest first */
    record Page(List<Summary> items, long total) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** @param ending empty for a call in progress */
    record Summary(
            CallId call,
            Optional<TerritoryCode> territory,
            Instant received,
            Optional<Instant> ended,
            Optional<Origin> origin,
            Optional<Profile> profile,
            Optional<Ending> ending,
            int attempts,
            Duration talk,
            boolean rebuilt) {

        /** How it ended, in French; empty for a call in progress. */
        public Optional<String> endingLabel() {
            boolean counts = origin.map(Origin::counts).orElse(true);
            return ending.map(known -> known.label(counts));
        }
    }

    /** @param rebuilt whether part of it was reconstructed from the switch's own records */
    record Traced(CallStory story, boolean rebuilt) {}
}
