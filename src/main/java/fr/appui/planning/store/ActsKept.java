package fr.appui.planning.store;

import fr.appui.directory.store.Pieces;
import fr.appui.nodes.KeptForATime;
import fr.appui.planning.life.LifeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The history of planning, which names people; the database keeps it a year at least. */
@ApplicationScoped
class ActsKept implements KeptForATime {

    private final Pieces pieces;
    private final LifeSettings settings;

    ActsKept(Pieces pieces, LifeSettings settings) {
        this.pieces = pieces;
        this.settings = settings;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "planning-acts",
                "historique du planning : qui a remplacé qui, et pourquoi",
                settings.actsKept().toString(),
                "appui.planning.acts-kept",
                "répondre d’une astreinte payée ; un an au moins, ce que la base impose");
    }

    @Override
    public int eraseOld(Instant now) {
        LocalDateTime today = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        LocalDateTime wished = today.minus(settings.actsKept());
        LocalDateTime latest = today.minusYears(1).minusDays(1);
        return pieces.delete(
                "DELETE FROM planning_act WHERE recorded_at < ?",
                Timestamp.valueOf(wished.isBefore(latest) ? wished : latest));
    }
}
