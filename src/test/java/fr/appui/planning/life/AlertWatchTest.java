package fr.appui.planning.life;

import static fr.appui.planning.life.Books.Q3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.appui.calendar.PerimetersChanged;
import fr.appui.directory.DirectoryChanged;
import fr.appui.directory.MailAddress;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Derogation;
import fr.appui.planning.DutyRung;
import fr.appui.planning.PlanningSettings;
import fr.appui.planning.life.Alert.Kind;
import fr.appui.planning.notice.Notice;
import fr.appui.rota.Duty;
import fr.appui.rota.PublishedRota;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertWatchTest {

    private final Office office = new Office();
    private final Place place = office.place;

    /** What is alerted is what the test leaves open. */
    @BeforeEach
    void publishTheQuarterBefore() {
        List<Duty> duties = Q3.previous()
                .first()
                .datesUntil(Q3.first())
                .map(date -> new Duty(date, 1, office.dr((int) (date.toEpochDay() / 7 % 8))))
                .toList();
        office.rotas()
                .publish(new PublishedRota(
                        place.code(),
                        Q3.previous(),
                        1,
                        new PublishedRota.Publisher("coordination", Books.NOW),
                        duties));
    }

    @Test
    void hoursThatNobodyHoldsAreAlertedAheadAndTheCoordinatorIsWrittenToOnce() {
        LocalDate hole = place.monday(1);
        publishWithout(hole);
        office.at(office.start(hole).minus(Duration.ofDays(30)).minusSeconds(1));
        office.watch.look();
        assertThat(standing()).isEmpty();
        office.at(office.start(hole).minus(Duration.ofDays(30)));
        office.watch.look();
        office.watch.look();
        assertThat(standing())
                .extracting(Alert::kind, Alert::sentence)
                .containsExactly(tuple(
                        Kind.UNCOVERED_IN_30_DAYS,
                        "Personne n’est d’astreinte le lundi 13 juillet de 18\u00a0h à 8\u00a0h\u00a030 le lendemain : les appels iront"
                                + " à la ligne de secours."));
        assertThat(coordinatorMails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).endsWith(" : 1 alerte");
            assertThat(mail.body()).contains("- Personne n’est d’astreinte le lundi 13 juillet");
        });
    }

    @Test
    void theNearerAHoleTheMoreUrgentAndItIsToldAgain() {
        LocalDate hole = place.monday(1);
        publishWithout(hole);
        for (Duration ahead : List.of(Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(1))) {
            office.at(office.start(hole).minus(ahead));
            office.watch.look();
        }
        assertThat(standing()).extracting(Alert::kind).containsExactly(Kind.UNCOVERED_TOMORROW);
        assertThat(coordinatorMails()).hasSize(3);
        office.at(office.end(hole));
        office.watch.look();
        assertThat(standing()).as("it is over").isEmpty();
    }

    @Test
    void aHoleThatIsFilledIsAlertedNoMore() {
        LocalDate hole = place.monday(1);
        publishWithout(hole);
        office.at(office.start(hole).minus(Duration.ofDays(3)));
        office.watch.look();
        assertThat(office.alerts().total(place.code())).isEqualTo(1);
        office.override(hole, 5, "Enfin");
        office.watch.look();
        assertThat(office.alerts().total(place.code())).isZero();
    }

    @Test
    void whoNoLongerMeetsTheConditionsIsNamedForEachDutyToCome() {
        office.published();
        LocalDate gone = place.monday(8);
        int leaver = place.holder(gone);
        new PlanningWorld(office.directory(), office.calendars(), Clock.systemUTC())
                .leave(place.physicians().get(leaver), gone);
        office.watch.look();
        assertThat(standing())
                .hasSize(7)
                .allMatch(alert -> alert.kind() == Kind.ELIGIBILITY_LOST)
                .allMatch(alert -> alert.sentence().contains(place.name(leaver)));
        assertThat(standing().getFirst().sentence()).startsWith("Astreinte le lundi 31 août à replacer : ");
        assertThat(coordinatorMails())
                .singleElement()
                .extracting(Notice::subject)
                .asString()
                .endsWith(" : 7 alertes");
    }

    @Test
    void whoHoldsTwoTimesOfOneDutyIsOneToReplace() {
        office.published();
        LocalDate gone = place.monday(8);
        int leaver = place.holder(gone);
        handOver(gone, (leaver + 3) % 8, Duration.ofHours(3));
        handOver(gone, leaver, Duration.ofHours(8));
        new PlanningWorld(office.directory(), office.calendars(), Clock.systemUTC())
                .leave(place.physicians().get(leaver), gone);
        office.watch.look();
        assertThat(standing())
                .filteredOn(alert -> alert.kind() == Kind.ELIGIBILITY_LOST)
                .extracting(Alert::subject)
                .doesNotHaveDuplicates()
                .hasSize(7);
    }

    private void handOver(LocalDate date, int taker, Duration after) {
        var edit = Office.edit(
                date,
                Optional.of(office.dr(taker)),
                Optional.of(office.start(date).plus(after)),
                true);
        assertThat(office.overrideDesk.override(place.code(), edit, office.act("Relais")))
                .isInstanceOf(Edited.Done.class);
    }

    @Test
    void whoIsAwayOnADutyOfTheirsAndWhoHoldsTooManyAreAlerted() {
        office.published();
        LocalDate date = place.monday(1);
        int holder = place.holder(date);
        office.away(holder, date, date);
        office.watch.look();
        assertThat(standing()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(alert.sentence()).contains(place.name(holder)).contains("s’est dit indisponible");
        });
        office.away(holder, date.minusYears(1), date.minusYears(1));
        office.choose(PlanningSettings.defaults().withQuota(3));
        office.watch.look();
        assertThat(standing()).isNotEmpty().allMatch(alert -> alert.kind() == Kind.RULE_BROKEN);
    }

    @Test
    void aDerogationIsShownForItsQuarter() {
        office.published();
        grant("Nul autre volontaire");
        office.watch.look();
        assertThat(standing())
                .extracting(Alert::kind, Alert::sentence)
                .containsExactly(tuple(
                        Kind.QUOTA_DEROGATION,
                        "Dr Bouleau peut tenir 16 jours au 3e trimestre 2026 : Nul autre volontaire"));
    }

    @Test
    void aReasonOfAnyLengthLeavesRoomForTheAlert() {
        office.published();
        grant("é".repeat(500));
        office.watch.look();
        assertThat(standing())
                .singleElement()
                .extracting(Alert::sentence)
                .asString()
                .hasSize(500)
                .startsWith("Dr Bouleau peut tenir 16 jours au 3e trimestre 2026 : é")
                .endsWith("…");
    }

    @Test
    void aTerritoryThatCannotBeReadHidesNoOther() {
        office.place();
        Territory first = office.directory().territories().getFirst();
        Territory last = office.directory().territories().getLast();
        watchOn(territory -> {
                    if (territory.equals(first)) {
                        throw new IllegalStateException("as if its data could not be read");
                    }
                    return List.of(new Alert(territory.code(), Kind.UNCOVERED_TOMORROW, "demain", "Personne demain."));
                })
                .look();
        assertThat(office.alerts().total(first.code())).isZero();
        assertThat(office.alerts().total(last.code())).isEqualTo(1);
    }

    @Test
    void aChangeIsLookedAtWhereItIsAndWhereWhoeverPractisesThereHoldsDutiesToo() {
        Place next = office.place();
        Place far = office.place();
        new PlanningWorld(office.directory(), office.calendars(), Clock.systemUTC())
                .join(place.physicians().getFirst(), next.code());
        var lookedAt = new ArrayList<TerritoryCode>();
        var watch = watchOn(territory -> {
            lookedAt.add(territory.code());
            return List.of();
        });
        watch.follow();
        assertThat(lookedAt).as("nothing changed").isEmpty();
        watch.onPerimeters(new PerimetersChanged(Reach.of(next.code())));
        watch.follow();
        assertThat(lookedAt).containsExactlyInAnyOrder(place.code(), next.code());
        lookedAt.clear();
        watch.onDirectory(new DirectoryChanged(Reach.of(far.code())));
        watch.onPerimeters(new PerimetersChanged(Reach.of(place.code())));
        watch.follow();
        watch.follow();
        assertThat(lookedAt)
                .as("several changes, once each")
                .containsExactlyInAnyOrder(place.code(), next.code(), far.code());
        lookedAt.clear();
        watch.onDirectory(new DirectoryChanged(Reach.of(far.code())));
        watch.onDirectory(new DirectoryChanged(Reach.EVERYWHERE));
        watch.follow();
        assertThat(lookedAt)
                .containsExactlyInAnyOrderElementsOf(office.directory().territories().stream()
                        .map(Territory::code)
                        .toList());
    }

    @Test
    void aTerritoryWithoutAnAddressIsStillShownItsAlerts() {
        office.published();
        Territory territory = office.directory().territory(place.code()).orElseThrow();
        office.directory().save(territory.withContact(Territory.Contact.NONE));
        grant("Nul autre volontaire");
        office.watch.look();
        assertThat(standing()).hasSize(1);
        assertThat(coordinatorMails()).isEmpty();
    }

    @Test
    void ofSeveralNodesOneLooksAndSwapsEndInItsTurn() {
        office.published();
        var terms = new SwapOffer.Terms(
                office.dr(place.holder(place.monday(1))),
                office.dr(5),
                new TreeSet<>(List.of(place.monday(1))),
                new TreeSet<>(),
                Optional.empty());
        var offer = ((SwapAnswer.Done) office.swapDesk.propose(place.code(), terms, office.act("Mariage"))).offer();
        grant("Nul autre volontaire");
        office.lease.heldByAnother("planning.alerts", offer.expiresAt().plusSeconds(1));
        office.at(offer.expiresAt());
        office.watch.lookByTimer();
        assertThat(standing()).as("another node has the turn").isEmpty();
        office.at(offer.expiresAt().plusSeconds(1));
        office.watch.lookByTimer();
        assertThat(office.swapDesk.offer(offer.id()).orElseThrow().status()).isEqualTo(SwapOffer.Status.EXPIRED);
        assertThat(standing()).extracting(Alert::kind).contains(Kind.QUOTA_DEROGATION);
    }

    private AlertWatch watchOn(Function<Territory, List<Alert>> seen) {
        var reader = new AlertReader(office.books) {
            @Override
            List<Alert> seen(Territory territory, Instant now) {
                return seen.apply(territory);
            }
        };
        var round = new AlertRound(office.locks, office.teller, reader, office.alerts(), office.letters, office.clock);
        return new AlertWatch(
                office.directory(), round, office.reminder, office.swapDesk, office.requestDesk, office.lease);
    }

    private void publishWithout(LocalDate hole) {
        office.drafted(office.byWeeks().without(DutyRung.FIRST, hole));
        office.publicationDesk.publish(place.code(), Q3, true, office.act("En attendant"));
    }

    private void grant(String reason) {
        office.derogations()
                .grant(new DerogationBook.Granted(
                        place.code(), new Derogation(office.dr(1), Q3, 16, reason), office.act(reason)));
    }

    private List<Alert> standing() {
        return office.alerts().standing(place.code(), 0, 200).stream()
                .map(Alert.Raised::alert)
                .toList();
    }

    private List<Notice> coordinatorMails() {
        String number = place.code().value().substring("PLAN-".length());
        return office.notices().to(new MailAddress("coordination" + number + "@exemple.fr"));
    }
}
