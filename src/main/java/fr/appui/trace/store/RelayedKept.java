package fr.appui.trace.store;

import fr.appui.directory.store.Pieces;
import fr.appui.nodes.KeptForATime;
import fr.appui.trace.TraceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Events that were told to others, without number nor name. */
@ApplicationScoped
class RelayedKept implements KeptForATime {

    private final Pieces pieces;
    private final TraceSettings settings;

    RelayedKept(Pieces pieces, TraceSettings settings) {
        this.pieces = pieces;
        this.settings = settings;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "relayed-events",
                "événements relayés à d’autres programmes, sans numéro ni nom",
                settings.relayedKept().toString(),
                "appui.trace.relayed-kept",
                "les rejouer après une panne, reconnaître ceux déjà reçus");
    }

    @Override
    public int eraseOld(Instant now) {
        long before = now.minus(settings.relayedKept()).toEpochMilli();
        return pieces.delete("DELETE FROM outbox WHERE sent_at_ms < ?", before)
                + pieces.delete("DELETE FROM consumed_event WHERE consumed_at_ms < ?", before);
    }
}
