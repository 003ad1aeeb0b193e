package fr.appui.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The call of the demonstration: the first physician lets it ring, the second presses 1, they talk, the nurse hangs up. */
final class NightCall {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration TALK = Duration.ofSeconds(5);

    private final ServiceProcess service;
    private final SwitchProcess asterisk;
    private final Network phones;
    private final Narrator narrator;
    private final String line;
    private final Person nurse;
    private final StoryNews story = new StoryNews();

    NightCall(
            ServiceProcess service,
            SwitchProcess asterisk,
            Network phones,
            Narrator narrator,
            String line,
            String nurse) {
        this.service = service;
        this.asterisk = asterisk;
        this.phones = phones;
        this.narrator = narrator;
        this.line = line;
        this.nurse = phones.person(nurse);
    }

    /** Whether the two heard each other and the trace agrees. */
    boolean play() {
        List<Person> ladder = ladder();
        ladder.getFirst().letsItRing();
        ladder.get(1).picksUpAndPresses("1");
        narrator.title("L’infirmière de nuit d’un EHPAD compose le " + line);
        Leg call = nurse.rings(line).isUp();
        until(() -> asterisk.heard().byCaller(nurse.number()).contains("qui-appelle"));
        call.press("2");
        until(() -> ladder.get(1).wasRung());
        Leg physician = ladder.get(1).isRung().isUp();
        until(() -> call.heard(physician) && physician.heard(call));
        pause(TALK);
        call.hangUp();
        until(() -> detail().hasNonNull("ending"));
        tell();
        boolean heard = call.heard(physician) && physician.heard(call);
        return conclude(heard, detail());
    }

    /** Everyone else on the ladder of this instant, in order, as a telephone of the network. */
    private List<Person> ladder() {
        JsonNode duty = read(service.get("/api/territories/HDF-OISE/on-duty"));
        List<Person> people = new ArrayList<>();
        duty.get("ladder")
                .forEach(rung -> people.add(phones.person(
                        DemonstrationPeople.number(rung.get("physician").asText()))));
        if (people.size() < 2) {
            throw new IllegalStateException("the demonstration needs two rungs: " + duty);
        }
        return people;
    }

    private boolean conclude(boolean heard, JsonNode trace) {
        List<String> results = new ArrayList<>();
        trace.get("attempts")
                .forEach(attempt -> results.add(attempt.path("result").asText()));
        boolean agrees = trace.get("ending").asText().equals("ANSWERED")
                && results.equals(List.of("NO_ANSWER", "ACCEPTED"))
                && trace.at("/phases/talkSeconds").asDouble() >= TALK.toSeconds() - 1;
        narrator.line("");
        narrator.line(
                heard
                        ? "Ils se sont entendus, dans les deux sens."
                        : "ÉCHEC : ils ne se sont pas entendus dans les deux sens.");
        narrator.line(
                agrees
                        ? "La trace dit la même chose : " + trace.get("id").asText() + ", parole "
                                + trace.at("/phases/talkSeconds").asText() + " s."
                        : "ÉCHEC : la trace ne dit pas la même chose : " + trace);
        return heard && agrees;
    }

    private JsonNode detail() {
        return asterisk.heard()
                .callOf(nurse.number())
                .map(id -> service.get("/api/calls/" + id))
                .filter(response -> response.statusCode() == 200)
                .map(NightCall::read)
                .orElse(JSON.createObjectNode());
    }

    /** Prints the lines of the story that were not printed yet. */
    private void tell() {
        story.news(detail()).forEach(news -> narrator.told(news.at(), news.text()));
    }

    private void until(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            tell();
            return condition.call();
        });
    }

    private void pause(Duration time) {
        Awaitility.await().pollDelay(time).until(() -> true);
        tell();
    }

    private static JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
