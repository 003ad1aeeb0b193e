package fr.appui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.dispatch.Announcement.Recorded;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything the decision says has been recorded. */
class SaidByTheLineTest {

    private static final Path SOUNDS = Path.of("asterisk-config", "sounds", "fr");

    @Test
    void every_prompt_has_a_text_and_both_recordings() throws Exception {
        List<String> texts = texts();
        for (String prompt : prompts()) {
            assertThat(texts).contains(prompt);
            assertThat(SOUNDS.resolve(prompt + ".wav")).exists();
            assertThat(SOUNDS.resolve(prompt + ".alaw")).exists();
        }
    }

    private static List<String> prompts() throws IllegalAccessException {
        var prompts = new ArrayList<String>();
        for (Field field : SaidByTheLine.class.getDeclaredFields()) {
            if (field.getType() == Recorded.class) {
                prompts.add(((Recorded) field.get(null)).name());
            }
        }
        assertThat(prompts).hasSizeGreaterThan(25);
        return prompts;
    }

    private static List<String> texts() throws IOException {
        return Files.readAllLines(SOUNDS.resolve("prompts.tsv")).stream()
                .map(line -> line.split("\t", -1)[0])
                .toList();
    }
}
