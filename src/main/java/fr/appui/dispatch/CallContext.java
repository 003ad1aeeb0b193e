package fr.appui.dispatch;

import fr.appui.rota.RotaSnapshot;
import fr.appui.trace.CallEvent.Degraded;
import fr.appui.trace.CallId;
import java.time.Instant;

/** All that the decision may look at besides the call itself. */
public record CallContext(CallId call, Instant at, RotaSnapshot rota) {

    Degraded degraded(String problem) {
        return new Degraded(call, at, problem);
    }

    /** The switch reported what cannot follow from what it was asked. */
    Degraded unexpected(Observation observation, CallState state) {
        return degraded("unexpected-" + observation.getClass().getSimpleName() + "-in-"
                + state.getClass().getSimpleName());
    }
}
