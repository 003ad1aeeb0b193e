package fr.appui.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.appui.calls.ServiceProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a service answers about everything it keeps: who is on duty when, every call and its outcome, rotas, reports, figures, pay.
 * A newer version may say more; what the older one said it says too.
 */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 11, 10);
    private static final LocalDate LAST_NIGHT = LocalDate.of(2027, 2, 10);

    private static final List<String> QUESTIONS = List.of(
            "/api/territories?size=100",
            "/api/territories/HDF-OISE",
            "/api/territories/HDF-OISE/identity",
            "/api/territories/HDF-OISE/line",
            "/api/territories/HDF-OISE/agreements",
            "/api/territories/HDF-OISE/planning-settings",
            "/api/territories/HDF-OISE/take-overs",
            "/api/territories/HDF-OISE/healthcare-service",
            "/api/territories/HDF-OISE/diffusion",
            "/api/territories/HDF-OISE/survey",
            "/api/territories/HDF-OISE/hand-overs",
            "/api/territories/HDF-OISE/sheets",
            "/api/territories/HDF-OISE/replacement-requests",
            "/api/territories/HDF-OISE/wish-campaigns/2027-Q3",
            "/api/territories/HDF-OISE/reports/2026/narrative",
            "/api/regions/HDF/report-templates",
            "/api/regions/HDF/coverage",
            "/api/territories/HDF-OISE/windows?from=2026-11-01&to=2027-02-01",
            "/api/territories/HDF-OISE/rotas/2026-Q3",
            "/api/territories/HDF-OISE/rotas/2026-Q4",
            "/api/territories/HDF-OISE/rotas/2027-Q1",
            "/api/territories/HDF-OISE/rotas/2027-Q2",
            "/api/territories/HDF-OISE/rotas/2027-Q3",
            "/api/territories/HDF-OISE/rotas/2026-Q4/fairness",
            "/api/territories/HDF-OISE/swaps?size=100",
            "/api/territories/HDF-OISE/acts?size=100",
            "/api/territories/HDF-OISE/derogations?quarter=2026-Q4",
            "/api/territories/HDF-OISE/difficulties?year=2026",
            "/api/territories/HDF-OISE/expenses?year=2026",
            "/api/territories/HDF-OISE/reports",
            "/api/territories/HDF-OISE/reports/2026.json",
            "/api/territories/HDF-OISE/reports/2026/submitted.json",
            "/api/regions/HDF/reports/2026.json",
            "/api/regions/HDF/reports/2026/submitted.json",
            "/api/territories/HDF-OISE/pay/2026.json",
            "/api/territories/HDF-OISE/pay/2026-11.json",
            "/api/territories/HDF-OISE/indicators/calls-by-channel?year=2026&bucket=PUBLIC&size=200",
            "/api/territories/HDF-OISE/indicators/motives?year=2026&bucket=PAIN&size=200",
            "/api/establishments?size=100",
            "/api/nomenclatures",
            "/api/nomenclatures/2026.1",
            "/api/tariffs",
            "/api/accounts",
            "/api/events/parked");

    private Answers() {}

    /** What a newer version no longer answers as the older one did, and where in the answer, as a JSON pointer. */
    record Difference(String question, String where, String was, String is) {}

    static ObjectNode of(ServiceProcess service) throws IOException {
        return of(service, questions(service).iterator());
    }

    static ObjectNode of(ServiceProcess service, Iterator<String> questions) throws IOException {
        ObjectNode answers = JSON.createObjectNode();
        while (questions.hasNext()) {
            String question = questions.next();
            HttpResponse<String> response = service.get(question);
            if (response.statusCode() == 404 && question.endsWith("/outcome")) {
                continue; // nobody has logged anything of that call
            }
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        question + " answered " + response.statusCode() + ": " + response.body());
            }
            answers.set(question, JSON.readTree(response.body()));
        }
        return answers;
    }

    private static List<String> questions(ServiceProcess service) throws IOException {
        var questions = new ArrayList<>(QUESTIONS);
        for (LocalDate night = FIRST_NIGHT; !night.isAfter(LAST_NIGHT); night = night.plusDays(1)) {
            questions.add("/api/territories/HDF-OISE/on-duty?at=" + night + "T20:30:00Z");
        }
        for (JsonNode physician : items(service, "/api/physicians?territory=HDF-OISE")) {
            String address = "/api/physicians/" + physician.path("id").asText();
            questions.addAll(List.of(address, address + "/wishes", address + "/swaps"));
        }
        for (int page = 0; page < 3; page++) {
            for (JsonNode call : items(service, "/api/calls?size=200&page=" + page)) {
                String address = "/api/calls/" + call.path("id").asText();
                questions.addAll(List.of(address, address + "/outcome"));
            }
        }
        return questions;
    }

    static List<Difference> differences(ObjectNode before, ObjectNode after) {
        var differences = new ArrayList<Difference>();
        before.fields()
                .forEachRemaining(answer ->
                        compare(answer.getKey(), "", answer.getValue(), after.path(answer.getKey()), differences));
        return differences;
    }

    /** A field more is no difference; another value, a field less, or another number of things in a list is one. */
    private static void compare(
            String question, String where, JsonNode was, JsonNode is, List<Difference> differences) {
        if (was.isObject() && is.isObject()) {
            was.fields()
                    .forEachRemaining(field -> compare(
                            question,
                            where + "/" + field.getKey(),
                            field.getValue(),
                            is.path(field.getKey()),
                            differences));
        } else if (was.isArray() && is.isArray() && was.size() == is.size()) {
            for (int i = 0; i < was.size(); i++) {
                compare(question, where + "/" + i, was.get(i), is.get(i), differences);
            }
        } else if (!was.equals(is)) {
            differences.add(new Difference(question, where, was.toString(), is.toString()));
        }
    }

    private static JsonNode items(ServiceProcess service, String question) throws IOException {
        JsonNode answer = JSON.readTree(service.get(question).body());
        return answer.isArray() ? answer : answer.path("items");
    }

    static void write(ObjectNode answers, Path file) throws IOException {
        try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(file))) {
            JSON.writerWithDefaultPrettyPrinter().writeValue(to, answers);
        }
    }

    static ObjectNode read(Path file) throws IOException {
        try (InputStream from = new GZIPInputStream(Files.newInputStream(file))) {
            return (ObjectNode) JSON.readTree(from);
        }
    }
}
