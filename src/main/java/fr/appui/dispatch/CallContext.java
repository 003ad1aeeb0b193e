package fr.appui.dispatch;

import fr.appui.rota.RotaSnapshot;
import fr.appui.trace.CallId;
import java.time.Instant;

/** All that the decision may look at besides the call itself. */
public record CallContext(CallId call, Instant at, RotaSnapshot rota) {}
