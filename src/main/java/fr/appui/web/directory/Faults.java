package fr.appui.web.directory;

import fr.appui.web.Problem.FieldError;
import io.quarkus.qute.TemplateData;
import java.util.List;

/** What a form shows of what was refused: each fault by its field, all of them at the top. */
@TemplateData
public record Faults(List<FieldError> all) {

    static final Faults NONE = new Faults(List.of());

    public Faults {
        all = List.copyOf(all);
    }

    static Faults of(Reading reading) {
        return new Faults(reading.errors());
    }

    public boolean isAny() {
        return !all.isEmpty();
    }

    /** The sentence for a field, or nothing. */
    public String on(String field) {
        return all.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse("");
    }

    public String on(String list, int at, String part) {
        return on(list + "[" + at + "]." + part);
    }
}
