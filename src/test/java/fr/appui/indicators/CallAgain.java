package fr.appui.indicators;

import fr.appui.trace.CallId;
import fr.appui.trace.Destination;
import java.time.Instant;
import java.util.Set;

/** A call like another one: under a name of its own, at another time, put through to others. */
public final class CallAgain {

    private CallAgain() {}

    public static CountedCall of(CountedCall call, String id, Instant receivedAt, Set<Destination> putThrough) {
        CallFacts facts = call.facts();
        return new CountedCall(
                new CallFacts(
                        new CallId(id),
                        facts.territory(),
                        receivedAt,
                        facts.channel(),
                        facts.menuChoice(),
                        facts.ending(),
                        facts.answer(),
                        facts.talk(),
                        facts.attempts(),
                        putThrough,
                        facts.callBackAsked(),
                        facts.degraded()),
                call.logged());
    }
}
