package fr.appui.web.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.TextFiles;
import fr.appui.trace.OutcomeRules;
import jakarta.ws.rs.DefaultValue;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.junit.jupiter.api.Test;

/** With a script a sheet goes by the API, without one by the form: what one of the ways has, the other has as well. */
class OutcomeScriptTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String SCRIPT = TextFiles.read(RESOURCES.resolve("META-INF/resources/assets/outcome.js"));
    private static final Pattern SENT = Pattern.compile("(?s)function outcomeOf\\(fields\\) \\{(.*?)\n}\n");
    private static final Pattern SHOWN = Pattern.compile("(?s)function show\\(outcome\\) \\{(.*?)\n}\n");

    @Test
    void whatTheApiTakesIsSentAndShownAgain() {
        List<String> named = Stream.of(OutcomeForm.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("status"))
                .toList();
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(found(SENT)).contains(name + ":"))
                .allSatisfy(name -> assertThat(found(SHOWN)).contains("outcome." + name));
    }

    /** Beside what says which revision it is, and whether it is a draft. */
    @Test
    void whatTheFormHasIsRead() {
        List<String> named = Stream.of(OutcomeEntry.class.getFields())
                .filter(field -> field.isAnnotationPresent(RestForm.class))
                .map(Field::getName)
                .filter(name -> !List.of("status", "seen").contains(name))
                .toList();
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(found(SENT)).contains("'" + name + "'"));
    }

    @Test
    void whatIsChosenWhereNothingIsSaidIsTheSame() throws NoSuchFieldException {
        assertThat(found(SENT)).contains("?? '" + byDefault("adult") + "'");
    }

    @Test
    void thePagesLetNothingBeWrittenThatIsRefused() {
        String minutes = "max=\"" + OutcomeRules.LONGEST_CALL.toMinutes() + "\"";
        assertThat(page("medecin/issue.html")).contains(minutes, "maxlength=\"" + OutcomeRules.LONGEST_NOTE + "\"");
        assertThat(page("medecin/declarer.html")).contains(minutes);
    }

    private static String byDefault(String field) throws NoSuchFieldException {
        return OutcomeEntry.class
                .getField(field)
                .getAnnotation(DefaultValue.class)
                .value();
    }

    private static String page(String name) {
        return TextFiles.read(RESOURCES.resolve("templates").resolve(name));
    }

    private static String found(Pattern function) {
        return function.matcher(SCRIPT)
                .results()
                .map(result -> result.group(1))
                .findFirst()
                .orElseThrow();
    }
}
