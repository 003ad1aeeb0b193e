package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every operation that the API describes, told what nobody means in each of its parameters and in each field of its body: it
 * answers, never by an error of its own, and what it refuses it explains. {@code ./mvnw verify -Pfuzz} ({@code docs/tests.md}).
 */
@QuarkusTest
class OpenApiFuzzStory {

    /** As they stand in an address, encoded already. */
    private static final List<String> ADDRESSES = Stream.concat(
                    Stream.of("%00", "%0d%0aX:%20y", "%ED%A0%BD", "%FF%FE", "%F0%9F%98%80", "..%2f..%2fetc", "x;a=b"),
                    Stream.of(
                                    "",
                                    " ",
                                    "0",
                                    "-1",
                                    "99999999999999999999",
                                    "1e309",
                                    "null",
                                    "' OR 1=1 --",
                                    "<script>",
                                    "${7*7}{x}",
                                    "2026-13-45",
                                    "2026-02-30T25:61:61+99:99",
                                    "+999999999-01-01",
                                    "9999-Q9",
                                    "9".repeat(3_000),
                                    "HDF-OISE",
                                    "00000000-0000-0000-0000-000000000000")
                            .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)))
            .toList();

    private static final List<String> VALUES = List.of(
            "null",
            "0",
            "-1",
            "1e400",
            "99999999999999999999",
            "true",
            "\"\"",
            "\"\\ud83d\"",
            "\"\\u0000\"",
            "\"<script>${7*7}\"",
            "\"2026-02-30\"",
            "\"+999999999-12-31\"",
            "\"" + "é".repeat(5_000) + "\"",
            "[]",
            "[null]",
            "[[[]]]",
            "{}",
            "{\"x\":".repeat(300) + "1" + "}".repeat(300));

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "[null]",
            "{",
            "{}",
            "\"x\"",
            "12",
            "{\"unknown\":1}",
            "{\"a\":1,\"a\":2}",
            "\u0000",
            "<a/>");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private JsonNode contract = JSON.createObjectNode();
    private String session = "";
    private int operations;
    private int inputs;

    @Test
    void noInputIsAnsweredByAnErrorOfOurs() throws Exception {
        enter();
        contract =
                JSON.readTree(client.send(request("/openapi?format=JSON").GET().build(), BodyHandlers.ofString())
                        .body());
        for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (List.of("get", "put", "post", "delete", "patch").contains(operation.getKey())
                        && !operation.getValue().toString().contains("text/event-stream")) {
                    operations++;
                    fuzz(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue());
                }
            }
        }
        System.out.printf(
                "openapi fuzz: %d operations, %d inputs, answers by status %s%n", operations, inputs, answers);
        assertThat(operations).isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    private void fuzz(String method, String path, JsonNode operation) throws Exception {
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        JsonNode schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        String usual = schema.isMissingNode() ? "" : sample(schema, 0);
        ask(method, address(path, parameters, "", ""), usual, "application/json");
        for (JsonNode parameter : parameters) {
            if (!parameter.path("in").asText().equals("header")) {
                for (String value : ADDRESSES) {
                    ask(
                            method,
                            address(path, parameters, parameter.path("name").asText(), value),
                            usual,
                            "application/json");
                }
            }
        }
        ask(method, address(path, parameters, "", "") + "?inconnu=1", usual, "application/json");
        if (!operation.path("requestBody").isMissingNode()) {
            String address = address(path, parameters, "", "");
            for (String body : BODIES) {
                ask(method, address, body, "application/json");
                ask(method, address, body, "text/plain");
            }
            for (Map.Entry<String, JsonNode> field :
                    resolved(schema).path("properties").properties()) {
                for (String value : VALUES) {
                    ask(method, address, with(schema, field.getKey(), value), "application/json");
                }
            }
        }
    }

    private void ask(String method, String address, String body, String type) throws Exception {
        inputs++;
        var asked = request(address)
                .header("Content-Type", type)
                .header("If-Match", "\"0\"")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = client.send(asked, BodyHandlers.ofInputStream());
        int status = answer.statusCode();
        String text;
        try (var read = answer.body()) {
            text = new String(read.readNBytes(400), StandardCharsets.UTF_8);
        } catch (IOException cut) {
            text = "cut: " + cut;
        }
        answers.merge(status, 1, Integer::sum);
        if (status >= 500) {
            wrong.add(status + " " + shown(method + " " + address) + " <- " + shown(body) + " -> " + shown(text));
        }
        if (status == 401) {
            enter(); // it changed or closed the account that it used
        }
    }

    private static String shown(String text) {
        return text.length() > 160 ? text.substring(0, 160) + "…" : text;
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(service.toString().replaceAll("/$", "") + address))
                .timeout(Duration.ofMinutes(2))
                .header("Accept", "application/json, */*")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Cookie", "appui=" + session);
    }

    /** As somebody who may everything but rest. */
    private void enter() {
        session = visitors.session(
                visitors.account(Stream.of(Role.values()).map(Grant::everywhere).toList(), Optional.empty()));
    }

    // --- usual values

    private static String address(String path, List<JsonNode> parameters, String odd, String value) {
        String address = path;
        var query = new ArrayList<String>();
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asText();
            boolean isOdd = name.equals(odd);
            String given = isOdd ? value : usual(name);
            if (parameter.path("in").asText().equals("path")) {
                address = address.replace("{" + name + "}", given);
            } else if (parameter.path("in").asText().equals("query")
                    && (isOdd || parameter.path("required").asBoolean())) {
                query.add(name + "=" + given);
            }
        }
        return address + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String usual(String name) {
        return switch (name) {
            case "code", "territory", "territoire" -> "HDF-OISE";
            case "date", "from", "to", "at", "day" -> "2026-11-14";
            case "quarter" -> "2026-Q4";
            case "year" -> "2026";
            case "zone" -> "METROPOLE";
            case "finess" -> "600000012";
            default -> "00000000-0000-0000-0000-000000000001";
        };
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? contract.at(reference.substring(1)) : node;
    }

    private String with(JsonNode schema, String odd, String value) {
        var fields = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> field :
                resolved(schema).path("properties").properties()) {
            String given = field.getKey().equals(odd) ? value : sample(field.getValue(), 1);
            fields.add("\"" + field.getKey() + "\":" + given);
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String sample(JsonNode schema, int depth) {
        JsonNode known = resolved(schema);
        if (depth > 4) {
            return "null";
        }
        if (known.has("properties")) {
            var fields = new ArrayList<String>();
            for (Map.Entry<String, JsonNode> field : known.path("properties").properties()) {
                fields.add("\"" + field.getKey() + "\":" + sample(field.getValue(), depth + 1));
            }
            return "{" + String.join(",", fields) + "}";
        }
        if (known.path("enum").size() > 0) {
            return "\"" + known.path("enum").get(0).asText() + "\"";
        }
        String type = known.path("type").isArray()
                ? known.path("type").get(0).asText()
                : known.path("type").asText();
        return switch (type) {
            case "array" -> "[" + sample(known.path("items"), depth + 1) + "]";
            case "integer", "number" -> "1";
            case "boolean" -> "false";
            case "object" -> "{}";
            default ->
                known.path("examples").size() > 0
                        ? "\"" + known.path("examples").get(0).asText() + "\""
                        : "\"2026-11-14\"";
        };
    }
}
