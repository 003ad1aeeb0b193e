package fr.appui.web.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import fr.appui.access.Account;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Directory;
import fr.appui.directory.Finess;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchSpan;
import fr.appui.indicators.CallProjection;
import fr.appui.indicators.CountedCall;
import fr.appui.indicators.CountedCalls;
import fr.appui.nodes.KeptForATime;
import fr.appui.planning.DateRange;
import fr.appui.planning.Preference;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Wishes;
import fr.appui.planning.life.WishBook;
import fr.appui.retention.RetentionBook;
import fr.appui.retention.RetentionRun;
import fr.appui.rota.Duty;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.reference.Demonstration;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.trace.Journal;
import fr.appui.trace.Origin;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Visitors;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is forgotten in its time, and what of a physician on demand; what was done and counted stays. */
@QuarkusTest
class PrivacyIT {

    private static final TerritoryCode SOMME = new TerritoryCode("HDF-SOMME-LITTORAL-SUD");
    private static final AtomicInteger NEXT = new AtomicInteger(7100);

    @Inject
    Demonstration demonstration;

    @Inject
    Directory directory;

    @Inject
    PublishedRotas rotas;

    @Inject
    RetentionRun retention;

    @Inject
    RetentionBook book;

    @Inject
    @All
    List<KeptForATime> classes;

    @Inject
    WishBook wishes;

    @Inject
    Journal journal;

    @Inject
    CallArchive archive;

    @Inject
    CountedCalls counted;

    @Inject
    CallProjection projection;

    @Inject
    DutyLocks locks;

    @Inject
    PhysicianDataDesk desk;

    @Inject
    Visitors visitors;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @BeforeEach
    void install() {
        demonstration.install();
    }

    private Physician physician() {
        LocalDate since = LocalDate.of(2020, 1, 1);
        var physician = new Physician(
                new PhysicianId(UUID.randomUUID()),
                new PersonName("Ondine", "Oubliable"),
                rpps(),
                new MailAddress("ondine.oubliable@exemple.invalid"),
                new Career(
                        List.of(),
                        List.of(new Career.Employment(new Finess("609900014"), DateSpan.since(since))),
                        List.of(),
                        List.of(new Career.Practice(SOMME, DateSpan.since(since))),
                        List.of()),
                List.of(ContactNumber.always(PhoneNumber.parse("06 39 98 71 01"))));
        directory.save(physician);
        return physician;
    }

    private static Rpps rpps() {
        String start = "109998" + NEXT.getAndIncrement();
        for (int key = 0; key < 10; key++) {
            try {
                return new Rpps(start + key);
            } catch (IllegalArgumentException wrongKey) {
                continue;
            }
        }
        throw new AssertionError("one of ten keys is right");
    }

    @Test
    void aPhysicianIsForgottenAndTheirAccountWithThem() {
        Physician physician = physician();
        Account account = visitors.physician(physician.id());
        String session = visitors.session(account);
        String address = "/api/physicians/" + physician.id() + "/personal-data";
        given().get(address)
                .then()
                .statusCode(200)
                .body(containsString("Oubliable"))
                .body(containsString(account.login()))
                .body("data", hasKey("Fiche de l’annuaire"))
                .body("data", hasKey("Compte"))
                .body("data.Compte.find { it.containsKey('session sur') }", hasKey("ouverte le"));
        given().delete(address).then().statusCode(200);
        Physician after = directory.physician(physician.id()).orElseThrow();
        assertThat(after.isErased()).isTrue();
        assertThat(after.career().employments()).isEqualTo(physician.career().employments());
        given().get(address).then().statusCode(404);
        given().get("/api/physicians/" + physician.id()).then().statusCode(404);
        AdministratorByDefault.nobody();
        given().cookie("appui", session).get("/api/nomenclatures").then().statusCode(401);
    }

