package fr.appui.versions;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.calls.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a territory's people do with a running service over a year, through its API: whatever a release may keep of it must still be
 * there after the next. The demonstration's territory is planned, published, changed, called, told about and reported.
 */
final class LivedInYear {

    static final String OISE = "/api/territories/HDF-OISE";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceProcess service;
    private final List<String> physicians;

    LivedInYear(ServiceProcess service) {
        this.service = service;
        this.physicians = ids(get("/api/physicians?territory=HDF-OISE"));
    }

    /** On the evening of 14 November 2026. */
    void autumn() {
        settingsAndPlaces();
        wishes();
        springIsPlanned();
        publishedRotasChange();
        tonight();
        outcomes();
        suivi();
    }

    /** In January 2027: the year is over, and its report goes to the ARS. */
    void january() {
        post(OISE + "/reports/2026/submit", "");
        post("/api/regions/HDF/reports/2026/submit", "");
    }

    private void settingsAndPlaces() {
        put(
                OISE + "/planning-settings",
                "{'quota': 16, 'restDays': 0, 'spacingWeeks': 1, 'maxConsecutiveDays': 14, 'backUp': 'EVERY_DAY',"
                        + " 'reason': 'avis de la commission'}");
        post(
                OISE + "/perimeters",
                "{'kind': 'CORE', 'workingStart': '18:30', 'nonWorkingStart': '08:30', 'end': '22:00',"
                        + " 'announcedOn': '2026-11-01', 'inForceFrom': '2028-01-01'}");
        post(
                "/api/tariffs",
                "{'perimeter': 'EXTENDED', 'validFrom': '2027-01-01', 'workingDayCents': 10500,"
                        + " 'nonWorkingDayCents': 21000, 'source': 'Avenant 2027'}");
        post(OISE + "/calendar-token", "");
        post("/api/physicians/" + physicians.getFirst() + "/calendar-token", "");
    }

    private void wishes() {
        put(
                "/api/physicians/" + physicians.get(2) + "/wishes",
                "{'unavailabilities': [{'from': '2027-04-24', 'to': '2027-05-09'},"
                        + " {'from': '2027-04-01', 'to': '2027-06-30', 'weekday': 'TUESDAY'}],"
                        + " 'preferences': [{'from': '2027-06-05', 'to': '2027-06-06', 'liking': 'PREFER', 'weight': 2}],"
                        + " 'willingness': 'PARTS_OF_WEEKS', 'maxDutyDays': 14,"
                        + " 'priorityAstreintes': [{'from': '2027-06-12', 'to': '2027-06-13'}]}");
        put(
                "/api/physicians/" + physicians.get(4) + "/wishes",
                "{'unavailabilities': [{'from': '2027-05-10', 'to': '2027-05-16'}], 'preferences': [],"
                        + " 'willingness': 'WHOLE_WEEKS', 'priorityAstreintes': []}");
    }

    /** The spring is searched and published, the summer is under work by hand with one draft put aside. */
    private void springIsPlanned() {
        String job = post(OISE + "/rotas", "{'quarter': '2027-Q2', 'seed': 7, 'timeLimitSeconds': 10}")
                .path("id")
                .asText();
        await("the spring is planned")
                .atMost(PATIENCE)
                .until(() ->
                        !get(OISE + "/rotas/jobs/" + job).path("state").asText().equals("RUNNING"));
        post(OISE + "/rotas/2027-Q2/publish", "{'reason': 'accord de tous', 'acceptGaps': true}");
        for (int day = 5; day < 12; day++) {
            put(
                    OISE + "/rotas/2027-Q3/duties/2027-07-%02d".formatted(day),
                    "{'physician': '" + physicians.getFirst() + "', 'rung': 'FIRST', 'reason': 'été'}");
        }
    }

