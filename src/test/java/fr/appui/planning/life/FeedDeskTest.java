package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.planning.life.FeedTokens.Owner;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedDeskTest {

    private final Office office = new Office();
    private final Place place = office.place;
    private final Owner physician = new Owner.OfPhysician(office.dr(2));
    private final Owner territory = new Owner.OfTerritory(place.code());

    @Test
    void aPhysiciansCalendarHasTheirDutiesAlone() {
        office.published();
        String feed = ofPhysician(issue(physician)).orElseThrow();
        long own = office.byWeeks().first().values().stream()
                .filter(office.dr(2)::equals)
                .count();
        assertThat(entries(feed)).isEqualTo(own);
        assertThat(feed).contains("STATUS:CONFIRMED").doesNotContain("STATUS:CANCELLED", "Cyprès");
    }

    @Test
    void aTerritorysCalendarSaysWho() {
        office.published();
        String feed =
                office.feedDesk.ofTerritory(place.code(), issue(territory)).orElseThrow();
        assertThat(entries(feed)).isEqualTo(92);
        assertThat(feed).contains("Dr Cyprès").doesNotContain("06 39 98", "+33639");
    }

    @Test
    void aDutyTakenAwayIsCancelledAndConfirmedWhenItComesBack() {
        office.published();
        LocalDate date = place.monday(1);
        String secret = issue(physician);
        office.override(date, 5, "Congrès");
        assertThat(ofPhysician(secret).orElseThrow()).contains("STATUS:CANCELLED");
        office.at(Books.NOW.plusSeconds(60));
        office.undo(date, "Congrès annulé");
        assertThat(ofPhysician(secret).orElseThrow()).doesNotContain("STATUS:CANCELLED");
    }

    @Test
    void whatIsLongOverIsLeftOut() {
        office.published();
        String secret = issue(physician);
        office.at(office.end(place.monday(1)).plus(Duration.ofDays(120)));
        assertThat(ofPhysician(secret).orElseThrow()).doesNotContain("20260713").contains("202609");
    }

    @Test
    void onlyTheSecretInUseOpensAFeed() {
        assertThat(ofPhysician("faux")).isEmpty();
        String first = issue(physician);
        assertThat(ofPhysician(first)).isPresent();
        assertThat(office.feedDesk.ofPhysician(office.dr(3), first)).isEmpty();
        assertThat(office.feedDesk.ofTerritory(place.code(), first)).isEmpty();
        String second = issue(physician);
        assertThat(ofPhysician(first)).isEmpty();
        assertThat(ofPhysician(second)).isPresent();
        assertThat(office.feedDesk.revoke(physician, office.act("perdu"))).isTrue();
        assertThat(ofPhysician(second)).isEmpty();
        assertThat(office.feedDesk.revoke(physician, office.act("perdu"))).isFalse();
        assertThat(office.kinds())
                .containsExactly(
                        PlanningAct.Kind.FEED_REVOKED, PlanningAct.Kind.FEED_ISSUED, PlanningAct.Kind.FEED_ISSUED);
        assertThat(office.history().getFirst().detail()).isEqualTo("Agenda de Dr Cyprès.");
    }

    @Test
    void eachTerritoryOfAPhysicianHasItInItsHistory() {
        Place neighbour = office.place();
        new PlanningWorld(office.directory(), office.calendars(), Clock.systemUTC())
                .practiseAlso(place.physicians().get(2), neighbour.code());
        issue(physician);
        assertThat(office.acts().total(place.code(), PlanningActs.Asked.ALL)).isEqualTo(1);
        assertThat(office.acts().total(neighbour.code(), PlanningActs.Asked.ALL))
                .isEqualTo(1);
    }

    private String issue(Owner owner) {
        return office.feedDesk.issue(owner, office.act("abonnement"));
    }

    private Optional<String> ofPhysician(String secret) {
        return office.feedDesk.ofPhysician(office.dr(2), secret);
    }

    private static long entries(String feed) {
        return feed.lines().filter("BEGIN:VEVENT"::equals).count();
    }
}
