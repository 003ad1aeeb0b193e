package fr.appui.indicators.sample;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call as its events, told forward in time. */
final class SampleCallStory {

    private static final Duration RING = Duration.ofSeconds(20);

    private final CallId id;
    private final Chance chance;
    private final List<CallEvent> events = new ArrayList<>();
    private Instant now;
    private int attempts;

    SampleCallStory(CallId id, Instant at, Chance chance) {
        this.id = id;
        this.now = at;
        this.chance = chance;
    }

    void received(String dialled, TerritoryCode territory, Origin origin) {
        events.add(new CallEvent.Received(id, now, dialled, Optional.of(territory), origin, Optional.empty()));
    }

    void choosesProfile(Profile profile) {
        pass(chance.between(4_000, 9_000));
        events.add(new CallEvent.ProfileChosen(id, now, profile));
    }

    void findsClosed(Optional<Instant> nextOpening) {
        pass(1_200);
        events.add(new CallEvent.FoundClosed(id, now, nextOpening));
    }

    void opensLadder(LocalDate dutyDate) {
        pass(chance.between(300, 900));
        events.add(new CallEvent.LadderOpened(id, now, dutyDate, 2, "Planning publié"));
    }

    /** @return whether the physician pressed 1 */
    boolean rings(int rung, PhysicianId physician, double answersIn100) {
        attempts++;
        events.add(new CallEvent.AttemptStarted(id, now, attempts, rung, physician, RING));
        AttemptResult result = chance.in100(answersIn100) ? AttemptResult.ACCEPTED : refusal();
        pass(lasting(result));
        if (result == AttemptResult.ACCEPTED) {
            return true;
        }
        events.add(new CallEvent.AttemptEnded(id, now, attempts, result, result == AttemptResult.NO_ANSWER ? 19 : 16));
        return false;
    }

    /** The switch tells of an accepted attempt only once the talk is over. @return how long they talked */
    Duration talks() {
        pass(chance.between(200, 700));
        events.add(new CallEvent.Bridged(id, now, "leg-" + attempts));
        Duration talk = Duration.ofSeconds(chance.aroundMedian(600, 0.45));
        now = now.plus(talk);
        events.add(new CallEvent.Unbridged(id, now, "leg-" + attempts));
        events.add(new CallEvent.AttemptEnded(id, now, attempts, AttemptResult.ACCEPTED, 16));
        return talk;
    }

    void reachesNobody() {
        pass(500);
        events.add(new CallEvent.NobodyReached(id, now));
        if (chance.in100(40)) {
            events.add(new CallEvent.CallBackAsked(id, now, Optional.empty()));
        }
        events.add(new CallEvent.PutThrough(id, now, Destination.FALLBACK_LINE));
        pass(chance.between(8_000, 20_000));
        events.add(new CallEvent.PutThroughEnded(id, now, Destination.FALLBACK_LINE, true, 16));
    }

    void ends(Ending ending) {
        pass(chance.between(100, 900));
        events.add(new CallEvent.Ended(id, now, ending, 16));
    }

    List<CallEvent> events() {
        return events;
    }

    private AttemptResult refusal() {
        return chance.weighted(List.of(
                Weighted.odds(AttemptResult.NO_ANSWER, 55),
                Weighted.odds(AttemptResult.NOT_CONFIRMED, 15),
                Weighted.odds(AttemptResult.BUSY, 15),
                Weighted.odds(AttemptResult.PASSED, 10),
                Weighted.odds(AttemptResult.UNREACHABLE, 5)));
    }

    private int lasting(AttemptResult result) {
        return switch (result) {
            case ACCEPTED -> chance.between(6_000, 17_000);
            case NO_ANSWER, NOT_CONFIRMED, CALLER_GONE -> 20_000;
            case PASSED -> chance.between(7_000, 15_000);
            case BUSY,
                    BUSY_ELSEWHERE,
                    REFUSED,
                    UNREACHABLE,
                    CUT_OFF,
                    DIVERTED,
                    LOOP,
                    IS_CALLING,
                    FORBIDDEN,
                    OPERATOR,
                    NO_TRUNK -> chance.between(400, 3_000);
        };
    }

    private void pass(int millis) {
        now = now.plusMillis(millis);
    }
}
