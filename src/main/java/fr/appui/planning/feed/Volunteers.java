package fr.appui.planning.feed;

import fr.appui.directory.Physician;
import fr.appui.french.WrittenValue;
import java.util.List;

/** Finds the physician that a cell means: by RPPS number, or by name where only one bears it. */
public final class Volunteers {

    private static final String TITLE = "dr ";

    private final List<Physician> physicians;

    public Volunteers(List<Physician> physicians) {
        this.physicians = List.copyOf(physicians);
    }

    sealed interface Answer {
        record Found(Physician physician) implements Answer {}

        /** @param why in French, with the remedy */
        record NotFound(String why) implements Answer {}
    }

    Answer find(String cell) {
        if (WrittenValue.isNothing(cell)) {
            return new Answer.NotFound("à renseigner : numéro RPPS, ou nom du médecin");
        }
        List<Physician> meant = physicians.stream()
                .filter(physician -> isMeant(physician, cell))
                .toList();
        return switch (meant.size()) {
            case 0 ->
                new Answer.NotFound(WrittenValue.refused(
                        cell,
                        "n’est pas un médecin volontaire de ce territoire",
                        "vérifier le numéro RPPS ou l’annuaire"));
            case 1 -> new Answer.Found(meant.getFirst());
            default ->
                new Answer.NotFound(
                        "plusieurs médecins s’appellent « " + cell + " » ; écrire le numéro RPPS (11 chiffres)");
        };
    }

    private static boolean isMeant(Physician physician, String cell) {
        String asked = TableFile.plain(cell);
        String name = asked.startsWith(TITLE) ? asked.substring(TITLE.length()) : asked;
        String given = TableFile.plain(physician.name().given());
        String family = TableFile.plain(physician.name().family());
        return asked.replace(" ", "").equals(physician.rpps().value())
                || name.equals(family)
                || name.equals(given + " " + family)
                || name.equals(family + " " + given);
    }
}
