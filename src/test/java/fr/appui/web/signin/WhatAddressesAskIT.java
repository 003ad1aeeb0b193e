package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.AtLength;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.signin.RouteParameters.Place;
import fr.appui.web.signin.RouteParameters.Told;
import fr.appui.web.signin.RouteTable.Route;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each parameter of each page, asked for what it cannot mean: the page comes all the same, with its way out, and says in French what
 * it could not read.
 */
@QuarkusTest
class WhatAddressesAskIT {

    private static final List<String> PEOPLE =
            List.of("Aubepin", "Bourdain", "Cornouil", "Dauphine", "Eglantin", "Fusain", "Genevrier", "Houxlet");

    private static final List<String> SENSELESS = AtLength.WHOLE
            ? List.of("", "zz", "-1", "0", "99999999999999999999", "2026-02-30", "<b>", "\u00a0", "T", "é".repeat(300))
            : List.of("zz", "-1", "99999999999999999999");

    private static final String PAGE = "<main id=\"contenu\"";

    /** What leads nowhere without its secret, and where it leads to is said by its own page. */
    private static final List<String> SECRETS = List.of("/enquete", "/invitation");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    @Inject
    TwoTerritories territories;

    @Inject
    PlanningWorld world;

    @Test
    void aPageComesWhateverItsAddressAsks() throws IOException, InterruptedException {
        var side = territories.create("Aubepiniere", PEOPLE, 3);
        Map<Boolean, String> sessions = Map.of(
                true,
                visitors.session(visitors.physician(side.physician(0).id())),
                false,
                visitors.session(visitors.account(List.of(Grant.everywhere(Role.ADMINISTRATOR)), Optional.empty())));
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Route route : pages()) {
            for (Told told : queried(route)) {
                boolean physician = !route.rule().orElseThrow().allows(Role.ADMINISTRATOR);
                for (String query : queries(told)) {
                    asked++;
                    String address = path(route, side) + "?" + query;
                    HttpResponse<String> answer = ask(address, sessions.get(physician));
                    if (!isFine(told, answer)) {
                        wrong.add(answer.statusCode() + " " + address + " " + said(answer));
                    }
                }
            }
        }
        System.out.printf("what addresses ask: %d questions to pages%n", asked);
        assertThat(wrong).isEmpty();
    }

    /** What cannot be read is named, with its remedy, and the rest of what was asked stands. */
    @Test
    void whatCannotBeReadIsNamedAndTheRestStands() throws IOException, InterruptedException {
        var place = world.create();
        String session = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
        String code = place.code().value();
        Map<String, List<String>> told = Map.of(
                "/difficultes?territoire=" + code + "&annee=zz",
                List.of("Année : « zz » n’est pas une période", "écrire une année"),
                "/forfaits?territoire=" + code + "&periode=2026-13",
                List.of("Période : « 2026-13 » n’est pas une période"),
                "/suites?etat=TAKEN&page=zz",
                List.of("Page : « zz » n’est pas un numéro de page", "value=\"TAKEN\" selected"),
                "/transmissions?etat=zz",
                List.of("État : choisir parmi"),
                "/registre?territoire=<b>",
                List.of("Territoire : code de territoire : « &lt;b&gt; »"),
                "/appels?fin=zz&fiche=AWAITED",
                List.of("href=\"#fin\"", "Fin de l’appel : « zz » n’est pas prévu", "value=\"AWAITED\" selected"),
                "/planning/" + code + "/souhaits?trimestre=2026-Q9",
                List.of("Trimestre : ", "« 2026-Q9 » n’est pas lisible", "2026-Q3"),
                "/planning/" + code + "/historique.csv?qui=Durand&du=hier",
                List.of("href=\"#du\"", "« hier » n’est pas une date", "value=\"Durand\""));
        for (var one : told.entrySet()) {
            HttpResponse<String> answer = ask(one.getKey().replace("<b>", "%3Cb%3E"), session);
            assertThat(answer.statusCode()).as(one.getKey()).isEqualTo(400);
            assertThat(plain(answer.body()))
                    .as(one.getKey())
                    .contains(one.getValue())
                    .contains(PAGE);
        }
    }

    /** Whichever way its spaces break. */
    private static String plain(String text) {
        return text.replaceAll("[\u00a0\u202f]|&nbsp;", " ");
    }

    /** A code as codes are, of a territory that is none, is not found. */
    private static boolean isFine(Told told, HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> answer.body().contains(PAGE) || !isHtml(answer);
            case 400 -> answer.body().contains(PAGE) && answer.body().contains("role=\"alert\"");
            case 404 -> told.name().equals("territoire");
            default -> false;
        };
    }

    private static boolean isHtml(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").contains("html");
    }

    private static List<Route> pages() {
        return RouteTable.routes().stream()
                .filter(Route::isPage)
                .filter(route -> route.method().equals("GET") && !SECRETS.contains(route.path()))
                .toList();
    }

    private static List<Told> queried(Route route) {
        return RouteParameters.of(route).stream()
                .filter(told -> told.place() == Place.QUERY)
                .toList();
    }

    private static List<String> queries(Told told) {
        return Stream.concat(
                        SENSELESS.stream().map(value -> told.name() + "=" + encoded(value)),
                        Stream.of(told.name() + "=zz&" + told.name() + "=1"))
                .toList();
    }

    private static String path(Route route, TwoTerritories.Side side) {
        String path = Route.withoutInnerBraces(route.path());
        for (Told told : RouteParameters.of(route)) {
            if (told.place() == Place.PATH) {
                path = path.replaceFirst(
                        "\\{" + told.name() + "[^}]*}",
                        told.name().equals("indicator")
                                ? "motives"
                                : Meanings.of(route, told).orElseThrow().of(side));
            }
        }
        return path;
    }

    private HttpResponse<String> ask(String address, String session) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(service.resolve(address))
                        .header("Accept", "text/html,*/*;q=0.8")
                        .header("Cookie", "appui=" + session)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String said(HttpResponse<String> answer) {
        return Stream.of(answer.body().split("<[^>]*>"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .limit(6)
                .collect(Collectors.joining(" | "));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
