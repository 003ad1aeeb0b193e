package fr.appui.planning.life;

import fr.appui.directory.TerritoryCode;
import fr.appui.french.WholeCharacters;
import fr.appui.rota.Substitution.Act;

/**
 * One line of a territory's history: who did what, when and why.
 *
 * @param subject what it was done to: a quarter, a date, an identifier
 * @param detail a French sentence that names the people and the dates
 */
public record PlanningAct(TerritoryCode territory, Kind kind, String subject, String detail, Act act) {

    private static final int LONGEST_DETAIL = 1_000;

    public enum Kind {
        WISHES_IMPORTED("Souhaits importés"),
        WISHES_ASKED("Recueil des souhaits"),
        WISHES_REMINDED("Relance du recueil des souhaits"),
        WISHES_ANSWERED("Rien à demander"),
        SETTINGS_CHANGED("Réglages modifiés"),
        DEROGATION_GRANTED("Dérogation accordée"),
        DRAFT_GENERATED("Brouillon calculé"),
        DRAFT_IMPORTED("Brouillon importé"),
        DRAFT_EDITED("Brouillon modifié"),
        DRAFT_DISCARDED("Brouillon abandonné"),
        DRAFT_PUT_ASIDE("Brouillon mis de côté"),
        DRAFT_TAKEN_UP("Brouillon repris"),
        ROTA_PUBLISHED("Planning publié"),
        DUTY_OVERRIDDEN("Astreinte modifiée"),
        DUTY_REPLACED("Remplacement"),
        REPLACEMENT_ASKED("Remplacement demandé"),
        REPLACEMENT_DECLINED("Demande de remplacement déclinée"),
        REPLACEMENT_WITHDRAWN("Demande de remplacement retirée"),
        REPLACEMENT_OVERTAKEN("Demande de remplacement sans objet"),
        SWAP_PROPOSED("Échange proposé"),
        SWAP_ACCEPTED("Échange accepté"),
        SWAP_DECLINED("Échange refusé"),
        SWAP_WITHDRAWN("Échange retiré"),
        SWAP_EXPIRED("Échange expiré"),
        ACT_UNDONE("Acte annulé"),
        FEED_ISSUED("Abonnement créé"),
        FEED_REVOKED("Abonnement révoqué");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public PlanningAct {
        String whole = WholeCharacters.first(LONGEST_DETAIL, detail);
        detail = whole.equals(detail) ? detail : WholeCharacters.first(LONGEST_DETAIL - 1, detail) + "…";
    }
}
