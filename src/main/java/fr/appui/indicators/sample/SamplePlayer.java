package fr.appui.indicators.sample;

import fr.appui.trace.Journal;
import fr.appui.trace.Outcomes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Plays a sample year the way real calls come: events through the journal, then what the physicians log through the same
 * rules as theirs. Nothing is counted but by the projection.
 */
@ApplicationScoped
public class SamplePlayer {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final String AUTHOR = "année d’exemple";

    private final Journal journal;
    private final Outcomes outcomes;

    SamplePlayer(Journal journal, Outcomes outcomes) {
        this.journal = journal;
        this.outcomes = outcomes;
    }

    /** @return the calls that were played; their outcomes are kept when this returns */
    public List<SampleCall> play(SampleYear year, int calls) {
        List<SampleCall> played = new ArrayList<>();
        year.play(calls, call -> {
            journal.append(call.events());
            played.add(call);
        });
        played.forEach(this::log);
        return played;
    }

    private void log(SampleCall call) {
        call.logged().ifPresent(logged -> {
            awaitTrace(call);
            outcomes.write(call.id(), OptionalInt.empty(), logged.status(), logged.outcome(), AUTHOR);
        });
    }

    /** The journal stores behind the call's back: an outcome can be written once it has. */
    private void awaitTrace(SampleCall call) {
        long pauses = LONGEST_WAIT.dividedBy(PAUSE);
        for (long i = 0; i < pauses && outcomes.call(call.id()).isEmpty(); i++) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the sample year was interrupted", stopping);
            }
        }
    }
}
