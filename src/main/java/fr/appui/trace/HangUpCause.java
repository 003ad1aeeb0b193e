package fr.appui.trace;

/** Why a leg ended, in words: ITU-T Q.850 causes as a telephone network reports them. */
public final class HangUpCause {

    /** « Redirection to new destination »: what we rang sent us elsewhere, which is not followed. */
    public static final int REDIRECTED = 23;

    private HangUpCause() {}

    /** @param cause 0 when the network gave none */
    public static String inFrench(int cause) {
        return switch (cause) {
            case 0 -> "cause non précisée";
            case 1 -> "numéro non attribué";
            case 2, 3 -> "destination introuvable";
            case 16 -> "raccroché normalement";
            case 17 -> "occupé";
            case 18 -> "le téléphone ne réagit pas";
            case 19 -> "pas de réponse";
            case 20 -> "abonné absent (téléphone éteint ou hors réseau)";
            case 21 -> "appel refusé";
            case 22 -> "numéro changé";
            case REDIRECTED -> "renvoyé vers un autre numéro, ce qui n’est pas suivi";
            case 25, 27 -> "destination hors service";
            case 26 -> "appel pris ailleurs";
            case 28 -> "numéro incomplet";
            case 29 -> "service refusé par le réseau";
            case 31 -> "fin normale";
            case 34 -> "aucun circuit disponible";
            case 38 -> "réseau en panne";
            case 41 -> "panne passagère du réseau";
            case 42, 44, 47 -> "réseau saturé";
            case 50, 55, 57 -> "service non autorisé";
            case 58, 63, 65, 69, 79, 88 -> "appareils incompatibles";
            case 102 -> "délai dépassé";
            case 111, 127 -> "incident de signalisation";
            default -> "cause " + cause + " du réseau";
        };
    }
}
