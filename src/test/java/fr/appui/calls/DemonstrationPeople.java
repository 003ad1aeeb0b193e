package fr.appui.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The physicians of the reference file that the demonstration loads: the API tells nobody's number. */
final class DemonstrationPeople {

    private static final String FILE = "/reference/demonstration.yaml";

    private DemonstrationPeople() {}

    /** The first number of this physician, digits only, as the operator dials it. */
    static String number(String physicianId) {
        return physicians().stream()
                .filter(physician -> physician.get("id").equals(physicianId))
                .map(DemonstrationPeople::firstNumber)
                .findFirst()
                .orElseThrow();
    }

    static List<String> numbers() {
        return physicians().stream().map(DemonstrationPeople::firstNumber).toList();
    }

    @SuppressWarnings("unchecked")
    private static String firstNumber(Map<String, Object> physician) {
        return ((List<Map<String, String>>) physician.get("numbers"))
                .getFirst()
                .get("number")
                .replace(" ", "");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> physicians() {
        try (InputStream file = DemonstrationPeople.class.getResourceAsStream(FILE)) {
            Map<String, Object> reference = new Yaml().load(file);
            return (List<Map<String, Object>>) reference.get("physicians");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
