package fr.appui.trace.store;

import fr.appui.directory.store.Pieces;
import fr.appui.nodes.KeptForATime;
import fr.appui.trace.TraceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Telephone numbers of callers, and those they asked to be called back on. */
@ApplicationScoped
class NumbersKept implements KeptForATime {

    private final Pieces pieces;
    private final TraceSettings settings;

    NumbersKept(Pieces pieces, TraceSettings settings) {
        this.pieces = pieces;
        this.settings = settings;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "caller-numbers",
                "numéro de l’appelant, numéro de rappel",
                settings.numbersKept().toString(),
                "appui.trace.numbers-kept",
                "rappeler, instruire un incident ; au-delà ils ne servent plus");
    }

    @Override
    public int eraseOld(Instant now) {
        return pieces.delete(
                "DELETE FROM call_party WHERE noted_at_ms < ?",
                now.minus(settings.numbersKept()).toEpochMilli());
    }
}
