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
        neighboursAndCallers();
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
            change(
                    OISE + "/rotas/2027-Q3/duties/2027-07-%02d".formatted(day),
                    "{'physician': '" + physicians.getFirst() + "', 'rung': 'FIRST', 'reason': 'été'}",
                    version("2027-Q3"));
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
        String undo = OISE + "/rotas/2026-Q4/duties/2026-12-25/undo";
        String reason = "{\"reason\": \"finalement présente\", \"rung\": \"FIRST\"}";
        done("POST " + undo, service.post(undo, "application/json", reason, version("2026-Q4")));
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
        handedOver(calls.get(3));
        post(OISE + "/hand-overs/" + calls.get(3) + "/taken", "");
        handedOver(calls.get(4));
        post(OISE + "/sheets/" + calls.get(0) + "/read", "");
        post(
                "/api/calls/declared",
                "{'territory': 'HDF-OISE', 'physician': '" + physicians.get(1)
                        + "', 'at': '2026-11-13T21:10:00+01:00', 'durationSeconds': 540}");
    }

    private void handedOver(String call) {
        put(
                "/api/calls/" + call + "/outcome",
                "{'status': 'FINAL', 'callerProfile': 'EHPAD_NIGHT_NURSE', 'motives': ['PAIN'], 'orientations':"
                        + " ['STAY_WITH_ADVICE'], 'placeOfCare': 'EHPAD', 'durationSeconds': 600, 'nature': 'CONDUCT',"
                        + " 'information': ['DLU'], 'handOver': {'whom': 'EMSP', 'what': 'ORGANISE', 'by': 'TWO_DAYS'}}");
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
        String difficulty = OISE + "/difficulties/" + number;
        change(difficulty + "/answer", "{'answer': 'Affiches renvoyées.'}", "\"0\"");
        change(difficulty, "{'date': '2026-05-05', 'category': 'COMMUNICATION', 'text': 'Numéro mal connu.'}", "\"1\"");
        post(
                OISE + "/expenses",
                "{'date': '2026-06-30', 'account': 'TELEPHONY', 'label': 'Opérateur', 'amount': '412.50'}");
        post(
                OISE + "/expenses",
                "{'date': '2026-09-30', 'account': 'COORDINATION', 'label': 'Secrétariat', 'amount': '5000'}");
    }

    /** Who is near the line: hospitals, establishments, other lines, callers; and what the report's readers are told. */
    private void neighboursAndCallers() {
        long agreement = get(OISE + "/agreements").findPath("id").asLong();
        put(
                OISE + "/agreements/" + agreement + "/terms",
                "{'responsibilities': 'Chacun répond des siens.', 'organisation': 'Les médecins du partenaire prennent leur part"
                        + " des astreintes.', 'pay': 'Selon l’avenant.', 'version': '0'}");
        post(
                OISE + "/take-overs/import",
                "text/csv",
                "nature;nom;telephone;du;au\n" + "HAD;HAD de l’Oise;03 44 00 00 07;2026-11-14;2027-02-10\n");
        post(
                OISE + "/diffusion/import",
                "text/csv",
                "nature;nom;mail\n" + "EHPAD;Résidence des Tilleuls;accueil@tilleuls.exemple.invalid\n");
        post(OISE + "/diffusion/send", "{'kinds': ['EHPAD']}");
        put(OISE + "/survey", "{'open': true}");
        put(OISE + "/wish-campaigns/2027-Q3", "{'deadline': '2027-03-01'}");
        post(OISE + "/wish-campaigns/2027-Q3/answers/" + physicians.get(2), "");
        post(OISE + "/invitations", "{'physicians': ['" + physicians.get(3) + "']}");
        asksToBeReplaced("2026-12-16");
        String withdrawn = asksToBeReplaced("2026-12-17");
        post("/api/physicians/" + holder("2026-12-17") + "/replacement-requests/" + withdrawn + "/withdrawal", "");
        put(OISE + "/reports/2026/narrative", "{'commentary': 'Une année calme.', 'version': '0'}");
        post("/api/regions/HDF/report-templates", "application/yaml", """
                version: HDF-2027
                from: 2027
                fields:
                  - code: news
                    label: "Faits marquants"
                sections:
                  - title: "Activité"
                    figures: [key-figures]
                    texts: [news]
                """);
    }

    private String asksToBeReplaced(String date) {
        return post(
                        "/api/physicians/" + holder(date) + "/replacement-requests",
                        "{'territory': 'HDF-OISE', 'date': '" + date + "', 'rung': 'FIRST', 'reason': 'souffrant'}")
                .findPath("id")
                .asText();
    }

    private void override(String date, String physician, String reason) {
        change(
                OISE + "/rotas/2026-Q4/duties/" + date,
                "{'physician': '" + physician + "', 'rung': 'FIRST', 'reason': '" + reason + "', 'derogation': true}",
                version("2026-Q4"));
    }

    private String version(String quarter) {
        return service.get(OISE + "/rotas/" + quarter)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
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

    private JsonNode post(String path, String type, String body) {
        return done("POST " + path, service.post(path, type, body, null));
    }

    /** What is there is changed as it was read. */
    private JsonNode put(String path, String body) {
        return change(path, body, service.get(path).headers().firstValue("ETag").orElse(null));
    }

    /** @param seen the version on which the change was decided; null where there is none */
    private JsonNode change(String path, String body, String seen) {
        String json = body.replace('\'', '"');
        return done("PUT " + path, seen == null ? service.put(path, json) : service.put(path, json, seen));
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