    @Test
    void nobodyIsForgottenWhileADutyIsTheirs() {
        Physician physician = physician();
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2);
        given().contentType("application/json").body("""
                {"kind": "CORE", "workingStart": "18:00", "nonWorkingStart": "08:30", "end": "22:00",
                 "announcedOn": "2020-01-01", "inForceFrom": "2020-02-01"}""").post("/api/territories/" + SOMME + "/perimeters");
        given().contentType("application/json")
                .body("{\"agreedOn\": \"2020-01-10\", \"reference\": \"essai\"}")
                .put("/api/territories/" + SOMME + "/perimeters/2020-02-01/agreement");
        Quarter quarter = Quarter.of(tomorrow);
        int version = rotas.inForce(SOMME, quarter).map(PublishedRota::version).orElse(0) + 1;
        rotas.publish(new PublishedRota(
                SOMME,
                quarter,
                version,
                new PublishedRota.Publisher("essai", clock.instant()),
                List.of(new Duty(tomorrow, 1, physician.id()))));
        given().delete("/api/physicians/" + physician.id() + "/personal-data")
                .then()
                .statusCode(409)
                .body("detail", containsString("astreintes"));
        assertThat(directory.physician(physician.id()).orElseThrow().isErased()).isFalse();
        rotas.publish(new PublishedRota(
                SOMME, quarter, version + 1, new PublishedRota.Publisher("essai", clock.instant()), List.of()));
        given().delete("/api/physicians/" + physician.id() + "/personal-data")
                .then()
                .statusCode(200);
        assertThat(rotas.version(SOMME, quarter, version).orElseThrow().duties())
                .extracting(Duty::physician)
                .as("what was published stays")
                .containsExactly(physician.id());
    }

    @Test
    void aPhysicianTakesTheirOwnDataAndNobodyElses() {
        Physician physician = physician();
        Physician other = physician();
        String session = visitors.session(visitors.physician(physician.id()));
        AdministratorByDefault.nobody();
        given().cookie("appui", session)
                .get("/api/physicians/" + physician.id() + "/personal-data")
                .then()
                .statusCode(200)
                .body("physician", equalTo(physician.id().toString()));
        given().cookie("appui", session)
                .get("/api/physicians/" + other.id() + "/personal-data")
                .then()
                .statusCode(404);
        given().cookie("appui", session)
                .delete("/api/physicians/" + physician.id() + "/personal-data")
                .then()
                .statusCode(403);
    }

    @Test
    void oldCallsAreErasedAndStayCounted() {
        Instant old =
                clock.instant().atZone(ZoneOffset.UTC).minus(Period.ofYears(6)).toInstant();
        Instant recent = clock.instant().minus(Duration.ofDays(3));
        var oldCall = new CallId("privacy-old-" + UUID.randomUUID());
        var recentCall = new CallId("privacy-new-" + UUID.randomUUID());
        journal.append(call(oldCall, old));
        journal.append(call(recentCall, recent));
        await().until(() ->
                countedIn(old).contains(oldCall) && countedIn(recent).contains(recentCall));

        classes.forEach(kept -> kept.eraseOld(clock.instant()));

        assertThat(archive.find(oldCall)).isEmpty();
        assertThat(archive.find(recentCall)).isPresent();
        assertThat(countedIn(old)).contains(oldCall);
        projection.rebuild();
        assertThat(countedIn(old)).as("a rebuild keeps what age erased").contains(oldCall);
        assertThat(countedIn(recent)).contains(recentCall);
    }

    /** For as long as the alert that went by mail, not as the messages of planning. */
    @Test
    void anAlertOnADeviceIsErasedAfterNinetyDays() throws SQLException {
        String old = shown(91);
        String recent = shown(89);
        classes.forEach(kept -> kept.eraseOld(clock.instant()));
        assertThat(has("device_alert", old)).isFalse();
        assertThat(has("device_alert", recent)).isTrue();
    }

    /** Also what no mail server ever took, and what was written to an address that they had before. */
    @Test
    void aMessageIsKeptItsTimeWhetherItLeftOrNot() throws SQLException {
        Physician physician = physician();
        String old = written(physician, "ancienne.adresse@exemple.invalid", 181, false);
        String sent = written(physician, "ancienne.adresse@exemple.invalid", 181, true);
        String recent = written(physician, "ancienne.adresse@exemple.invalid", 179, false);
        classes.forEach(kept -> kept.eraseOld(clock.instant()));
        assertThat(has("notice", old)).isFalse();
        assertThat(has("notice", sent)).isFalse();
        assertThat(has("notice", recent)).isTrue();
        String address = "/api/physicians/" + physician.id() + "/personal-data";
        given().get(address).then().statusCode(200).body(containsString("Échange proposé, essai"));
        given().delete(address).then().statusCode(200);
        assertThat(has("notice", recent)).isFalse();
    }

    private String written(Physician to, String address, int daysAgo, boolean sent) throws SQLException {
        String id = UUID.randomUUID().toString();
        Timestamp at = ago(Duration.ofDays(daysAgo));
        write(
                "INSERT INTO notice (id, recipient, subject, body, queued_at, next_attempt_at, attempts, sent_at, territory,"
                        + " physician_id) VALUES (?, ?, 'Échange proposé, essai', 'Raison : essai', ?, ?, 1, ?, ?, ?)",
                id,
                address,
                at,
                ago(Duration.ofDays(-400)),
                sent ? at : null,
                SOMME.value(),
                to.id().toString());
        return id;
    }

    /** Why somebody gave a duty away stands in no table longer than the history of planning is kept. */
    @Test
    void whyADutyChangedHandsIsForgottenWithTheHistory() throws SQLException {
        Physician giver = physician();
        Physician taker = physician();
        Timestamp old = ago(Duration.ofDays(6 * 365));
        Timestamp recent = ago(Duration.ofDays(4 * 365));
        String swap = swap(giver, taker, old);
        String recentSwap = swap(giver, taker, recent);
        String act = UUID.randomUUID().toString();
        write(
                "INSERT INTO rota_substitution (id, territory, duty_date, rung, kind, physician_id, author, reason, recorded_at)"
                        + " VALUES (?, ?, '2015-03-01', 1, 'SWAP', ?, 'essai', 'opération', ?)",
                act,
                SOMME.value(),
                taker.id().toString(),
                old);
        classes.forEach(kept -> kept.eraseOld(clock.instant()));
        assertThat(has("swap_proposal", swap)).isFalse();
        assertThat(has("swap_proposal", recentSwap)).isTrue();
        assertThat(rotas.substitutions(SOMME, LocalDate.of(2015, 3, 1), LocalDate.of(2015, 3, 1)))
                .filteredOn(one -> one.id().toString().equals(act))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.physician()).contains(taker.id());
                    assertThat(one.act().reason()).isEqualTo("raison effacée");
                });
    }

    private String swap(Physician giver, Physician taker, Timestamp at) throws SQLException {
        String id = UUID.randomUUID().toString();
        write(
                "INSERT INTO swap_proposal (id, territory, proposer_id, other_id, status, author, reason, proposed_at,"
                        + " expires_at) VALUES (?, ?, ?, ?, 'ACCEPTED', 'essai', 'opération', ?, ?)",
                id,
                SOMME.value(),
                giver.id().toString(),
                taker.id().toString(),
                at,
                at);
        return id;
    }

    private Timestamp ago(Duration age) {
        return Timestamp.valueOf(
                clock.instant().minus(age).atZone(ZoneOffset.UTC).toLocalDateTime());
    }

    private void write(String sql, @Nullable Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }

    private boolean has(String table, String id) throws SQLException {
        try (var connection = database.getConnection();
                var asked = connection.prepareStatement("SELECT 1 FROM " + table + " WHERE id = ?")) {
            asked.setString(1, id);
            try (var rows = asked.executeQuery()) {
                return rows.next();
            }
        }
    }

    private String shown(int daysAgo) throws SQLException {
        String id = UUID.randomUUID().toString();
        Timestamp at = ago(Duration.ofDays(daysAgo));
        write(
                "INSERT INTO device_alert (id, physician_id, device_id, device_name, text, page, queued_at, next_attempt_at,"
                        + " attempts, over_at) VALUES (?, ?, ?, 'essai', 'Fiche à compléter', '/mes-appels', ?, ?, 1, ?)",
                id,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                at,
                at,
                at);
        return id;
    }

    @Test
    void pastWishesAreForgottenAndThoseToComeStay() {
        PhysicianId physician = physician().id();
        LocalDate today = LocalDate.now(clock);
        var longAgo = new Unavailability.During(DateRange.on(today.minusYears(1).minusDays(1)));
        var lastSpring = new Unavailability.During(DateRange.on(today.minusMonths(6)));
        var nextWeek = new Preference(DateRange.on(today.plusDays(7)), Preference.Liking.AVOID, 1);
        wishes.keep(
                physician,
                Wishes.none()
                        .unavailable(List.of(longAgo, lastSpring))
                        .preferring(List.of(nextWeek))
                        .atMost(10));
        classes.forEach(kept -> kept.eraseOld(clock.instant()));
        assertThat(wishes.of(physician))
                .isEqualTo(Wishes.none()
                        .unavailable(List.of(lastSpring))
                        .preferring(List.of(nextWeek))
                        .atMost(10));
    }

    /** They take turns: what is asked for meanwhile is not written over. */
    @Test
    void oldWishesAreForgottenAfterWhoeverIsChangingThem() throws Exception {
        PhysicianId physician = physician().id();
        LocalDate today = LocalDate.now(clock);
        var longAgo = new Unavailability.During(DateRange.on(today.minusYears(1).minusDays(1)));
        var nextWeek = new Preference(DateRange.on(today.plusDays(7)), Preference.Liking.AVOID, 1);
        wishes.keep(physician, Wishes.none().unavailable(List.of(longAgo)));
        try (var other = Executors.newSingleThreadExecutor()) {
            Future<?> forgetting = QuarkusTransaction.requiringNew().call(() -> {
                Wishes now = wishes.toChange(physician);
                Future<?> begun = other.submit(() -> classes.stream()
                        .filter(kept -> kept.terms().name().equals("wishes"))
                        .forEach(kept -> kept.eraseOld(clock.instant())));
                assertThatThrownBy(() -> begun.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                wishes.keep(physician, now.preferring(List.of(nextWeek)));
                return begun;
            });
            forgetting.get(1, TimeUnit.MINUTES);
        }
        assertThat(wishes.of(physician)).isEqualTo(Wishes.none().preferring(List.of(nextWeek)));
    }

    /** Whoever is being put on duty at that moment is seen to be. */
    @Test
    void aPhysicianIsForgottenAfterWhatPutsThemOnDuty() throws Exception {
        PhysicianId physician = physician().id();
        try (var other = Executors.newSingleThreadExecutor()) {
            Future<PhysicianDataDesk.Erased> erasing = QuarkusTransaction.requiringNew()
                    .call(() -> {
                        locks.hold(SOMME, List.of(physician));
                        Future<PhysicianDataDesk.Erased> begun = other.submit(() -> desk.erase(physician, "essai"));
                        assertThatThrownBy(() -> begun.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                        return begun;
                    });
            assertThat(erasing.get(1, TimeUnit.MINUTES)).isInstanceOf(PhysicianDataDesk.Erased.Done.class);
        }
    }

    @Test
    void theCoordinatorSeesWhatIsKeptAndWhenItWasErased() {
        retention.erase();
        assertThat(book.runs()).hasSameSizeAs(classes);
        assertThat(book.runs().values()).allMatch(run -> run.problem().isEmpty());
        given().get("/confidentialite")
                .then()
                .statusCode(200)
                .body(containsString("appui.trace.calls-kept"))
                .body(containsString("appui.audit.kept"))
                .body(not(containsString("Pas encore exécuté")));
    }

    @Test
    void timesAreSaidInWords() {
        assertThat(FrenchSpan.of("P90D")).isEqualTo("90\u00a0jours");
        assertThat(FrenchSpan.of("P5Y")).isEqualTo("5\u00a0ans");
        assertThat(FrenchSpan.of("PT2160H")).isEqualTo("90\u00a0jours");
        assertThat(FrenchSpan.of("PT12H")).isEqualTo("12\u00a0heures");
        assertThat(FrenchSpan.of("P1Y")).isEqualTo("1\u00a0an");
    }

    private List<CallId> countedIn(Instant around) {
        var calls = new ArrayList<CallId>();
        counted.read(
                List.of(SOMME),
                around.minusSeconds(60),
                around.plusSeconds(60),
                (CountedCall call) -> calls.add(call.facts().call()));
        return calls;
    }

    private static List<CallEvent> call(CallId id, Instant at) {
        return List.of(
                new CallEvent.Received(id, at, "0353010000", Optional.of(SOMME), Origin.PUBLIC, Optional.empty()),
                new CallEvent.Ended(id, at.plusSeconds(20), Ending.TURNED_AWAY, 16));
    }
}
