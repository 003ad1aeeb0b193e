package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.planning.notice.Notice;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DutyReminderTest {

    private final Office office = new Office();
    private final Place place = office.place;

    @Test
    void whoeverIsOnDutySoonIsRemindedOnce() {
        LocalDate monday = place.monday(1);
        int holder = place.holder(monday);
        office.published();
        office.at(office.start(monday).minus(Duration.ofHours(12)).minusSeconds(1));
        office.watch.remind();
        assertThat(reminders(holder)).isEmpty();
        office.at(office.start(monday).minus(Duration.ofHours(12)));
        office.watch.remind();
        office.watch.remind();
        assertThat(reminders(holder)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("Vous êtes d’astreinte lundi ");
            assertThat(mail.body()).contains("Un empêchement se dit dans l’application");
        });
        office.at(office.start(monday));
        office.watch.remind();
        assertThat(reminders(holder)).as("it began").hasSize(1);
    }

    @Test
    void whoeverTookItOverIsRemindedAndNotWhoGaveItAway() {
        LocalDate monday = place.monday(1);
        int holder = place.holder(monday);
        int taker = (holder + 3) % 8;
        office.published();
        office.override(monday, taker, "Échange");
        office.at(office.start(monday).minus(Duration.ofHours(3)));
        office.watch.remind();
        assertThat(reminders(holder)).isEmpty();
        assertThat(reminders(taker)).hasSize(1);
    }

    @Test
    void aBackUpIsNotToldThatTheyAreRungFirst() {
        LocalDate monday = place.monday(1);
        int backUp = (place.holder(monday) + 2) % 8;
        office.published();
        office.backUp(monday, backUp);
        office.at(office.start(monday).minus(Duration.ofHours(3)));
        office.watch.remind();
        assertThat(reminders(backUp)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("Vous êtes d’astreinte de recours lundi ");
            assertThat(mail.body()).contains("Vous êtes d’astreinte de recours à partir du lundi ", ", rang 2.");
        });
    }

    private List<Notice> reminders(int physician) {
        return ((InMemoryNotices) office.notices())
                        .to(office.directory()
                                .physician(office.dr(physician))
                                .orElseThrow()
                                .mail())
                        .stream()
                        .filter(notice -> notice.subject().startsWith("Vous êtes d’astreinte"))
                        .toList();
    }
}
