package fr.appui.planning.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.notice.TimeLimited;
import fr.appui.planning.life.ImportDesk;
import fr.appui.planning.life.MessageDesk;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.mailer.Mailer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A publication with a mail server that is away: nobody counts as told, the pages say so, and each is sent again. */
@QuarkusTest
class MessagesIT {

    private static final Pattern AGAIN = Pattern.compile("action=\"(/planning/[^\"]+/renvoi)\"");

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    ImportDesk imports;

    @Inject
    NoticeQueue queue;

    @Inject
    NoticeBook book;

    @Inject
    MessageDesk desk;

    @Inject
    @TimeLimited
    Mailer mailer;

    @Inject
    Clock clock;

    private Place place;
    private String session;

    @BeforeEach
    void aDraftAndItsCoordinator() {
        AdministratorByDefault.nobody();
        place = world.create();
        session = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
        imports.rota(
                place.code(),
                place.quarter(),
                place.rotaByWeeks().getBytes(StandardCharsets.UTF_8),
                false,
                new Act("essai", "essai", clock.instant()));
    }

    @Test
    void nobodyCountsAsToldBeforeTheirMessageLeft() {
        publish().body(not(containsString("Avertis"))).body(containsString("à envoyer"));
        relayAfter(Duration.ZERO, "Connection refused: mail.exemple.fr");
        page(messages())
                .body(containsString("pas parti"))
                .body(containsString("le serveur de messagerie ne répond pas"))
                .body(containsString("à envoyer"))
                .body(not(containsString(">accepté<")));
        page("/")
                .body(containsString("Leur message n’est pas parti"))
                .body(containsString("le serveur de messagerie ne répond pas"));

        relayAfter(Duration.ofHours(2), "");
        page(messages()).body(containsString(">accepté<")).body(not(containsString("pas parti")));
        page("/").body(not(containsString("Leur message n’est pas parti")));
        assertThat(inboxes()).isEqualTo(8);
    }

    @Test
    void aMessageThatIsStuckIsNotTakenForAChangeOfTheRota() {
        post(
                        "/planning/" + place.code() + "/recueil",
                        Map.of(
                                "trimestre",
                                place.quarter().toString(),
                                "echeance",
                                place.quarter().first().toString()))
                .statusCode(303);
        relayAfter(Duration.ZERO, "Connection refused: mail.exemple.fr");
        page("/")
                .body(containsString("Leur message n’est pas parti"))
                .body(containsString(place.name(0)))
                .body(not(containsString("changement de planning")));
    }

    @Test
    @Whole
    void oneThatLeftAndOneThatDidNotAreSentAgain() {
        publish();
        relayAfter(Duration.ZERO, "550 no such user");
        page(messages()).body(containsString("l’adresse est refusée"));
        List<String> again = AGAIN.matcher(page(messages()).extract().asString())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(again).hasSize(8);
        again.forEach(one -> page(sent(one)).body(containsString("part dans les secondes qui viennent")));
        relayAfter(Duration.ZERO, "");
        assertThat(inboxes()).isEqualTo(8);
        page(sent(again.getFirst())).body(containsString("part dans les secondes qui viennent"));
        relayAfter(Duration.ZERO, "");
        assertThat(inboxes()).isEqualTo(9);
    }

    /** « Renvoyer » touched twice. */
    @Test
    void oneThatLeftIsSentAgainOnceByTouchesAtOnce() throws Exception {
        publish();
        relayAfter(Duration.ZERO, "");
        UUID left = book.of(place.code(), clock.instant().minusSeconds(600), 1)
                .getFirst()
                .id();
        try (var touches = Executors.newFixedThreadPool(4)) {
            for (var one : touches.invokeAll(Collections.nCopies(4, () -> desk.again(place.code(), left, "essai")))) {
                one.get();
            }
        }
        relayAfter(Duration.ZERO, "");
        assertThat(inboxes()).isEqualTo(9);
    }

    @Test
    void aMessageOfAnotherTerritoryIsNotSentAgain() {
        publish();
        NoticeBook.Told told =
                book.of(place.code(), clock.instant().minusSeconds(600), 1).getFirst();
        place = world.create();
        session = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, place.code()))));
        post(messages() + "/" + told.id() + "/renvoi", Map.of()).statusCode(404);
    }

    private long inboxes() {
        return IntStream.range(0, 8)
                .mapToLong(number -> MailServer.inbox(place.mail(number)).size())
                .sum();
    }

    /** Others' notices leave as usual. @param refusal what the server answers for this territory; empty, it takes all */
    private void relayAfter(Duration time, String refusal) {
        List<String> ours = IntStream.range(0, 8).mapToObj(place::mail).toList();
        Mailer through = mails -> {
            if (!refusal.isEmpty() && ours.containsAll(mails[0].getTo())) {
                throw new IllegalStateException(refusal);
            }
            mailer.send(mails);
        };
        new NoticeRelay(queue, through, Clock.offset(clock, time)).relay();
    }

    private String messages() {
        return "/planning/" + place.code() + "/messages";
    }

    private ValidatableResponse publish() {
        return post("/planning/" + place.code() + "/" + place.quarter() + "/publication", Map.of())
                .statusCode(200);
    }

    private String sent(String again) {
        String next = post(again, Map.of()).statusCode(303).extract().header("Location");
        return next.substring(next.indexOf("/planning/"));
    }

    private ValidatableResponse post(String path, Map<String, String> fields) {
        return Browse.post(session, "/planning", path, fields);
    }

    private ValidatableResponse page(String path) {
        return visitor().get(path).then().statusCode(200);
    }

    private RequestSpecification visitor() {
        return Browse.as(session);
    }
}
