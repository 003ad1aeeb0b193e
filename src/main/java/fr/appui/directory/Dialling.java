package fr.appui.directory;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which numbers may be dialled, by whose they are: those that begin with one of the prefixes (E.164, with the plus). A number that
 * costs money, lies in another country or is short is in none. Asked before a number is kept and before it is dialled; the
 * dialplan refuses by the site's prefixes whatever it is asked. A class without prefixes is not decided here: a territory's own
 * rule leaves it to the site's.
 *
 * @param extensions what a territory may list besides the site's prefixes
 */
public record Dialling(Map<Whose, List<String>> prefixes, Map<Whose, List<String>> extensions) {

    private static final Pattern PREFIX = Pattern.compile("[+][1-9][0-9]{0,9}");
    private static final int MOST = 30;

    /** A territory's, when it lists nothing of its own. */
    public static final Dialling OF_THE_SITE = new Dialling(Map.of());

    public enum Whose {
        PHYSICIAN,
        LINE,
        CALLER
    }

    public Dialling {
        prefixes = checked(prefixes);
        extensions = extensions == null ? Map.of() : checked(extensions);
    }

    public Dialling(Map<Whose, List<String>> prefixes) {
        this(prefixes, Map.of());
    }

    public boolean allows(Whose whose, PhoneNumber number) {
        List<String> listed = prefixes.get(whose);
        return listed == null || listed.stream().anyMatch(number.e164()::startsWith);
    }

    /** Why this number is refused, in French, with the remedy. @param label the field as people call it */
    public Optional<String> refusal(Whose whose, String label, PhoneNumber number) {
        return allows(whose, number)
                ? Optional.empty()
                : Optional.of(label + " : le " + number.national()
                        + " ne peut pas être appelé (numéro court, surtaxé ou étranger) ; écrire un numéro à dix chiffres, ou"
                        + " faire ajouter son préfixe par l’administrateur");
    }

    /** The rule of a territory of this site: its own prefixes where it lists some. */
    public Dialling of(Dialling territory) {
        Map<Whose, List<String>> both = new EnumMap<>(Whose.class);
        both.putAll(prefixes);
        both.putAll(territory.prefixes);
        return new Dialling(both);
    }

    /** The first prefix of a territory that goes beyond what the site lists, in French, with the remedy. */
    public Optional<String> beyond(Whose whose, String label, Dialling territory) {
        return territory.prefixes.getOrDefault(whose, List.of()).stream()
                .filter(own -> !includes(prefixes, whose, own) && !includes(extensions, whose, own))
                .findFirst()
                .map(own -> label + " : « " + own
                        + " » dépasse ce que le site permet d’appeler ; choisir parmi "
                        + String.join(", ", prefixes.getOrDefault(whose, List.of()))
                        + ", ou demander à l’administrateur de l’ajouter (appui.dialling.extensions)");
    }

    private static boolean includes(Map<Whose, List<String>> wider, Whose whose, String own) {
        return wider.getOrDefault(whose, List.of()).stream().anyMatch(own::startsWith);
    }

    private static Map<Whose, List<String>> checked(Map<Whose, List<String>> given) {
        for (List<String> prefixes : given.values()) {
            if (prefixes.size() > MOST) {
                throw new InvalidInput("débuts de numéros : en garder " + MOST + " au plus");
            }
            for (String prefix : prefixes) {
                if (!PREFIX.matcher(prefix).matches()) {
                    throw new InvalidInput("début de numéro : "
                            + WrittenValue.refused(
                                    prefix,
                                    "n’en est pas un",
                                    "l’écrire avec l’indicatif du pays, par exemple +336 ou +32"));
                }
            }
        }
        return Map.copyOf(given);
    }
}
