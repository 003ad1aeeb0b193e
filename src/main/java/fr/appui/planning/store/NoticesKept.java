package fr.appui.planning.store;

import fr.appui.directory.store.Pieces;
import fr.appui.nodes.KeptForATime;
import fr.appui.planning.life.LifeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;

/** Mails of planning that were sent. */
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
                "avis de planning envoyés par courriel",
                settings.noticesKept().toString(),
                "appui.planning.notices-kept",
                "prouver qu’un message a été écrit à un médecin, et accepté");
    }

    @Override
    public int eraseOld(Instant now) {
        var before = Timestamp.valueOf(
                now.minus(settings.noticesKept()).atZone(ZoneOffset.UTC).toLocalDateTime());
        return pieces.delete("DELETE FROM notice WHERE sent_at < ?", before)
                + pieces.delete("DELETE FROM device_alert WHERE queued_at < ?", before);
    }
}
