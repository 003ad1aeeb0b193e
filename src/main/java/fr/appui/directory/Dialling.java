package fr.appui.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which numbers may be dialled, by whose they are: those that begin with one of the site's prefixes (E.164, with the plus). A number
 * that costs money, lies in another country or is short is in none. Asked before a number is kept and before it is dialled; the
 * dialplan refuses by the same prefixes whatever it is asked.
 */
public record Dialling(Map<Whose, List<String>> prefixes) {

    public enum Whose {
        PHYSICIAN,
        LINE,
        CALLER
    }

    public Dialling {
        prefixes = Map.copyOf(prefixes);
    }

    public boolean allows(Whose whose, PhoneNumber number) {
        return prefixes.getOrDefault(whose, List.of()).stream()
                .anyMatch(prefix -> number.e164().startsWith(prefix));
    }

    /** Why this number is refused, in French, with the remedy. @param label the field as people call it */
    public Optional<String> refusal(Whose whose, String label, PhoneNumber number) {
        return allows(whose, number)
                ? Optional.empty()
                : Optional.of(label + " : le " + number.national()
                        + " ne peut pas être appelé (numéro court, surtaxé ou étranger) ; écrire un numéro à dix chiffres, ou"
                        + " faire ajouter son préfixe par l'administrateur");
    }
}
