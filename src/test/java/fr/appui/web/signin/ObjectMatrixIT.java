package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.appui.AtLength;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.web.signin.Meanings.Kind;
import fr.appui.web.signin.Meanings.Meaning;
import fr.appui.web.signin.RouteParameters.Place;
import fr.appui.web.signin.RouteParameters.Told;
import fr.appui.web.signin.RouteTable.Route;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every route, told every kind of identifier of another territory in every place it can be told one, by every kind of visitor:
 * the answer refuses, nothing of the other territory stands in it, and nothing in the database has changed. Routes and
 * parameters are read from the classes; one that {@link Meanings} does not know fails.
 */
@QuarkusTest
@Order(1)
class ObjectMatrixIT {

    private static final List<String> OWN =
            List.of("Acacier", "Bouleaud", "Cyprin", "Erablet", "Frenaie", "Ginkgot", "Hetraie", "Iffet");
    private static final List<String> FOREIGN = List.of(
            "Zaxquevic", "Zbrulowic", "Zcyprewic", "Zdrablewic", "Zfrenowic", "Zginkowic", "Zhetrowic", "Ziffowic");
    private static final String CSRF = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final String BOUNDARY = "essai-boundary";
    private static final int LONGEST_READ = 400_000;

    /** Written by the service on its own, or by being asked: sessions, the audit log, turns, tries, a second factor that is shown. */
    private static final Set<String> MOVING = Set.of(
            "audit_entry",
            "audit_head",
            "second_factor",
            "sign_in_session",
            "sign_in_failure",
            "job_lease",
            "scheduled_lock",
            "outbox",
            "outbox_lane",
            "consumed_event",
            "counted_call",
            "counted_revision",
            "kept_tally",
            "outcome_reminder",
            "notice",
            "alert",
            "planning_alert",
            "line_check",
            "transmission",
            "retention_run",
            "trace_erased",
            "flyway_schema_history");

    /** They end or replace the session that the matrix goes by, and name nothing. */
    private static final Set<String> OF_THE_SESSION =
            Set.of("/deconnexion", "/connexion", "/connexion/fournisseur", "/compte/mot-de-passe");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> wrong = new ArrayList<>();

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    @Inject
    TwoTerritories territories;

    @Inject
    DataSource database;

    /** @param asks the routes that it makes sense to ask as this visitor */
    private record Caller(String name, String header, String value, Set<Role> roles, Predicate<Route> asks) {
        boolean isAllowed(Route route) {
            return route.rule().orElseThrow().anybody()
                    || roles.stream().anyMatch(route.rule().orElseThrow()::allows);
        }
    }

    /** @param foreign the parameters that name something of the other side */
    private record Asked(Route route, Caller caller, List<Told> foreign, String uri, HttpRequest request, String sent) {
        @Override
        public String toString() {
            return caller.name() + ": " + route.method() + " " + uri + " with foreign "
                    + foreign.stream()
                            .map(told -> told.place() + "." + told.name())
                            .toList();
        }
    }

    @Test
    void nothingOfAnotherTerritoryIsToldOrChanged() throws Exception {
        var own = territories.create("Propriete", OWN, 1);
        var other = territories.create("Etrangete", FOREIGN, 2);
        wrong.addAll(TwoTerritories.LACKING);
        List<String> markers = Meanings.markers(other);
        int asked = 0;
        Set<String> kinds = new TreeSet<>();
        for (Caller caller : callers(own, other)) {
            Map<String, Long> before = digest();
            for (Route route : RouteTable.routes()) {
                if (OF_THE_SESSION.contains(route.path()) || !caller.asks().test(route)) {
                    continue;
                }
                for (Asked one : questions(route, caller, own, other)) {
                    asked++;
                    one.foreign().forEach(told -> kinds.add(kind(route, told).name()));
                    before = ask(one, markers, before);
                }
            }
            compare(before, caller.name() + ": something that was refused");
        }
        asked += parameters(own, other, markers);
        System.out.printf(
                "object matrix: %d routes, %d kinds of identifiers %s, %d questions%n",
                RouteTable.routes().size(), kinds.size(), kinds, asked);
        assertThat(wrong).isEmpty();
        assertThat(unseenRefusalsInTheAudit())
                .as("what is refused unseen is audited")
                .isPositive();
    }

