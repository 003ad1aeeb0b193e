package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterDesk;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Written;
import fr.appui.planning.notice.MailServer;
import fr.appui.planning.notice.NoticeRelay;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.OnDuty;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows from the hours follows when they change after a rota was published. */
@QuarkusTest
class DerivedFollowsIT {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Inject
    PlanningWorld world;

    @Inject
    PublishedByWeeks weeks;

    @Inject
    PerimeterDesk perimeters;

    @Inject
    AlertWatch watch;

    @Inject
    ToldDuties told;

    @Inject
    NoticeRelay relay;

    @Inject
    CurrentRota snapshot;

    private Place place;
    private LocalDate date;
    private PhysicianId holder;

    @BeforeEach
    void aPublishedRota() {
        place = world.create();
        weeks.publish(place);
        date = place.monday(6);
        holder = PublishedByWeeks.holder(place, date);
    }

    @Test
    void hoursAgreedAfterPublicationReachTheLadderTheCalendarsAndThePhysicians() {
        relay.relay();
        int mails = MailServer.inbox(mail()).size();
        assertThat(toldOn(date))
                .singleElement()
                .satisfies(duty -> assertThat(duty.end()).isEqualTo(at(date.plusDays(1), LocalTime.of(8, 30))));
        eveningsOnlyFrom(date);
        assertThat(snapshot.current().onDuty(place.code(), at(date.plusDays(1), LocalTime.of(3, 0))))
                .as("the ladder")
                .isInstanceOf(OnDuty.Closed.class);
        watch.follow();
        await().untilAsserted(() -> assertThat(toldOn(date)).singleElement().satisfies(duty -> {
            assertThat(duty.end()).isEqualTo(at(date, LocalTime.of(22, 0)));
            assertThat(duty.sequence()).isOne();
            assertThat(duty.cancelled()).isFalse();
        }));
        relay.relay();
        assertThat(MailServer.inbox(mail())).as("told once").hasSize(mails + 1);
        watch.look();
        relay.relay();
        assertThat(MailServer.inbox(mail())).as("and not again").hasSize(mails + 1);
    }

    private void eveningsOnlyFrom(LocalDate first) {
        LocalDate announced = LocalDate.now(PARIS).minusDays(2);
        Perimeter core = Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), announced, first);
        assertThat(perimeters.announce(place.code(), core, "essai")).isInstanceOf(Written.Kept.class);
        assertThat(perimeters.agree(place.code(), first, new ArsAgreement(announced, "ARS d’essai"), "essai"))
                .isInstanceOf(Written.Kept.class);
    }

    private List<ToldDuty> toldOn(LocalDate day) {
        return told.of(place.code(), day, day);
    }

    private String mail() {
        return place.physicians().stream()
                .filter(one -> one.id().equals(holder))
                .map(one -> one.mail().value())
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(PARIS).toInstant();
    }
}
