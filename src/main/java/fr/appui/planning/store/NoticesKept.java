package fr.appui.planning.store;

import fr.appui.directory.store.Pieces;
import fr.appui.nodes.KeptForATime;
import fr.appui.planning.life.LifeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Messages of planning by mail, and what became of them on devices and by SMS, which goes with them. One that no server took in all
 * that time tells nobody anything any more.
 */
@ApplicationScoped
class NoticesKept implements KeptForATime {

    private final Pieces pieces;
    private final LifeSettings settings;

    NoticesKept(Pieces pieces, LifeSettings settings) {
        this.pieces = pieces;
        this.settings = settings;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "notices",
                "avis de planning, envoyés ou jamais partis, par courriel, sur les appareils et par SMS",
                settings.noticesKept().toString(),
                "appui.planning.notices-kept",
                "prouver qu’un message a été écrit à un médecin, et accepté");
    }

    @Override
    public int eraseOld(Instant now) {
        var before = Timestamp.valueOf(
                now.minus(settings.noticesKept()).atZone(ZoneOffset.UTC).toLocalDateTime());
        return pieces.delete("DELETE FROM notice WHERE sent_at < ?", before)
                + pieces.delete("DELETE FROM notice WHERE sent_at IS NULL AND queued_at < ?", before);
    }
}
