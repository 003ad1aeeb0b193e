package fr.appui.directory;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One part of a territory (zone de proximité).
 *
 * @param communes INSEE codes, for looking a territory up by commune; may be empty
 */
public record ProximityZone(String name, List<String> communes) {

    private static final Pattern INSEE = Pattern.compile("(\\d\\d|2A|2B)\\d{3}");

    public ProximityZone {
        name = Required.text("zone de proximité", name, 80);
        communes = List.copyOf(communes);
        for (String commune : communes) {
            if (!INSEE.matcher(commune).matches()) {
                throw new InvalidInput("commune : "
                        + WrittenValue.refused(
                                commune, "n’est pas un code INSEE", "attendu 5 caractères, par exemple 60057"));
            }
        }
    }

    public static ProximityZone named(String name) {
        return new ProximityZone(name, List.of());
    }
}
