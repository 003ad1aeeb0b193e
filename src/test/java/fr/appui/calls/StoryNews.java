package fr.appui.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is new in the story of a call each time it is read. A telephone that rings is one line of it, which says more once it is
 * over: that is told at the moment when it ended, as everything else is.
 */
final class StoryNews {

    private static final String RINGS = "…";

    private final Map<String, String> told = new HashMap<>();

    record Line(OffsetDateTime at, String text) {}

    List<Line> news(JsonNode call) {
        var news = new ArrayList<Line>();
        int attempt = 0;
        for (JsonNode line : call.path("story")) {
            OffsetDateTime at = OffsetDateTime.parse(line.get("at").asText());
            String text = line.get("text").asText();
            boolean ringing = text.startsWith("Sonnerie");
            String before = told.put(at + what(text), text);
            if (before == null) {
                news.add(new Line(at, text));
            } else if (!before.equals(text)) {
                news.add(new Line(ringing ? at.plus(rang(call, attempt)) : at, text));
            }
            attempt += ringing ? 1 : 0;
        }
        return news;
    }

    /** Without what is known only at the end. */
    private static String what(String text) {
        return text.startsWith("Sonnerie") ? text.substring(0, text.indexOf(')') + 1) : text.replace(RINGS, "");
    }

    private static Duration rang(JsonNode call, int attempt) {
        return Duration.ofMillis(Math.round(
                call.path("attempts").path(attempt).path("ringSeconds").asDouble() * 1000));
    }
}
