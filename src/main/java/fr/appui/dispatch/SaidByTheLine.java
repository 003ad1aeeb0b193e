package fr.appui.dispatch;

import fr.appui.dispatch.Announcement.Recorded;

/** The recordings that the decision says, named as in {@code asterisk-config/sounds/fr/prompts.tsv}. */
final class SaidByTheLine {

    static final Recorded WELCOME = new Recorded("bienvenue");
    static final Recorded WHO_IS_CALLING = new Recorded("qui-appelle");
    static final Recorded CHILDREN = new Recorded("appui-pediatrique");
    static final Recorded NOT_UNDERSTOOD = new Recorded("choix-non-compris");
    static final Recorded SCOPE = new Recorded("rappel-perimetre");
    static final Recorded FOR_PATIENTS = new Recorded("patients-proches");
    static final Recorded PLEASE_WAIT = new Recorded("veuillez-patienter");
    static final Recorded NEXT_PHYSICIAN = new Recorded("medecin-suivant");

    static final Recorded IN_CALL = new Recorded("tous-occupes");
    static final Recorded WAIT_FOR_PHYSICIAN = new Recorded("attente-medecin");
    static final Recorded NEIGHBOUR = new Recorded("medecin-voisin");

    static final Recorded CLOSED = new Recorded("ferme");
    static final Recorded ON_WORKING_DAYS_FROM = new Recorded("ouvert-semaine-de");
    static final Recorded ON_OTHER_DAYS_FROM = new Recorded("ouvert-weekend-de");
    static final Recorded ON_OTHER_DAYS = new Recorded("ouvert-weekend");
    static final Recorded UNTIL = new Recorded("jusqu-a");
    static final Recorded THE_NEXT_DAY = new Recorded("le-lendemain");
    static final Recorded ROUND_THE_CLOCK = new Recorded("vingt-quatre-heures");
    static final Recorded DAYTIME_CONTACT = new Recorded("contact-de-jour");
    static final Recorded TO_DAYTIME_CONTACT = new Recorded("transfert-contact-de-jour");

    static final Recorded NOBODY = new Recorded("personne");
    static final Recorded KEY_YOUR_NUMBER = new Recorded("rappel-saisir");
    static final Recorded CALL_BACK_NOTED = new Recorded("rappel-enregistre");
    static final Recorded TO_FALLBACK = new Recorded("transfert-secours");
    static final Recorded TO_SAMU = new Recorded("transfert-samu");
    static final Recorded CALL_15 = new Recorded("urgence-15");
    static final Recorded UNKNOWN_LINE = new Recorded("numero-inconnu");
    static final Recorded TECHNICAL_ERROR = new Recorded("erreur-technique");
    static final Recorded GOODBYE = new Recorded("au-revoir");

    static final Recorded WHISPER = new Recorded("chuchotement-intro");
    static final Recorded CALLER_PHYSICIAN = new Recorded("appelant-medecin");
    static final Recorded CALLER_NURSE = new Recorded("appelant-infirmier");
    static final Recorded CALLER_EMERGENCY = new Recorded("appelant-samu-sas-pdsa");
    static final Recorded CALLER_UNKNOWN = new Recorded("appelant-inconnu");
    static final Recorded SAMU_TRANSFER = new Recorded("transfert-du-samu");
    static final Recorded SAS_TRANSFER = new Recorded("transfert-du-sas");
    static final Recorded FOR_NEIGHBOUR = new Recorded("chuchotement-relais");
    static final Recorded CONFIRM = new Recorded("confirmer");
    static final Recorded TRIAL = new Recorded("appel-essai");

    private SaidByTheLine() {}
}