    /** Swaps in every state, an override, a repair, one that is undone. */
    private void publishedRotasChange() {
        String accepted = swap("2026-11-21", "2026-11-28");
        post(
                "/api/physicians/" + holder("2026-11-28") + "/swaps/" + accepted + "/acceptance",
                "{'reason': 'volontiers'}");
        String refused = swap("2026-12-05", "2026-12-12");
        post("/api/physicians/" + holder("2026-12-12") + "/swaps/" + refused + "/refusal", "{'reason': 'congrès'}");
        String withdrawn = swap("2026-12-06", "2026-12-13");
        post("/api/physicians/" + holder("2026-12-06") + "/swaps/" + withdrawn + "/withdrawal", "{'reason': 'réglé'}");
        swap("2026-12-19", "2026-12-26");
        override("2026-11-17", physicians.get(3), "relève demandée");
        override("2026-12-25", physicians.get(5), "Noël à deux");
        post(OISE + "/rotas/2026-Q4/duties/2026-12-25/undo", "{'reason': 'finalement présente', 'rung': 'FIRST'}");
        JsonNode repair = post(
                OISE + "/replacements",
                "{'physician': '" + holder("2027-01-20") + "', 'from': '2027-01-20', 'to': '2027-01-22'}");
        // a person is told by name, and asked for by identifier
        String moves = repair.findPath("moves").toString().replaceAll("\\{\"id\":(\"[^\"]+\")[^}]*}", "$1");
        post(OISE + "/replacements/applied", "{'moves': " + moves + ", 'reason': 'arrêt de travail'}");
    }

    private void tonight() {
        String tonight = holder("2026-11-14");
        put("/api/physicians/" + tonight + "/duties/2026-11-14/number", "{'number': '06 39 98 61 99'}");
        put("/api/physicians/" + tonight + "/duties/2026-11-14/busy", "");
    }

    /** A call of every state: validated, corrected, begun, awaited; and one outside the line. */
    private void outcomes() {
        JsonNode awaited = get("/api/calls?territory=HDF-OISE&ending=ANSWERED&outcome=AWAITED&size=200")
                .path("items");
        List<String> calls = ids(awaited);
        logged(calls.get(0), "FINAL", "PAIN");
        logged(calls.get(1), "FINAL", "PAIN");
        logged(calls.get(1), "FINAL", "DYSPNOEA");
        logged(calls.get(2), "DRAFT", "SEDATION");
        post(
                "/api/calls/declared",
                "{'territory': 'HDF-OISE', 'physician': '" + physicians.get(1)
                        + "', 'at': '2026-11-13T21:10:00+01:00', 'durationSeconds': 540}");
    }

    private void logged(String call, String status, String motive) {
        put(
                "/api/calls/" + call + "/outcome",
                "{'status': '" + status + "', 'callerProfile': 'EHPAD_NIGHT_NURSE', 'motives': ['" + motive
                        + "'], 'orientations': ['STAY_WITH_ADVICE'], 'conditions': {'adult': 'YES', 'atHome': 'YES',"
                        + " 'knownToTeam': 'NOT_KNOWN', 'evaluated': 'YES'}, 'placeOfCare': 'EHPAD', 'durationSeconds': 480}");
    }

    private void suivi() {
        post(
                OISE + "/difficulties",
                "{'date': '2026-05-04', 'category': 'COMMUNICATION', 'text': 'Numéro mal connu.'}");
        long number = get(OISE + "/difficulties?year=2026").findPath("id").asLong();
        String answer = OISE + "/difficulties/" + number + "/answer";
        done("PUT " + answer, service.put(answer, "{\"answer\": \"Affiches renvoyées.\"}", 0));
        post(
                OISE + "/expenses",
                "{'date': '2026-06-30', 'account': 'TELEPHONY', 'label': 'Opérateur', 'amount': '412.50'}");
        post(
                OISE + "/expenses",
                "{'date': '2026-09-30', 'account': 'COORDINATION', 'label': 'Secrétariat', 'amount': '5000'}");
    }

    private void override(String date, String physician, String reason) {
        put(
                OISE + "/rotas/2026-Q4/duties/" + date,
                "{'physician': '" + physician + "', 'rung': 'FIRST', 'reason': '" + reason + "', 'derogation': true}");
    }

    private String swap(String given, String taken) {
        return post(
                        OISE + "/swaps",
                        "{'proposer': '" + holder(given) + "', 'other': '" + holder(taken) + "', 'given': ['" + given
                                + "'], 'taken': ['" + taken + "'], 'reason': 'famille'}")
                .path("id")
                .asText();
    }

    private String holder(String date) {
        return get(OISE + "/on-duty?at=" + date + "T20:30:00Z")
                .path("ladder")
                .path(0)
                .path("physician")
                .asText();
    }

    private static List<String> ids(JsonNode page) {
        JsonNode items = page.isArray() ? page : page.path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }

    private JsonNode get(String path) {
        return done("GET " + path, service.get(path));
    }

    private JsonNode post(String path, String body) {
        return done("POST " + path, service.post(path, body.replace('\'', '"')));
    }

    private JsonNode put(String path, String body) {
        return done("PUT " + path, service.put(path, body.replace('\'', '"')));
    }

    private static JsonNode done(String what, HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(what + " answered " + response.statusCode() + ": " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
