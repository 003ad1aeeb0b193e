package fr.appui.web.home;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.calendar.Quarter;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import fr.appui.planning.life.Draft;
import fr.appui.planning.life.DraftBook;
import fr.appui.planning.life.ReplacementRequest;
import fr.appui.planning.life.ReplacementRequestBook;
import fr.appui.planning.life.WishCampaign;
import fr.appui.planning.life.WishCampaignBook;
import fr.appui.rota.Duty;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.Visitors;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of the database for the first pages of whoever follows many territories does not grow with them. */
@QuarkusTest
class ManyTerritoriesIT {

    private static final List<String> PAGES = List.of("/", "/planning", "/regulation", "/comptes");
    private static final int MORE = 12;
    private static final long NOT_SEEN = -1;

    @Inject
    PlanningWorld world;

    @Inject
    Visitors visitors;

    @Inject
    PublishedRotas rotas;

    @Inject
    DraftBook drafts;

    @Inject
    WishCampaignBook campaigns;

    @Inject
    ReplacementRequestBook requests;

    @Inject
    EntityManagerFactory database;

    @Inject
    Scheduler scheduler;

    @Inject
    Clock clock;

    /** What the application does by its clock looks at every territory, and would be counted with the page's. */
    @BeforeEach
    void theClockStands() {
        scheduler.pause();
    }

    @AfterEach
    void theClockGoesOn() {
        scheduler.resume();
    }

    @Test
    void moreTerritoriesAreNoMoreStatements() {
        busy(2);
        Map<String, Long> before = PAGES.stream().collect(Collectors.toMap(Function.identity(), this::statements));
        busy(MORE);
        assertThat(PAGES).allSatisfy(page -> assertThat(statements(page)).isLessThan(before.get(page) + MORE));
    }

    /** Who may sign in, and the physicians of a territory with their accounts. */
    @Test
    void moreAccountsAreNoMoreStatements() {
        Place few = withAccounts(List.of("Acacia", "Bouleau"));
        long accounts = statements("/comptes");
        long physicians = statements("/comptes/medecins/" + few.code());
        Place more = withAccounts(List.of("Acacia", "Bouleau", "Cyprès", "Érable", "Frêne", "Ginkgo", "Hêtre", "If"));
        assertThat(statements("/comptes")).isLessThan(accounts + 6);
        assertThat(statements("/comptes/medecins/" + more.code())).isLessThan(physicians + 6);
    }

    private Place withAccounts(List<String> names) {
        Place place = world.create(names);
        place.physicians().forEach(physician -> visitors.physician(physician.id()));
        return place;
    }

    /** Territories with everything that these pages tell of. */
    private void busy(int territories) {
        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, territories).forEach(one -> busy(world.create())));
    }

    private void busy(Place place) {
        Quarter next = place.quarter();
        publish(place, next.previous());
        publish(place, next);
        var act = new Act("essai", "essai", clock.instant());
        drafts.keep(Draft.byHand(
                place.code(),
                next,
                Assignment.EMPTY.with(
                        DutyRung.FIRST,
                        next.first(),
                        place.physicians().getLast().id()),
                new Draft.Origin(Draft.Kind.MANUAL, "essai", clock.instant())));
        campaigns.keep(new WishCampaign(place.code(), next.next(), next.last(), act, Optional.empty()));
        var asked = new LinkedHashMap<>(Map.of(place.physicians().getLast().id(), ReplacementRequest.Answer.NONE));
        requests.keep(new ReplacementRequest(
                UUID.randomUUID(),
                place.code(),
                place.monday(3),
                DutyRung.FIRST,
                place.physicians().get(holder(place, place.monday(3))).id(),
                asked,
                ReplacementRequest.Status.OPEN,
                act));
    }

    private void publish(Place place, Quarter quarter) {
        List<Duty> duties = quarter.first()
                .datesUntil(quarter.last().plusDays(1))
                .map(date -> new Duty(
                        date, 1, place.physicians().get(holder(place, date)).id()))
                .toList();
        rotas.publish(new PublishedRota(
                place.code(), quarter, 1, new PublishedRota.Publisher("essai", clock.instant()), duties));
    }

    private static int holder(Place place, LocalDate date) {
        return (int) (date.toEpochDay() / 7 % place.physicians().size());
    }

    /** The fewest of some times: a call that is stored comes between. */
    private long statements(String page) {
        Statistics counted = database.unwrap(SessionFactory.class).getStatistics();
        counted.setStatisticsEnabled(true);
        try {
            nothingElseIsUnderWay(counted);
            return LongStream.range(0, 3)
                    .map(time -> {
                        long before = counted.getPrepareStatementCount();
                        given().accept("text/html").get(page).then().statusCode(200);
                        return counted.getPrepareStatementCount() - before;
                    })
                    .min()
                    .orElseThrow();
        } finally {
            counted.setStatisticsEnabled(false);
        }
    }

    /** A round begun before the clock stood goes to its end. */
    private static void nothingElseIsUnderWay(Statistics counted) {
        var last = new AtomicLong(NOT_SEEN);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    long asked = counted.getPrepareStatementCount();
                    return asked == last.getAndSet(asked);
                });
    }
}
