package fr.appui.web.calls;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.CountedCall;
import fr.appui.indicators.CountedCalls;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Calls;
import fr.appui.trace.Journal;
import fr.appui.trace.OutcomesAwaited;
import fr.appui.web.Problem;
import fr.appui.web.signin.AdministratorByDefault;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CallsResourceIT {

    @Inject
    Journal journal;

    @Inject
    CallArchive archive;

    @Inject
    OutcomesAwaited awaited;

    @Inject
    CountedCalls counted;

    @TestHTTPResource("/api/calls/stream")
    URI stream;

    @Test
    void a_call_is_told_with_durations_that_sum() {
        record("detail-1", Calls.answeredBySecond("detail-1"));

        JsonPath call = given().get("/api/calls/detail-1")
                .then()
                .statusCode(200)
                .body("id", equalTo("detail-1"))
                .body("ending", equalTo("ANSWERED"))
                .body("endingLabel", equalTo("répondu par un médecin"))
                .body("rebuilt", equalTo(false))
                .body("receivedAt", equalTo("2026-03-06T03:12:04.25+01:00"))
                .body("attempts.result", equalTo(List.of("NO_ANSWER", "ACCEPTED")))
                .body("attempts.ringSeconds", equalTo(List.of(20.0f, 7.0f)))
                .body("story.text", hasItem("En relation"))
                .body("events.key", hasItems("received", "bridged:1772763124.7", "ended"))
                .body("events.type", hasItem("fr.appui.call.attempt-ended.v1"))
                .extract()
                .jsonPath();
        Map<String, Object> phases = call.getMap("phases");
        BigDecimal sum = List.of("menuSeconds", "ringingSeconds", "talkSeconds", "waitingSeconds").stream()
                .map(phase -> new BigDecimal(phases.get(phase).toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(phases.get("totalSeconds").toString());
        assertThat(sum).isEqualByComparingTo("530.123");
    }

    @Test
    void no_phone_number_of_a_person_leaves() {
        record("numbers-1", Calls.everyKind("numbers-1"));
        given().get("/api/calls/numbers-1")
                .then()
                .statusCode(200)
                .body(not(containsString("611223344")))
                .body(not(containsString("655667788")));
    }

    @Test
    void what_was_seen_live_is_kept_once_and_what_is_rebuilt_is_marked() {
        List<CallEvent> events = Calls.answeredBySecond("rebuilt-1");
        journal.append(events.subList(0, 6));
        journal.append(events.subList(2, 6));
        journal.appendRebuilt(events);
        awaitEvents("rebuilt-1", events.size());
        given().get("/api/calls/rebuilt-1")
                .then()
                .body("rebuilt", equalTo(true))
                .body("events", hasSize(events.size()));
    }

    @Test
    void calls_are_searched_latest_first_page_by_page() {
        Instant day = Instant.parse("2027-01-15T18:00:00Z");
        for (int i = 0; i < 5; i++) {
            record("search-" + i, Calls.answeredBySecond("search-" + i, day.plusSeconds(i * 600L)));
        }
        given().queryParam("from", "2027-01-15")
                .queryParam("to", "2027-01-15T19:35:00+01:00")
                .queryParam("territory", "HDF-OISE")
                .queryParam("ending", "ANSWERED")
                .queryParam("size", 2)
                .queryParam("page", 1)
                .get("/api/calls")
                .then()
                .statusCode(200)
                .body("total", equalTo(4))
                .body("items.id", equalTo(List.of("search-1", "search-0")))
                .body("items.talkSeconds", everyItem(equalTo(492.0f)));
        given().queryParam("from", "2027-01-16")
                .queryParam("to", "2027-01-17")
                .get("/api/calls")
                .then()
                .body("total", equalTo(0));
        for (String outcome : List.of("AWAITED", "VALIDATED")) {
            given().queryParam("from", "2027-01-15")
                    .queryParam("to", "2027-01-16")
                    .queryParam("outcome", outcome)
                    .get("/api/calls")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(outcome.equals("AWAITED") ? 5 : 0));
        }
    }

    @Test
    void a_trial_is_told_for_what_it_is_and_is_in_nothing_that_counts() {
        Instant at = Instant.parse("2031-02-03T19:00:00Z");
        record("trial-1", Calls.trial("trial-1", at));
        given().get("/api/calls/trial-1")
                .then()
                .statusCode(200)
                .body("origin", equalTo("TRIAL"))
                .body("endingLabel", equalTo("essai réussi"))
                .body("attempts.physicianName", equalTo(List.of("numéro d’essai")))
                .body("story.text", hasItem(startsWith("Appel d’essai reçu sur la ligne ")))
                .body("story.text", hasItem("Appel du numéro d’essai"));
        given().queryParam("from", "2031-02-03")
                .queryParam("to", "2031-02-04")
                .get("/api/calls")
                .then()
                .body("items.origin", equalTo(List.of("TRIAL")));
        for (String filter : List.of("ending=ANSWERED", "outcome=AWAITED")) {
            given().get("/api/calls?from=2031-02-03&to=2031-02-04&" + filter)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(0));
        }
        given().get("/api/calls/trial-1/outcome").then().statusCode(404);
        assertThat(awaited.between(at, at.plusSeconds(600), 10)).isEmpty();
        var all = new ArrayList<CountedCall>();
        counted.read(List.of(new TerritoryCode("HDF-OISE")), at.minusSeconds(60), at.plusSeconds(600), all::add);
        assertThat(all).isEmpty();
    }

    @Test
    void a_call_in_progress_has_no_ending() {
        record("progress-1", Calls.answeredBySecond("progress-1").subList(0, 4));
        given().get("/api/calls/progress-1").then().body("ending", nullValue()).body("attempts", hasSize(1));
    }

    @Test
    void an_unknown_call_is_a_problem_document() {
        given().get("/api/calls/nobody-1")
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("nobody-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "from, hier",
        "to, 2026-13-01",
        "territory, oise!",
        "ending, HAPPY",
        "outcome, LOST",
        "page, -1",
        "size, 201",
        "size, beaucoup"
    })
    void a_parameter_that_cannot_be_read_is_named(String field, String value) {
        given().queryParam(field, value)
                .get("/api/calls")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", not(equalTo("")));
    }

    @Test
    void an_open_page_hears_of_a_new_call() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            InputStream events = client.send(
                            HttpRequest.newBuilder(stream)
                                    .header("Authorization", AdministratorByDefault.bearer())
                                    .build(),
                            BodyHandlers.ofInputStream())
                    .body();
            assertThat(readUntil(events, "event:heartbeat")).isNotEmpty();
            record("live-1", Calls.answeredBySecond("live-1"));
            assertThat(readUntil(events, "event:calls")).isNotEmpty();
            events.close();
        }
    }

    private static String readUntil(InputStream events, String expected) throws Exception {
        var read = new StringBuilder();
        byte[] chunk = new byte[256];
        while (read.indexOf(expected) < 0) {
            int length = events.read(chunk);
            assertThat(length).as("stream ended after %s", read).isPositive();
            read.append(new String(chunk, 0, length, StandardCharsets.UTF_8));
        }
        return read.toString();
    }

    private void record(String id, List<CallEvent> events) {
        journal.append(events);
        awaitEvents(id, events.size());
    }

    private void awaitEvents(String id, int count) {
        await().until(() -> archive.find(new CallId(id))
                .filter(call -> call.story().events().size() == count)
                .isPresent());
    }
}
