package fr.appui.calls;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** What a story is told with: its people, what was heard, and the trace. */
final class Scene {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lab.Stage stage;
    private final Cast cast;
    private final Person nurse;
    private final Person first;
    private final Person second;

    Scene(Lab.Stage stage, Cast cast) {
        this.stage = stage;
        this.cast = cast;
        this.nurse = stage.carrier.person(Cast.national(cast.callerNumber()));
        this.first = stage.carrier.person(Cast.national(cast.physicianNumber(1)));
        this.second = stage.carrier.person(Cast.national(cast.physicianNumber(2)));
    }

    Person nurse() {
        return nurse;
    }

    /** The physician on the first rung. */
    Person first() {
        return first;
    }

    Person second() {
        return second;
    }

    Person fallback() {
        return stage.carrier.person(Cast.national(Objects.requireNonNull(cast.fallback())));
    }

    Person regulator() {
        return stage.samu.person(Cast.national(cast.callerNumber()));
    }

    Person anotherNurse() {
        return stage.carrier.person(Cast.national(cast.callerNumber()).replaceFirst("0$", "1"));
    }

    String line() {
        return Cast.national(cast.line());
    }

    /** As the operator writes it. */
    String firstNumber() {
        return Cast.national(cast.physicianNumber(1));
    }

    ServiceProcess service() {
        return stage.service;
    }

    SwitchProcess asterisk() {
        return stage.asterisk;
    }

    /** The nurse rings the line and is answered by the platform. */
    Leg nurseRings() {
        return nurse.rings(line()).isUp();
    }

    /** As {@link #nurseRings}, and keys 2 when she is asked who she is. */
    Leg nurseRingsAndSaysWhoSheIs() {
        Leg call = nurseRings();
        hears(nurse, "qui-appelle");
        call.press("2");
        return call;
    }

    /** Waits until this recording is played to the person. */
    void hears(Person person, String recording) {
        await(person.number() + " hears " + recording)
                .atMost(PATIENCE)
                .until(() -> stage.asterisk.heard().byCaller(person.number()).contains(recording));
    }

    /** As {@link #hears}, on the leg of someone who is rung. */
    void isWhispered(Person person, String recording) {
        await(person.number() + " is whispered " + recording)
                .atMost(PATIENCE)
                .until(() -> whisperedTo(person).contains(recording));
    }

    List<String> heardBy(Person person) {
        return stage.asterisk.heard().byCaller(person.number());
    }

    List<String> whisperedTo(Person person) {
        return stage.asterisk.heard().byCallee(person.number());
    }

    /** The keys of the events of the person's call, once it is over: what the trace says. */
    List<String> traceOf(Person person) {
        return StreamSupport.stream(detailOf(person).get("events").spliterator(), false)
                .map(event -> event.get("key").asText())
                .toList();
    }

    String endingOf(Person person) {
        return detailOf(person).get("ending").asText();
    }

    /** @param number first attempt of the call is 1 */
    JsonNode attemptOf(Person person, int number) {
        return detailOf(person).get("attempts").get(number - 1);
    }

    double talkSecondsOf(Person person) {
        return detailOf(person).at("/phases/talkSeconds").asDouble();
    }

    JsonNode detailOf(Person person) {
        String call = stage.asterisk.heard().callOf(person.number()).orElseThrow();
        await("the trace of " + call + " has an ending").atMost(PATIENCE).until(() -> {
            HttpResponse<String> response = stage.service.get("/api/calls/" + call);
            return response.statusCode() == 200 && read(response).hasNonNull("ending");
        });
        return read(stage.service.get("/api/calls/" + call));
    }

    private static JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + response.body(), e);
        }
    }
}
