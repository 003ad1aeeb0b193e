package fr.appui.indicators.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import fr.appui.calendar.KeptCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.Directory;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.Joining;
import fr.appui.directory.Joinings;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.notice.MailUnheard;
import fr.appui.indicators.kit.Diffusion;
import fr.appui.indicators.kit.Kits;
import fr.appui.nodes.JobLease;
import fr.appui.nodes.KeptForATime;
import fr.appui.planning.notice.MailServer;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.trace.Journal;
import fr.appui.trace.Origin;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMultipart;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list is read from a file, the poster goes out once to each, and the page says what became of it and who never called. */
@QuarkusTest
class DiffusionIT {

    private static final AtomicInteger NEXT = new AtomicInteger(10);

    @Inject
    Directory directory;

    @Inject
    KeptCalendars calendars;

    @Inject
    DiffusionSender sender;

    @Inject
    Diffusion diffusion;

    @Inject
    Kits kits;

    @Inject
    JobLease lease;

    @Inject
    Joinings joinings;

    @Inject
    Journal journal;

    @Inject
    CallArchive archive;

    @Inject
    Clock clock;

    @Inject
    @All
    List<KeptForATime> retention;

    @Inject
    EntityManager database;

    private String address = "";

    @BeforeEach
    void aTerritoryWithAPoster() {
        int number = NEXT.getAndIncrement();
        var code = new TerritoryCode("HDF-DIFFUSION-" + number);
        address = "/api/territories/" + code + "/diffusion";
        QuarkusTransaction.requiringNew().run(() -> save(code, number));
    }

    private void save(TerritoryCode code, int number) {
        save(code, number, LocalDate.of(2024, 1, 1));
    }

