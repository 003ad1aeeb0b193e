package fr.appui.planning.life;

import static fr.appui.planning.life.Books.Q3;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.notice.Notice;
import fr.appui.rota.Duty;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.Slot;
import fr.appui.rota.Substitution;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DutyTellerTest {

    private final Office office = new Office();
    private final Place place = office.place;
    private final LocalDate date = Q3.first();

    @BeforeEach
    void publishTwoDates() {
        var publisher = new PublishedRota.Publisher("coordination", Books.NOW);
        office.rotas()
                .publish(new PublishedRota(
                        place.code(),
                        Q3,
                        1,
                        publisher,
                        List.of(
                                new Duty(date, 1, office.dr(0)),
                                new Duty(date, 2, office.dr(1)),
                                new Duty(date.plusDays(1), 1, office.dr(0)))));
    }

    @Test
    void eachHearsOnceOfAllTheirDutiesWithAFileForTheirCalendar() {
        tell();
        tell();
        assertThat(office.mails(0)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("Vos astreintes – Vallée");
            assertThat(mail.body())
                    .startsWith("Bonjour Dr Acacia,\n\nPlanning prêt.\n\nVous êtes d’astreinte :\n")
                    .contains(
                            "- du mercredi 1er juillet 2026 à 18\u00a0h au jeudi 2 juillet 2026 à 8\u00a0h\u00a030, Vallée")
                    .contains(
                            "- du jeudi 2 juillet 2026 à 18\u00a0h au vendredi 3 juillet 2026 à 8\u00a0h\u00a030, Vallée")
                    .contains("premier rang")
                    .doesNotContain("Vous n’êtes plus");
            assertThat(mail.calendar().orElseThrow().lines().filter("BEGIN:VEVENT"::equals))
                    .hasSize(2);
        });
        assertThat(office.mails(1))
                .singleElement()
                .extracting(Notice::body)
                .asString()
                .contains(DutyRung.BACK_UP.label());
        assertThat(office.mails(2)).isEmpty();
    }

    @Test
    void onlyTheDatesAskedAreTold() {
        office.teller.tell(place.code(), DateRange.on(date.plusDays(1)), "Planning prêt.");
        assertThat(office.mails(1)).isEmpty();
        assertThat(office.told().of(place.code(), date, Q3.last())).hasSize(1);
    }

    @Test
    void whoTakesOverAndWhoIsRelievedBothHearOfTheirPart() {
        tell();
        replace(2, Substitution.Effect.from(office.start(date).plus(Duration.ofHours(4))));
        tell();
        assertThat(office.mails(0)).hasSize(2);
        assertThat(office.mails(0).getLast().body())
                .contains(
                        "Vous êtes d’astreinte :\n- du mercredi 1er juillet 2026 à 18\u00a0h au mercredi 1er juillet 2026 à"
                                + " 22\u00a0h");
        assertThat(office.mails(2).getLast().body())
                .contains("- du mercredi 1er juillet 2026 à 22\u00a0h au jeudi 2 juillet 2026 à 8\u00a0h\u00a030");
    }

    @Test
    void whatIsTakenAwayLeavesTheCalendar() {
        tell();
        replace(2, Substitution.Effect.wholeDuty());
        tell();
        Notice mail = office.mails(0).getLast();
        assertThat(mail.body()).contains("Vous n’êtes plus d’astreinte :\n- du mercredi 1er juillet 2026 à 18\u00a0h");
        assertThat(mail.calendar().orElseThrow()).contains("STATUS:CANCELLED", "SEQUENCE:1");
    }

    @Test
    void whatIsOverIsKnownAndNotWritten() {
        office.at(office.end(date));
        tell();
        assertThat(office.mails(1)).isEmpty();
        assertThat(office.mails(0).getFirst().body()).doesNotContain("1er juillet");
        assertThat(office.told().of(place.code(), date, date)).hasSize(2);
    }

    private void replace(int physician, Substitution.Effect effect) {
        office.rotas()
                .record(new Substitution(
                        UUID.randomUUID(),
                        new Slot(place.code(), date, 1),
                        Substitution.Kind.OVERRIDE,
                        Optional.of(office.dr(physician)),
                        effect,
                        office.act("Grippe")));
    }

    private void tell() {
        office.teller.tell(place.code(), new DateRange(Q3.first(), Q3.last()), "Planning prêt.");
    }
}
