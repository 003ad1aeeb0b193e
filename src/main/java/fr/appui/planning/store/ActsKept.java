package fr.appui.planning.store;

import fr.appui.directory.store.Pieces;
import fr.appui.nodes.KeptForATime;
import fr.appui.planning.life.LifeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The history of planning, which names people; the database keeps it a year at least. What else says who asked, changed or gave up what
 * and why goes with it; who held which duty stays, without the reason.
 */
@ApplicationScoped
class ActsKept implements KeptForATime {

    private static final String NO_REASON = "'raison effacée'";
    private static final List<String> OLD = List.of(
            "DELETE FROM planning_act WHERE recorded_at < ?",
            "DELETE FROM swap_proposal WHERE status <> 'PROPOSED' AND proposed_at < ?",
            "DELETE FROM replacement_request WHERE open_mark IS NULL AND asked_at < ?",
            "DELETE FROM planning_alert WHERE resolved_at < ?",
            "DELETE FROM planning_rule_alert WHERE resolved_at < ?",
            "DELETE FROM generation_job WHERE finished_at < ?",
            "DELETE FROM rota_draft WHERE made_at < ?",
            "UPDATE rota_substitution SET reason = " + NO_REASON + " WHERE reason <> " + NO_REASON
                    + " AND recorded_at < ?");

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
                "historique du planning : qui a remplacé qui, et pourquoi ; demandes, échanges, alertes et brouillons",
                settings.actsKept().toString(),
                "appui.planning.acts-kept",
                "répondre d’une astreinte payée ; un an au moins, ce que la base impose");
    }

    @Override
    public int eraseOld(Instant now) {
        LocalDateTime today = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        LocalDateTime wished = today.minus(settings.actsKept());
        LocalDateTime latest = today.minusYears(1).minusDays(1);
        var before = Timestamp.valueOf(wished.isBefore(latest) ? wished : latest);
        return OLD.stream().mapToInt(old -> pieces.delete(old, before)).sum();
    }
}