    private void save(TerritoryCode code, int number, LocalDate since) {
        directory.save(new Territory(
                code,
                "Diffusion " + number,
                List.of(),
                ZoneId.of("Europe/Paris"),
                HolidayZone.METROPOLE,
                new Territory.Contact(
                        Optional.of(new SupportLine(
                                PhoneNumber.parse("03 44 98 77 %02d".formatted(number)),
                                code,
                                LineSettings.defaults())),
                        Optional.empty()),
                Optional.empty()));
        LocalDate told = LocalDate.of(2024, 1, 1);
        calendars.save(
                code,
                Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), told, since)
                        .agreed(told, "ARS 2024-01"));
    }

    private ValidatableResponse read(String file) {
        return given().contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(address + "/import")
                .then();
    }

    private ValidatableResponse send(String... kinds) {
        return given().contentType(ContentType.JSON)
                .body("{\"kinds\": [\"" + String.join("\", \"", kinds) + "\"]}")
                .post(address + "/send")
                .then();
    }

    private String mail(String who) {
        return who + "@" + address.replaceAll("[^0-9]", "") + ".exemple.invalid";
    }

    @Test
    void aFileIsReadWholeOrNotAtAll() {
        read("nature;nom;mail;téléphone\nEHPAD;Les Tilleuls;" + mail("tilleuls") + ";03 44 98 70 01\n"
                        + "Pompiers;Caserne;" + mail("caserne") + ";\nSSIAD;;pas une adresse;12\n")
                .statusCode(422)
                .body("written", equalTo(false))
                .body("problems.findAll { it.line == 3 }.column", hasItems("nature"))
                .body("problems.findAll { it.line == 4 }.column", hasItems("mail", "nom", "telephone"));
        given().get(address).then().body("items", hasSize(0));
        read("nature;nom;mail\nEHPAD;Les Tilleuls;" + mail("tilleuls") + "\nSAMU;Samu 60;" + mail("samu") + "\n")
                .statusCode(200)
                .body("written", equalTo(true));
        // known addresses are corrected, none is doubled
        read("nature;nom;mail\nEHPAD;Résidence les Tilleuls;" + mail("tilleuls") + "\n")
                .statusCode(200);
        given().get(address)
                .then()
                .body("items", hasSize(2))
                .body("items.name", hasItems("Résidence les Tilleuls", "Samu 60"));
    }

    @Test
    void thePosterGoesOnceToEachAndIsSentOnlyOnceAServerTookIt() {
        read("nature;nom;mail\nEHPAD;Un;" + mail("un") + "\nEHPAD;Deux;" + mail("deux") + "\nSAMU;Trois;"
                        + mail("trois") + "\n")
                .statusCode(200);
        send("FACTEUR").statusCode(400).body("errors[0].field", equalTo("kinds"));
        send("EHPAD").statusCode(200).body("queued", equalTo(2));
        given().get(address).then().body("items.findAll { it.state == 'TO_SEND' }", hasSize(2));
        sender.sendWhatIsDue();
        given().get(address)
                .then()
                .body("items.findAll { it.state == 'SENT' }", hasSize(2))
                .body("items.find { it.name == 'Un' }.sentAt", notNullValue());
        assertThat(MailServer.inbox(mail("un")))
                .singleElement()
                .satisfies(mail -> assertThat(((MimeMultipart) mail.getContent()).getCount())
                        .isGreaterThanOrEqualTo(3));
        assertThat(MailServer.inbox(mail("trois"))).isEmpty();
        send("EHPAD", "SAMU").statusCode(200).body("queued", equalTo(1));
        sender.sendWhatIsDue();
        sender.sendWhatIsDue();
        assertThat(MailServer.inbox(mail("un"))).hasSize(1);
        assertThat(MailServer.inbox(mail("trois"))).hasSize(1);
    }

    /** A server that refuses is told with its word, tried again, and given up; nothing is said to be sent. */
    @Test
    void whoIsTakenOffTheListIsForgottenAWhileAfterWhatWasSent() {
        read("nature;nom;mail\nEHPAD;Gardé;" + mail("garde") + "\nEHPAD;Servi;" + mail("servi") + "\nSAMU;Jamais;"
                        + mail("jamais") + "\n")
                .statusCode(200);
        send("EHPAD").body("queued", equalTo(2));
        sender.sendWhatIsDue();
        for (String name : List.of("Servi", "Jamais")) {
            int id = given().get(address).jsonPath().getInt("items.find { it.name == '" + name + "' }.id");
            given().delete(address + "/contacts/" + id).then().statusCode(204);
        }
        erase(Duration.ofDays(1));
        assertThat(known("garde", "servi", "jamais")).isEqualTo(2);
        erase(Duration.ofDays(91));
        assertThat(known("servi")).isZero();
        assertThat(known("garde")).isOne();
    }

    private void erase(Duration after) {
        retention.stream()
                .filter(kept -> kept.terms().name().equals("diffusion-removed"))
                .forEach(kept -> kept.eraseOld(clock.instant().plus(after)));
    }

    private long known(String... who) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(
                                        "SELECT COUNT(*) FROM diffusion_contact WHERE mail IN (?1)")
                                .setParameter(1, Stream.of(who).map(this::mail).toList())
                                .getSingleResult())
                        .longValue());
    }

    @Test
    void whatAServerRefusesIsToldAndNeverSaidToBeSent() {
        read("nature;nom;mail\nDAC;Un;" + mail("dac") + "\n").statusCode(200);
        send("DAC").body("queued", equalTo(1));
        for (int hour = 0; hour < 4; hour++) {
            new DiffusionSender(
                            diffusion,
                            kits,
                            refused -> {
                                throw new IllegalStateException("550 no such user");
                            },
                            lease,
                            Clock.offset(clock, Duration.ofHours(2L * hour)))
                    .sendWhatIsDue();
            given().get(address)
                    .then()
                    .body("items[0].state", equalTo(hour < 3 ? "TO_SEND" : "FAILED"))
                    .body("items[0].reason", equalTo("l’adresse est refusée : la vérifier"))
                    .body("items[0].sentAt", equalTo(null));
        }
        send("DAC").body("queued", equalTo(1));
        sender.sendWhatIsDue();
        given().get(address).then().body("items[0].state", equalTo("SENT"));
        assertThat(MailServer.inbox(mail("dac"))).hasSize(1);
    }

    /** A server that took the connection and said no more may have taken the message: it is not sent a second time by itself. */
    @Test
    void whatMayHaveBeenReceivedIsSentAgainByAPersonAlone() {
        read("nature;nom;mail\nDAC;Un;" + mail("muet") + "\n").statusCode(200);
        send("DAC").body("queued", equalTo(1));
        AtomicInteger tries = new AtomicInteger();
        for (int hour = 0; hour < 4; hour++) {
            new DiffusionSender(
                            diffusion,
                            kits,
                            unheard -> {
                                tries.incrementAndGet();
                                throw new MailUnheard("nothing for PT30S", new TimeoutException());
                            },
                            lease,
                            Clock.offset(clock, Duration.ofHours(2L * hour)))
                    .sendWhatIsDue();
        }
        assertThat(tries).hasValue(1);
        given().get(address)
                .then()
                .body("items[0].state", equalTo("UNKNOWN"))
                .body("items[0].reason", startsWith("le serveur de messagerie n’a pas dit"))
                .body("items[0].sentAt", equalTo(null));
        given().get(address.replace("/api/territories", "/supports"))
                .then()
                .body(containsString("Issue inconnue"))
                .body(containsString("1 dont l’issue de l’envoi est inconnue, sur 1"))
                .body(containsString("name=\"unknownToo\""));
        send("DAC").body("queued", equalTo(0));
        given().contentType(ContentType.JSON)
                .body("{\"kinds\": [\"DAC\"], \"unknownToo\": true}")
                .post(address + "/send")
                .then()
                .body("queued", equalTo(1));
        sender.sendWhatIsDue();
        given().get(address).then().body("items[0].state", equalTo("SENT"));
        assertThat(MailServer.inbox(mail("muet"))).hasSize(1);
    }

    /** Of several clicks at the same moment each message is queued by one. */
    @Test
    void ofTwoSendingsAtTheSameMomentEachMessageIsOnes() throws Exception {
        read("nature;nom;mail\nHAD;Un;" + mail("had1") + "\nHAD;Deux;" + mail("had2") + "\n")
                .statusCode(200);
        List<Callable<Integer>> clicks = new ArrayList<>();
        for (int at = 0; at < 5; at++) {
            clicks.add(() -> send("HAD").statusCode(200).extract().path("queued"));
        }
        int queued = 0;
        try (var people = Executors.newFixedThreadPool(clicks.size())) {
            for (var click : people.invokeAll(clicks)) {
                queued += click.get();
            }
        }
        assertThat(queued).isEqualTo(2);
        try (var nodes = Executors.newFixedThreadPool(3)) {
            for (var node : nodes.invokeAll(List.of(sending(), sending(), sending()))) {
                node.get();
            }
        }
        assertThat(MailServer.inbox(mail("had1"))).hasSize(1);
        assertThat(MailServer.inbox(mail("had2"))).hasSize(1);
    }

    private Callable<Boolean> sending() {
        return () -> {
            sender.sendWhatIsDue();
            return true;
        };
    }

    @Test
    void whoIsTakenOffTheListIsSentNothing() {
        read("nature;nom;mail\nCPTS;Une;" + mail("cpts") + "\n").statusCode(200);
        send("CPTS").body("queued", equalTo(1));
        int id = given().get(address).path("items[0].id");
        given().delete(address + "/contacts/" + id).then().statusCode(204);
        given().delete(address + "/contacts/" + id).then().statusCode(404);
        sender.sendWhatIsDue();
        assertThat(MailServer.inbox(mail("cpts"))).isEmpty();
        given().get(address).then().body("items", hasSize(0));
    }

    /** A line is made known before it opens: its poster says from which day, and from that day on no more. */
    @Test
    void aLineThatIsToOpenIsToldWithItsFirstDay() {
        int number = NEXT.getAndIncrement();
        var code = new TerritoryCode("HDF-DIFFUSION-" + number);
        LocalDate first =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).plusDays(40);
        QuarkusTransaction.requiringNew().run(() -> save(code, number, first));
        assertThat(kits.of(code).orElseThrow())
                .isInstanceOfSatisfying(
                        Kits.Answer.Ready.class,
                        ready -> assertThat(ready.notice().opensOn()).contains(first));
        assertThat(kits.of(new TerritoryCode(address.split("/", -1)[3])).orElseThrow())
                .isInstanceOfSatisfying(
                        Kits.Answer.Ready.class,
                        ready -> assertThat(ready.notice().opensOn()).isEmpty());
    }

    /** Whoever asks about a line that was joined to another is told of both: who called the one before, who calls the other since. */
    @Test
    void whoCalledEitherOfTwoJoinedLinesCalled() {
        TerritoryCode own = new TerritoryCode(address.split("/", -1)[3]);
        int number = NEXT.getAndIncrement();
        var into = new TerritoryCode("HDF-DIFFUSION-" + number);
        QuarkusTransaction.requiringNew().run(() -> save(into, number));
        read("nature;nom;mail;téléphone\nEHPAD;Avant;" + mail("avant") + ";03 44 98 71 01\nEHPAD;Depuis;"
                        + mail("depuis") + ";03 44 98 71 02\nEHPAD;Jamais;" + mail("jamais") + ";03 44 98 71 03\n")
                .statusCode(200);
        calls(own, "03 44 98 71 01");
        calls(into, "03 44 98 71 02");
        called("Avant", true);
        called("Depuis", false);
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).minusDays(1);
        joinings.save(new Joining(own, into, yesterday, yesterday, "ARS"));
        try {
            called("Avant", true);
            called("Depuis", true);
            called("Jamais", false);
        } finally {
            joinings.remove(own);
        }
    }

    private void called(String name, boolean called) {
        given().get(address).then().body("items.find { it.name == '" + name + "' }.called", equalTo(called));
    }

    private void calls(TerritoryCode territory, String from) {
        var call = new CallId("diffusion-" + UUID.randomUUID());
        Instant at = clock.instant().minusSeconds(3600);
        journal.append(List.of(
                new CallEvent.Received(
                        call,
                        at,
                        "33344112233",
                        Optional.of(territory),
                        Origin.PUBLIC,
                        Optional.of(PhoneNumber.parse(from))),
                new CallEvent.Ended(call, at.plusSeconds(30), Ending.ABANDONED, 16)));
        await().until(() -> archive.find(call).isPresent());
    }

    @Test
    void whoNeverCalledFromTheirNumberIsSaid() {
        read("nature;nom;mail;téléphone\nEHPAD;Muet;" + mail("muet") + ";03 44 98 70 0" + NEXT.get() % 10
                        + "\nEHPAD;Sans numéro;" + mail("sans") + ";\n")
                .statusCode(200);
        given().get(address)
                .then()
                .body("items.find { it.name == 'Muet' }.called", equalTo(false))
                .body("items.find { it.name == 'Sans numéro' }.called", equalTo(null));
        given().get(address.replace("/api/territories", "/supports"))
                .then()
                .statusCode(200)
                .body(containsString("Jamais"));
    }
}
