package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.access.Account;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.signin.RouteTable.Route;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every route, asked with an empty body by nobody and by each role: who may gets an answer, if only what is missing. */
@QuarkusTest
@Order(1)
class AccessIT {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    private static final TerritoryCode HAINAUT = new TerritoryCode("HDF-HAINAUT");
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;
    private static final int INTERNAL_ERROR = 500;

    /** Of HTTP/2 the server ends a connection on which many answers are left unread. */
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    @Inject
    PlanningWorld world;

    @Test
    void eachRouteIsOpenToItsRolesAndToNobodyElse() throws Exception {
        var place = world.create();
        PhysicianId physician = place.physicians().getFirst().id();
        Map<Role, Account> accounts = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            accounts.put(
                    role,
                    role == Role.PHYSICIAN
                            ? visitors.physician(physician)
                            : visitors.account(List.of(Grant.everywhere(role))));
        }
        List<String> wrong = new ArrayList<>();
        Map<Role, String> sessions = new EnumMap<>(Role.class);
        for (Route route : RouteTable.routes()) {
            String address =
                    route.address(place.code().value(), UUID.randomUUID().toString());
            String own = route.address(place.code().value(), physician.toString());
            check(wrong, route, "nobody", route.rule().orElseThrow().anybody(), ask(route, address, ""));
            for (Role role : Role.values()) {
                String cookie =
                        "appui=" + sessions.computeIfAbsent(role, absent -> visitors.session(accounts.get(absent)));
                boolean allowed = route.rule().orElseThrow().allows(role);
                check(wrong, route, role.name(), allowed, ask(route, role == Role.PHYSICIAN ? own : address, cookie));
            }
            if (!route.method().equals("GET")) {
                sessions.clear(); // it may have ended them
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aCoordinatorReachesTheirTerritoriesOnly() throws Exception {
        Account ofHainaut = visitors.account(List.of(Grant.over(Role.COORDINATOR, HAINAUT)));
        Account ofOise = visitors.account(List.of(Grant.over(Role.COORDINATOR, OISE)));
        List<Route> ofTerritories = RouteTable.routes().stream()
                .filter(route -> route.path().contains("{code}")
                        && route.rule().orElseThrow().allows(Role.COORDINATOR)
                        && !route.rule().orElseThrow().anybody())
                .toList();
        for (Route route : ofTerritories) {
            String address = route.address(OISE.value(), UUID.randomUUID().toString());
            assertThat(ask(route, address, "appui=" + visitors.session(ofHainaut))
                            .statusCode())
                    .as("Hainaut asks " + route)
                    .isEqualTo(FORBIDDEN);
            assertThat(ask(route, address, "appui=" + visitors.session(ofOise)).statusCode())
                    .as("Oise asks " + route)
                    .isNotEqualTo(FORBIDDEN);
        }
    }

    @Test
    void aReadOnlyTokenWritesNothing() throws Exception {
        String token = visitors.readOnlyToken(Role.ADMINISTRATOR);
        for (Route route : RouteTable.routes()) {
            boolean writes = !route.method().equals("GET");
            if (writes && route.rule().orElseThrow().allows(Role.ADMINISTRATOR)) {
                var request = request(
                                route,
                                route.address(OISE.value(), UUID.randomUUID().toString()))
                        .header("Authorization", "Bearer " + token);
                assertThat(status(request)).as(route.toString()).isEqualTo(FORBIDDEN);
            }
        }
    }

    @Test
    void operationsPagesAreForTheAdministrator() throws Exception {
        for (String path : List.of("/q/metrics", "/q/info", "/openapi")) {
            assertThat(status(HttpRequest.newBuilder(service.resolve(path))))
                    .as(path)
                    .isEqualTo(UNAUTHORIZED);
        }
        assertThat(status(HttpRequest.newBuilder(service.resolve("/q/health/live"))))
                .isNotEqualTo(UNAUTHORIZED);
    }

    private static void check(List<String> wrong, Route route, String who, boolean allowed, HttpResponse<?> response) {
        boolean toSignIn = response.statusCode() == SEE_OTHER
                && response.headers().firstValue("Location").orElse("").contains("/connexion");
        boolean toProvider = response.statusCode() == FOUND && route.path().equals("/connexion/fournisseur");
        boolean refused = response.statusCode() == UNAUTHORIZED || response.statusCode() == FORBIDDEN || toSignIn;
        boolean signOut = route.path().equals("/deconnexion") && allowed;
        boolean unforeseen = response.statusCode() == INTERNAL_ERROR;
        if (unforeseen || refused == allowed && !signOut && !toProvider) {
            wrong.add(route + " by " + who + " answered " + response.statusCode());
        }
    }

    private HttpResponse<?> ask(Route route, String address, String cookie) throws Exception {
        HttpRequest.Builder request = request(route, address);
        return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    private HttpRequest.Builder request(Route route, String address) {
        return HttpRequest.newBuilder(service.resolve(address))
                .method(route.method(), HttpRequest.BodyPublishers.noBody())
                .header("Accept", "*/*");
    }

    private int status(HttpRequest.Builder request) throws Exception {
        return send(request).statusCode();
    }

    /** Reads no body: some answers never end. */
    private HttpResponse<?> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest asked = request.build();
        long since = System.nanoTime();
        try {
            var response = browser.send(asked, HttpResponse.BodyHandlers.ofInputStream());
            response.body().close();
            return response;
        } catch (IOException unanswered) {
            Duration waited = Duration.ofNanos(System.nanoTime() - since);
            throw new IOException(asked + " is not answered, after " + waited, unanswered);
        }
    }
}
