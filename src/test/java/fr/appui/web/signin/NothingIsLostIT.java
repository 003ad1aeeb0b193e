package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.Failures;
import fr.appui.access.Grant;
import fr.appui.access.KnownBrowsers;
import fr.appui.access.Role;
import fr.appui.access.SecondFactors;
import fr.appui.access.Sessions;
import fr.appui.directory.Audit;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form that comes when its session has ended, or must be confirmed, is sent by its author once they are back. */
@QuarkusTest
class NothingIsLostIT {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(vers|saisie)\" value=\"([^\"]*)\"");
    private static final Map<String, String> TYPED = Map.of("login", "", "name", "É. Grévin & fils");

    @Inject
    Visitors visitors;

    @Inject
    Sessions sessions;

    @Inject
    Accounts accounts;

    @Inject
    Failures failures;

    @Inject
    KnownBrowsers browsers;

    @Inject
    SecondFactors factors;

    @Inject
    SignInSettings settings;

    @Inject
    Audit audit;

    @BeforeEach
    void comeWithNothing() {
        AdministratorByDefault.nobody();
    }

    @Test
    void aSessionThatEndedMeanwhileLosesNoForm() {
        Account account = visitors.account(List.of(Grant.everywhere(Role.ADMINISTRATOR)));
        String session = visitors.session(account);
        String csrf = Browse.as(session).get("/comptes").cookie("csrf-token");
        sessions.endAllOf(account.id());

        String door = send(session, csrf, "/comptes", TYPED, 401);
        assertThat(door).contains("Votre session est finie", "Rien n’est perdu");
        String back = send("", csrf, "/connexion", with(kept(door), "login", account.login(), "password", "faux"), 401);
        assertThat(kept(back)).isEqualTo(kept(door));
        String resumed = send(
                "", csrf, "/connexion", with(kept(door), "login", account.login(), "password", Visitors.PASSWORD), 200);
        assertThat(resumed)
                .contains("action=\"/comptes\"", "name=\"name\" value=\"É. Grévin &amp; fils\"", "Envoyer ma saisie");
    }

    @Test
    void aFormOfAnotherSiteIsNotKept() {
        Browse.as("ended")
                .header("Sec-Fetch-Site", "cross-site")
                .formParams(TYPED)
                .post("/comptes")
                .then()
                .statusCode(303)
                .body(not(containsString("Grévin")));
    }

    @Test
    void whatASessionKeptForADutyAsksAgainLosesNoFormEither() {
        Account account = visitors.account(List.of(Grant.everywhere(Role.ADMINISTRATOR)));
        Instant now = Instant.now();
        String session = at(now.minus(Duration.ofHours(14)))
                .open(account, "", "Session ouverte")
                .token();
        sessions.keep(Secrets.sha256(session), now.plus(Duration.ofHours(4)));
        String csrf = Browse.as(session)
                .get("/compte/appareils")
                .then()
                .statusCode(200)
                .extract()
                .cookie("csrf-token");

        Browse.as(session)
                .get("/comptes")
                .then()
                .statusCode(303)
                .header("Location", containsString("/connexion/encore"));
        Browse.as(session).accept("application/json").get("/api/audit").then().statusCode(401);
        String asked = send(session, csrf, "/comptes", TYPED, 401);
        assertThat(asked).contains("Redonner votre mot de passe");
        String resumed = send(session, csrf, "/connexion/encore", with(kept(asked), "present", Visitors.PASSWORD), 200);
        assertThat(resumed).contains("action=\"/comptes\"", "É. Grévin &amp; fils");
        Browse.as(session).get("/comptes").then().statusCode(200);
    }

    @Test
    void whoLostATelephoneEndsItsSessionFromAnother() {
        Account account = visitors.account(List.of(Grant.everywhere(Role.COORDINATOR)));
        String lost = visitors.session(account);
        String here = visitors.session(account);
        String stranger = visitors.session(visitors.account(List.of(Grant.everywhere(Role.COORDINATOR))));
        String end = "/compte/appareils/" + Secrets.sha256(lost) + "/fin";

        Browse.as(here)
                .get("/compte/appareils")
                .then()
                .body(containsString("Celui-ci"))
                .body(containsString(end));
        Browse.post(stranger, "/compte/appareils", end, Map.of()).statusCode(404);
        Browse.post(here, "/compte/appareils", end, Map.of()).statusCode(303);
        Browse.as(lost).get("/compte/appareils").then().statusCode(303);
        Browse.as(here).get("/compte/appareils").then().statusCode(200);
    }

    private SignIn at(Instant instant) {
        return new SignIn(
                accounts, sessions, failures, browsers, factors, settings, audit, Clock.fixed(instant, ZoneOffset.UTC));
    }

    private static String send(String session, String csrf, String path, Map<String, String> fields, int status) {
        return Browse.as(session)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .cookie("csrf-token", csrf)
                .formParam("csrf-token", csrf)
                .formParams(fields)
                .post(path)
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }

    private static Map<String, String> kept(String page) {
        Map<String, String> fields = new java.util.TreeMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        assertThat(fields).hasSize(2);
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new java.util.TreeMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
