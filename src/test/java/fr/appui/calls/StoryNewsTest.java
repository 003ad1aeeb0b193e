package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.calls.StoryNews.Line;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** The demonstration tells a ring when it begins and its end when it ends, each once. */
class StoryNewsTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-15T03:12:10+01:00");
    private static final String RINGS = """
            {"story":[{"at":"2026-11-15T03:12:10+01:00","text":"Sonnerie Dr Acacia (rang 1)…"}],
             "attempts":[{"ringSeconds":null}]}""";
    private static final String RANG = """
            {"story":[{"at":"2026-11-15T03:12:10+01:00","text":"Sonnerie Dr Acacia (rang 1), 20 s : pas de réponse"},
                      {"at":"2026-11-15T03:12:31+01:00","text":"Sonnerie Dr Bouleau (rang 2)…"}],
             "attempts":[{"ringSeconds":20.0},{"ringSeconds":null}]}""";

    private final StoryNews story = new StoryNews();

    @Test
    void theEndOfARingIsToldAtItsOwnSecond() throws Exception {
        assertThat(story.news(read(RINGS))).containsExactly(new Line(AT, "Sonnerie Dr Acacia (rang 1)…"));
        assertThat(story.news(read(RINGS))).isEmpty();
        assertThat(story.news(read(RANG)))
                .containsExactly(
                        new Line(AT.plusSeconds(20), "Sonnerie Dr Acacia (rang 1), 20 s : pas de réponse"),
                        new Line(AT.plusSeconds(21), "Sonnerie Dr Bouleau (rang 2)…"));
        assertThat(story.news(read(RANG))).isEmpty();
    }

    private static JsonNode read(String json) throws Exception {
        return new ObjectMapper().readTree(json);
    }
}