    private long unseenRefusalsInTheAudit() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM audit_entry"
                        + " WHERE detail LIKE '%accès refusé (act-for-physician)%' AND actor LIKE 'essai-%'")) {
            row.next();
            return row.getLong(1);
        }
    }

    // --- who asks

    private List<Caller> callers(TwoTerritories.Side own, TwoTerritories.Side other) {
        var mine = own.place().code();
        Predicate<Route> all = route -> true;
        Predicate<Route> notForTheArs =
                route -> !route.rule().orElseThrow().roles().contains(Role.ARS_READER)
                        && !route.rule().orElseThrow().anybody()
                        && !route.path().equals("/")
                        && !route.path().equals("/api/territories");
        Predicate<Route> notForPhysicians =
                route -> !route.rule().orElseThrow().roles().contains(Role.PHYSICIAN)
                        && !route.rule().orElseThrow().anybody();
        return List.of(
                cookie("coordinator", List.of(Grant.over(Role.COORDINATOR, mine)), Optional.empty(), all),
                cookie(
                        "physician",
                        List.of(Grant.everywhere(Role.PHYSICIAN)),
                        Optional.of(own.physician(0).id()),
                        all),
                cookie("regulator", List.of(Grant.over(Role.REGULATOR, mine)), Optional.empty(), all),
                cookie("ars", List.of(Grant.over(Role.ARS_READER, mine)), Optional.empty(), all),
                cookie("administrator of one", List.of(Grant.over(Role.ADMINISTRATOR, mine)), Optional.empty(), all),
                cookie(
                        "coordinator here, ars there",
                        List.of(
                                Grant.over(Role.COORDINATOR, mine),
                                Grant.over(Role.ARS_READER, other.place().code())),
                        Optional.empty(),
                        notForTheArs),
                cookie(
                        "coordinator here, physician there",
                        List.of(Grant.over(Role.COORDINATOR, mine), Grant.everywhere(Role.PHYSICIAN)),
                        Optional.of(other.physician(5).id()),
                        notForPhysicians),
                new Caller(
                        "program of the coordination",
                        "Authorization",
                        "Bearer " + visitors.token(Role.COORDINATOR, mine),
                        Set.of(Role.COORDINATOR),
                        route -> !route.isPage() && route.method().equals("GET")));
    }

    private Caller cookie(
            String name,
            List<Grant> grants,
            Optional<fr.appui.directory.PhysicianId> physician,
            Predicate<Route> asks) {
        String session = visitors.session(visitors.account(grants, physician));
        return new Caller(
                name,
                "Cookie",
                "appui=" + session + "; csrf-token=" + CSRF,
                grants.stream().map(Grant::role).collect(Collectors.toSet()),
                asks);
    }

    // --- what is asked

    /** Each identifier of the other side alone, then all together; without any, a list as it is. */
    private List<Asked> questions(Route route, Caller caller, TwoTerritories.Side own, TwoTerritories.Side other) {
        List<Told> identifiers = RouteParameters.of(route).stream()
                .filter(told -> Meanings.of(route, told).orElseThrow().kind().isPresent())
                .toList();
        boolean anybody = route.rule().orElseThrow().anybody();
        List<List<Told>> variants = new ArrayList<>();
        if (!caller.isAllowed(route)) {
            if (AtLength.WHOLE) { // that nobody else may is told in each run by AccessIT
                variants.add(identifiers);
            }
        } else {
            identifiers.forEach(told -> variants.add(List.of(told)));
            if (identifiers.size() > 1 && !anybody) {
                variants.add(identifiers);
            }
            boolean reads = route.method().equals("GET");
            if (reads && identifiers.stream().noneMatch(told -> told.place() == Place.PATH)) {
                variants.add(List.of());
            }
        }
        return variants.stream()
                .map(foreign -> asked(route, caller, foreign, told -> foreign.contains(told) ? other : own))
                .toList();
    }

    private Asked asked(
            Route route,
            Caller caller,
            List<Told> foreign,
            java.util.function.Function<Told, TwoTerritories.Side> side) {
        List<Told> all = RouteParameters.of(route);
        String path = route.path();
        for (Told told : all) {
            if (told.place() == Place.PATH) {
                path = withoutInnerBraces(path)
                        .replaceFirst(
                                "\\{" + told.name() + "[^}]*}",
                                value(route, told, side).orElse(""));
            }
        }
        String query = all.stream()
                .filter(told -> told.place() == Place.QUERY)
                .flatMap(told -> value(route, told, side).map(value -> told.name() + "=" + encoded(value)).stream())
                .collect(Collectors.joining("&"));
        String uri = path + (query.isEmpty() ? "" : "?" + query);
        var request = HttpRequest.newBuilder(service.resolve(uri))
                .header("Accept", "*/*")
                .header("If-Match", "\"0\"")
                .header(caller.header(), caller.value());
        String sent = body(route, all, side, request);
        return new Asked(
                route,
                caller,
                foreign,
                uri,
                request.method(
                                route.method(),
                                sent.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(sent))
                        .build(),
                uri + sent);
    }

    private String body(
            Route route,
            List<Told> all,
            java.util.function.Function<Told, TwoTerritories.Side> side,
            HttpRequest.Builder request) {
        if (route.method().equals("GET")) {
            return "";
        }
        Optional<Told> file =
                all.stream().filter(told -> told.place() == Place.FILE).findFirst();
        if (route.isPage() && file.isPresent()) {
            request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
            return multipart(route, all, side);
        }
        if (route.isPage()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
            return Stream.concat(
                            Stream.of("csrf-token=" + CSRF),
                            all.stream()
                                    .filter(told -> told.place() == Place.FORM)
                                    .flatMap(
                                            told -> value(route, told, side)
                                                    .map(value -> told.name() + "=" + encoded(value))
                                                    .stream()))
                    .collect(Collectors.joining("&"));
        }
        if (file.isPresent()) {
            request.header("Content-Type", "text/csv;charset=UTF-8");
            return value(route, file.get(), side).orElseThrow();
        }
        request.header("Content-Type", route.path().equals("/api/nomenclatures") ? "text/plain" : "application/json");
        return RouteParameters.body(route)
                .map(type -> node(type, route, all, side).toString())
                .orElse("");
    }

    private JsonNode node(
            Type type, Route route, List<Told> all, java.util.function.Function<Told, TwoTerritories.Side> side) {
        Optional<Type> each = RouteParameters.isListOf(type);
        if (each.isPresent()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            list.add(node(each.get(), route, all, side));
            return list;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (type instanceof Class<?> known && known.isRecord()) {
            for (RecordComponent component : known.getRecordComponents()) {
                Type whole = component.getGenericType();
                Type inside = RouteParameters.isListOf(whole).orElse(whole);
                if (inside instanceof Class<?> nested && nested.isRecord()) {
                    object.set(component.getName(), node(whole, route, all, side));
                } else {
                    Told told = all.stream()
                            .filter(one -> one.owner().equals(known.getSimpleName())
                                    && one.name().equals(component.getName()))
                            .findFirst()
                            .orElseThrow();
                    value(route, told, side)
                            .flatMap(value -> leaf(inside, value))
                            .ifPresent(value -> object.set(
                                    component.getName(),
                                    told.isList()
                                            ? JsonNodeFactory.instance
                                                    .arrayNode()
                                                    .add(value)
                                            : value));
                }
            }
        }
        return object;
    }

    /** What is no text stands as its type's first value. */
    private static Optional<JsonNode> leaf(Type type, String value) {
        if (Meanings.isText(type)) {
            return Optional.of(JsonNodeFactory.instance.textNode(value));
        }
        if (type.equals(boolean.class) || type.equals(Boolean.class)) {
            return Optional.of(JsonNodeFactory.instance.booleanNode(false));
        }
        if (type instanceof Class<?> known && known.isEnum()) {
            return Optional.of(JsonNodeFactory.instance.textNode(((Enum<?>) known.getEnumConstants()[0]).name()));
        }
        return value.matches("\\d+")
                ? Optional.of(JsonNodeFactory.instance.numberNode(Long.parseLong(value)))
                : Optional.empty();
    }

    private static String multipart(
            Route route, List<Told> all, java.util.function.Function<Told, TwoTerritories.Side> side) {
        var text = new StringBuilder();
        part(text, "csrf-token", "", CSRF);
        all.stream()
                .filter(told -> told.place() == Place.FORM || told.place() == Place.FILE)
                .forEach(told -> value(route, told, side)
                        .ifPresent(value -> part(
                                text,
                                told.name(),
                                told.place() == Place.FILE ? "; filename=\"essai.csv\"" : "",
                                value)));
        return text.append("--").append(BOUNDARY).append("--\r\n").toString();
    }

    private static void part(StringBuilder text, String name, String more, String value) {
        text.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append('"')
                .append(more)
                .append("\r\n\r\n")
                .append(value)
                .append("\r\n");
    }

    private static Optional<String> value(
            Route route, Told told, java.util.function.Function<Told, TwoTerritories.Side> side) {
        return Optional.of(Meanings.of(route, told).orElseThrow().of(side.apply(told)))
                .filter(value -> !value.isEmpty());
    }

    private static Kind kind(Route route, Told told) {
        return Meanings.of(route, told).flatMap(Meaning::kind).orElseThrow();
    }

    // --- what is answered

    /** @return the digest to compare the next with */
    private Map<String, Long> ask(Asked asked, List<String> markers, Map<String, Long> before) throws Exception {
        HttpResponse<InputStream> answer = client.send(asked.request(), HttpResponse.BodyHandlers.ofInputStream());
        String text = read(answer);
        int status = answer.statusCode();
        markers.stream()
                .filter(marker -> text.contains(marker) && !asked.sent().contains(marker))
                .findFirst()
                .ifPresent(marker -> wrong.add(asked + " told « " + marker + " » (" + status + ")"));
        boolean refused = status >= 400
                || answer.headers().firstValue("Location").orElse("").contains("/connexion");
        if (status >= 500) {
            wrong.add(asked + " answered " + status);
        }
        boolean mustRefuse = !asked.caller().isAllowed(asked.route())
                || asked.foreign().stream()
                        .anyMatch(told -> told.place() == Place.PATH && !isShared(asked.route(), told));
        if (mustRefuse && !refused) {
            wrong.add(asked + " answered " + status);
        }
        boolean wrote = !asked.route().method().equals("GET") && status < 400;
        if (wrote) {
            compare(before, asked + " (" + status + ")");
            return digest();
        }
        return before;
    }

    /** An establishment's sheet may be read by all. */
    private static boolean isShared(Route route, Told told) {
        return kind(route, told) == Kind.ESTABLISHMENT && route.method().equals("GET");
    }

    private void compare(Map<String, Long> before, String what) throws SQLException {
        Map<String, Long> after = digest();
        Set<String> changed = after.keySet().stream()
                .filter(table -> !Objects.equals(before.get(table), after.get(table)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!changed.isEmpty()) {
            wrong.add(what + " changed " + changed);
        }
    }

    // --- parameters that an address does not have, or has once

    private int parameters(TwoTerritories.Side own, TwoTerritories.Side other, List<String> markers) throws Exception {
        Caller coordinator = callers(own, other).getFirst();
        Map<String, String> foreign = new LinkedHashMap<>();
        RouteTable.routes()
                .forEach(route -> RouteParameters.of(route).stream()
                        .filter(told -> told.place() != Place.BODY && told.place() != Place.FILE)
                        .forEach(told -> Meanings.of(route, told)
                                .filter(meaning -> meaning.kind().isPresent())
                                .ifPresent(meaning -> foreign.putIfAbsent(told.name(), meaning.of(other)))));
        foreign.put("id", other.place().id(0));
        int asked = 0;
        for (Route route : RouteTable.routes()) {
            if (!route.method().equals("GET")
                    || OF_THE_SESSION.contains(route.path())
                    || !coordinator.isAllowed(route)
                    || route.rule().orElseThrow().anybody()) {
                continue;
            }
            Set<String> known = RouteParameters.of(route).stream()
                    .filter(told -> told.place() == Place.QUERY)
                    .map(Told::name)
                    .collect(Collectors.toSet());
            Asked plain = asked(route, coordinator, List.of(), told -> own);
            List<String> others = foreign.entrySet().stream()
                    .filter(entry -> !known.contains(entry.getKey()))
                    .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                    .toList();
            List<String> doubled = RouteParameters.of(route).stream()
                    .filter(told -> told.place() == Place.QUERY
                            && Meanings.of(route, told).orElseThrow().kind().isPresent())
                    .map(told -> told.name() + "="
                            + encoded(Meanings.of(route, told).orElseThrow().of(other)))
                    .toList();
            List<String> more = new ArrayList<>(doubled);
            if (route.isPage()) {
                more.add(String.join("&", others));
            } else {
                more.addAll(others);
            }
            for (String extra : more) {
                asked++;
                String uri = plain.uri() + (plain.uri().contains("?") ? "&" : "?") + extra;
                var request = HttpRequest.newBuilder(service.resolve(uri))
                        .header("Accept", "*/*")
                        .header(coordinator.header(), coordinator.value())
                        .build();
                var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
                String text = read(answer);
                if (!route.isPage() && answer.statusCode() != 400) {
                    wrong.add(uri + " answered " + answer.statusCode());
                }
                markers.stream()
                        .filter(marker -> text.contains(marker) && !uri.contains(marker))
                        .findFirst()
                        .ifPresent(marker -> wrong.add(uri + " told « " + marker + " »"));
            }
        }
        return asked;
    }

    // --- the database

    private Map<String, Long> digest() throws SQLException {
        Map<String, Long> digest = new TreeMap<>();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                            + " AND table_type = 'BASE TABLE'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            tables.removeAll(MOVING);
            try (ResultSet rows = statement.executeQuery("CHECKSUM TABLE " + String.join(", ", tables))) {
                while (rows.next()) {
                    digest.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return digest;
    }

    /** Some answers never end: of a stream nothing is read. */
    private static String read(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
                return "";
            }
            var read = new ByteArrayOutputStream();
            byte[] chunk = new byte[16_384];
            for (int length = body.read(chunk); length >= 0 && read.size() < LONGEST_READ; length = body.read(chunk)) {
                read.write(chunk, 0, length);
            }
            return read.toString(StandardCharsets.UTF_8);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String withoutInnerBraces(String path) {
        String fewer = path.replaceAll("(\\{[^{}]*)\\{[^{}]*}", "$1");
        return fewer.equals(path) ? path : withoutInnerBraces(fewer);
    }
}
