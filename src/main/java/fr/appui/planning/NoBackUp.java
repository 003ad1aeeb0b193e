package fr.appui.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Why a rota names no back-up although the quarter before had some: whoever counted on one must know before it is published. */
public final class NoBackUp {

    private NoBackUp() {}

    /** @return a French sentence; empty where there is a back-up, or was none */
    public static Optional<String> told(RotaProblem problem, Assignment rota, Assignment before) {
        if (!rota.backUp().isEmpty()
                || rota.first().isEmpty()
                || before.backUp().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("Aucun recours n’est nommé, alors que le trimestre précédent en avait un sur "
                + FrenchDays.counted(before.backUp().size(), "date", "dates") + " : "
                + why(BackUpNeeds.of(problem, rota.first())));
    }

    private static String why(BackUpNeeds needs) {
        List<LocalDate> missing = needs.missing();
        if (!missing.isEmpty()) {
            return "il en faudrait un " + FrenchDays.of(missing) + ", et personne d’autre n’est libre.";
        }
        return needs.days().isEmpty()
                ? "le territoire n’en demande un que lorsque le premier rang tient aussi une astreinte HAD ou USP, et aucun"
                        + " ne l’a déclaré. Pour un recours chaque jour, le demander dans les réglages du planning."
                : "ce planning n’en place pas, bien que quelqu’un soit libre "
                        + FrenchDays.of(
                                needs.days().stream().map(DayToCover::date).toList())
                        + ". Compléter par le calcul le place.";
    }
}
