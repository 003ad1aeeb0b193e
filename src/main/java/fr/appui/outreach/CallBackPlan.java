package fr.appui.outreach;

import fr.appui.directory.PhoneNumber;
import fr.appui.rota.OnDuty;
import fr.appui.rota.Rung;
import fr.appui.trace.CallBackClosing;
import fr.appui.trace.CallBackResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallStory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to do next for a caller who waits: a pure decision from what the trace says. Physicians are rung in the order of the
 * ladder, each on the next of their numbers at each round; one who accepted while the caller could not be reached is rung
 * again first.
 */
final class CallBackPlan {

    /** A caller who is still on the line, put through to the fallback, is not rung. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(30);

    /** What the dialplan states where callers have the trunk and nobody was rung (extensions-outreach.conf): no attempt. */
    private static final int NO_ROOM = 34;

    /** As well, where nobody answered at all at the other end of the trunk, and ours where no switch took it: no attempt either. */
    static final int OUT_OF_ORDER = 38;

    private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofMinutes(1);

    /** Later it is tried as rarely as anybody is rung: a trace tells each. */
    private static final int SOON_AGAIN = 5;

    private CallBackPlan() {}

    sealed interface Step {
        record Wait() implements Step {}

        record Ring(Callee callee) implements Step {}

        record Close(CallBackClosing closing) implements Step {}
    }

    record Limits(int attempts, Duration pause, Duration longestAttempt, Duration shortestTalk) {
        static Limits of(OutreachSettings.CallBack settings) {
            return new Limits(
                    settings.attempts(), settings.pause(), settings.longestAttempt(), settings.shortestTalk());
        }
    }

    static Step next(OpenCallBack open, CallStory story, OnDuty duty, Instant now, Limits limits) {
        if (joined(story, now, limits)) {
            return new Step.Close(CallBackClosing.DONE);
        }
        if (isUnderWay(open, story, now, limits)) {
            return new Step.Wait();
        }
        List<Rung> ladder = ladder(duty);
        int spent = spent(open, story);
        if (ladder.isEmpty()
                || spent >= limits.attempts()
                || givenBack(open, story, OUT_OF_ORDER) >= 2L * limits.attempts()) {
            return new Step.Close(CallBackClosing.HANDED_OVER);
        }
        return isPausing(open, story, now, limits)
                ? new Step.Wait()
                : new Step.Ring(callee(spent, ladder, lastWhoAccepted(open, story)));
    }

    /** A physician who asks, from a number that is theirs alone, is not rung to be joined with themselves. */
    static OnDuty besides(Optional<PhoneNumber> caller, OnDuty duty) {
        return duty instanceof OnDuty.Open open && caller.isPresent()
                ? new OnDuty.Open(
                        open.window(),
                        open.ladder().stream()
                                .filter(rung -> !rung.numbers().contains(caller.get()))
                                .toList(),
                        open.reason())
                : duty;
    }

    /** Attempts for which somebody was rung, or might have been. */
    static int spent(OpenCallBack open, CallStory story) {
        return open.attempts() - (int) (givenBack(open, story, NO_ROOM) + givenBack(open, story, OUT_OF_ORDER));
    }

    private static long givenBack(OpenCallBack open, CallStory story, int cause) {
        return of(story, CallEvent.CallBackEnded.class)
                .filter(ended -> ended.attempt() <= open.attempts() && failedBy(ended, cause))
                .count();
    }

    private static boolean failedBy(CallEvent.CallBackEnded ended, int cause) {
        return ended.result() == CallBackResult.FAILED && ended.cause() == cause;
    }

    private static boolean isGivenBack(CallEvent.CallBackEnded ended) {
        return failedBy(ended, NO_ROOM) || failedBy(ended, OUT_OF_ORDER);
    }

    /** For long enough, that is: a telephone that is cut off moments after is no call-back. */
    private static boolean joined(CallStory story, Instant now, Limits limits) {
        return of(story, CallEvent.CallBackJoined.class)
                .anyMatch(joined -> !ended(story, joined.attempt())
                        .map(CallEvent.CallBackEnded::at)
                        .orElse(now)
                        .isBefore(joined.at().plus(limits.shortestTalk())));
    }

    private static boolean isUnderWay(OpenCallBack open, CallStory story, Instant now, Limits limits) {
        boolean callLasts =
                story.ended().isEmpty() && now.isBefore(open.askedAt().plus(LONGEST_CALL));
        return callLasts || isRinging(open, story, now, limits);
    }

    /** An attempt was begun, and neither ended nor was forgotten. */
    static boolean isRinging(OpenCallBack open, CallStory story, Instant now, Limits limits) {
        return ended(story, open.attempts()).isEmpty()
                && open.rungAt()
                        .filter(rung -> now.isBefore(rung.plus(limits.longestAttempt())))
                        .isPresent();
    }

    /** The first attempt needs no pause. */
    private static boolean isPausing(OpenCallBack open, CallStory story, Instant now, Limits limits) {
        Optional<CallEvent.CallBackEnded> ended = ended(story, open.attempts());
        boolean soon = ended.filter(CallBackPlan::isGivenBack).isPresent()
                && open.attempts() - spent(open, story) <= SOON_AGAIN
                && UNTIL_THERE_IS_ROOM.compareTo(limits.pause()) < 0;
        Duration pause = soon ? UNTIL_THERE_IS_ROOM : limits.pause();
        return ended.map(CallEvent.CallBackEnded::at)
                .or(open::rungAt)
                .filter(last -> now.isBefore(last.plus(pause)))
                .isPresent();
    }

    private static Optional<CallEvent.CallBackEnded> ended(CallStory story, int attempt) {
        return of(story, CallEvent.CallBackEnded.class)
                .filter(ended -> ended.attempt() == attempt)
                .findFirst();
    }

    private static Optional<CallEvent.CallBackStarted> lastWhoAccepted(OpenCallBack open, CallStory story) {
        return ended(story, open.attempts())
                .filter(ended -> ended.result() == CallBackResult.CALLER_NOT_REACHED)
                .flatMap(ended -> of(story, CallEvent.CallBackStarted.class)
                        .filter(started -> started.attempt() == ended.attempt())
                        .findFirst());
    }

    private static Callee callee(int attempts, List<Rung> ladder, Optional<CallEvent.CallBackStarted> accepted) {
        Rung rung = accepted.flatMap(started -> ladder.stream()
                        .filter(one -> one.physician().equals(started.physician()))
                        .findFirst())
                .orElse(ladder.get(attempts % ladder.size()));
        List<PhoneNumber> numbers = rung.numbers();
        return new Callee(rung.physician(), numbers.get(attempts / ladder.size() % numbers.size()));
    }

    private static List<Rung> ladder(OnDuty duty) {
        return switch (duty) {
            case OnDuty.Open open -> open.ladder();
            case OnDuty.Closed closed -> List.of();
        };
    }

    private static <T extends CallEvent> Stream<T> of(CallStory story, Class<T> type) {
        return story.events().stream().filter(type::isInstance).map(type::cast);
    }
}
