package fr.appui.indicators.store;

import fr.appui.directory.store.Pieces;
import fr.appui.nodes.KeptForATime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Addresses that were taken off a list of diffusion, and what was sent to them. */
@ApplicationScoped
class DiffusionKept implements KeptForATime {

    private static final Duration KEPT = Duration.ofDays(90);

    private final Pieces pieces;

    DiffusionKept(Pieces pieces) {
        this.pieces = pieces;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "diffusion-removed",
                "adresses retirées de la liste de diffusion, et leurs envois ; compté depuis l’envoi",
                KEPT.toString(),
                "",
                "ne pas envoyer deux fois la même affiche à une adresse remise sur la liste");
    }

    @Override
    public int eraseOld(Instant now) {
        return pieces.delete(
                        "DELETE FROM diffusion_message WHERE queued_at_ms < ?"
                                + " AND contact_id IN (SELECT id FROM diffusion_contact WHERE removed = TRUE)",
                        now.minus(KEPT).toEpochMilli())
                + pieces.delete(
                        "DELETE FROM diffusion_contact WHERE removed = ?"
                                + " AND id NOT IN (SELECT contact_id FROM diffusion_message)",
                        true);
    }
}
