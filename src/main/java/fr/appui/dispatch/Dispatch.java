package fr.appui.dispatch;

import fr.appui.dispatch.CallState.Arriving;
import fr.appui.dispatch.CallState.AskingNumber;
import fr.appui.dispatch.CallState.AskingProfile;
import fr.appui.dispatch.CallState.Finished;
import fr.appui.dispatch.CallState.Holding;
import fr.appui.dispatch.CallState.PuttingThrough;
import fr.appui.dispatch.CallState.Ringing;
import java.time.Duration;

/**
 * The decision on a call, total: every observation is answered in every state. One that makes no sense where it comes (a
 * question asked twice, a switch that lost its place) repeats the command in hand, a bounded number of times, then goes on
 * to the next; the trace then holds a {@code Degraded} event. A call ends within {@value #MOST_STEPS} questions whatever
 * the switch reports.
 *
 * <p>The same question gives the same answer, and events have the same keys: asking again after a lost answer is harmless.
 */
public final class Dispatch {

    /** Twice the gate, every attempt with its repeats, twice the number, the put-through with its repeats, the end. */
    static final int MOST_STEPS = 64;

    /**
     * How long after the time for the search ({@link fr.appui.directory.Escalation#longestSearch}) a call may still last
     * until the caller talks to somebody or hears the last word: the last whisper, the number of who calls, the lines.
     */
    public static final Duration LONGEST_AFTER_SEARCH = Duration.ofMinutes(9);

    private Dispatch() {}

    public static Decision decide(CallState state, Observation observation, CallContext context) {
        return switch (state) {
            case Arriving arriving -> Reception.decide(arriving, observation, context);
            case AskingProfile asking -> Gate.decide(asking, observation, context);
            case Ringing ringing -> Ladder.decide(ringing, observation, context);
            case Holding holding -> Ladder.decide(holding, observation, context);
            case AskingNumber asking -> LastResort.decide(asking, observation, context);
            case PuttingThrough through -> OtherLine.decide(through, observation, context);
            case Finished finished -> Farewell.decide(finished, observation, context);
        };
    }
}
