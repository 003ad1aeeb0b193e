package fr.appui.web.directory;

import fr.appui.web.Problem.FieldError;
import io.quarkus.qute.TemplateData;
import java.util.List;

/** What a form shows of what was refused: each fault by its field, all of them at the top. */
@TemplateData
public record FieldFaults(List<FieldError> all) {

    static final FieldFaults NONE = new FieldFaults(List.of());

    public FieldFaults {
        all = List.copyOf(all);
    }

    static FieldFaults of(Reading reading) {
        return new FieldFaults(reading.errors());
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
