package fr.appui.trace;

import java.util.Map;

/** What {@link CallEvent.Degraded} records as a code, in words: what broke, and which way the call went instead. */
public final class Incident {

    private static final String UNEXPECTED = "unexpected-";

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("service-unavailable", "le service ne répondait pas, le commutateur a conduit l’appel seul"),
            Map.entry("no-ladder", "ni le service ni le commutateur ne savaient qui appeler"),
            Map.entry("switch-stopped", "le commutateur s’est arrêté pendant l’appel"),
            Map.entry("line-withdrawn-during-call", "la ligne a été retirée pendant l’appel"),
            Map.entry("window-withdrawn-during-call", "la plage d’intervention a été retirée pendant l’appel"),
            Map.entry("trunk-full", "raccordement plein, l’appelant a entendu « occupé » avant d’être décroché"),
            Map.entry("call-back-forbidden", "rappel refusé, vers un numéro court, surtaxé ou étranger"),
            Map.entry("call-backs-of-number", "rappel refusé, trop souvent vers un même numéro en une heure"),
            Map.entry("call-backs-of-line", "rappel refusé, trop souvent sur la ligne en une nuit"),
            Map.entry(
                    "looped-by-another-switch",
                    "le téléphone appelé est renvoyé vers la ligne, où il est arrivé par un autre commutateur, qui l’a"
                            + " refusé"),
            Map.entry(
                    "samu-rings-already",
                    "le SAMU sonnait déjà pour un appel du même numéro : celui-ci, qu’il a peut-être renvoyé, va droit à la ligne"),
            Map.entry("unreadable-fact", "le commutateur a noté ce que le service ne sait pas lire"),
            Map.entry("unknown-fact", "le commutateur a noté ce que le service ne connaît pas"));

    private Incident() {}

    /** @param problem the code of the event; one that a later version writes is shown as it is */
    public static String inFrench(String problem) {
        return problem.startsWith(UNEXPECTED)
                ? "le commutateur a rapporté ce qui ne lui était pas demandé (" + problem.substring(UNEXPECTED.length())
                        + ")"
                : KNOWN.getOrDefault(problem, problem);
    }
}
