package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.AtLength;
import fr.appui.access.Account;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterDesk;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.Directory;
import fr.appui.directory.Joining;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryChanges;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Versioned;
import fr.appui.directory.Written;
import fr.appui.french.InvalidInput;
import fr.appui.planning.Assignment;
import fr.appui.planning.BackUpPolicy;
import fr.appui.planning.DutyRung;
import fr.appui.planning.PlanningSettings;
import fr.appui.planning.Weights;
import fr.appui.planning.life.FeedTokens.Owner;
import fr.appui.rota.JoiningDesk;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AccountDesk;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two people at the same moment, on the real database: nothing is lost, no rule is broken between them, nobody meets an error. */
@QuarkusTest
class RacesIT {

    @Inject
    PlanningWorld world;

    @Inject
    PublishedByWeeks weeks;

    @Inject
    DraftDesk drafts;

    @Inject
    PublicationDesk publications;

    @Inject
    OverrideDesk overrides;

    @Inject
    ReplacementRequestDesk requests;

    @Inject
    FeedDesk feeds;

    @Inject
    SettingsDesk settings;

    @Inject
    PerimeterDesk perimeters;

    @Inject
    JoiningDesk joinings;

    @Inject
    TerritoryChanges changes;

    @Inject
    DutyCalendars calendars;

    @Inject
    PublishedRotas rotas;

    @Inject
    Directory directory;

    @Inject
    AccountDesk accounts;

    @Inject
    RotaReader reader;

    @Inject
    Clock clock;

    private final ExecutorService people = Executors.newFixedThreadPool(2);

    @AfterEach
    void goHome() {
        people.shutdownNow();
    }

    @Test
    void twoCoordinatorsOnDifferentDatesOfADraftLoseNothing() {
        Place place = world.create();
        drafts.open(place.code(), place.quarter(), act());
        LocalDate first = place.quarter().first();
        int rounds = AtLength.of(7, 20);
        for (int round = 0; round < rounds; round++) {
            LocalDate one = first.plusDays(round);
            LocalDate other = first.plusDays(40L + round);
            assertThat(atOnce(() -> fix(place, one), () -> fix(place, other))).allMatch(Edited.Done.class::isInstance);
        }
        Assignment kept =
                drafts.draft(place.code(), place.quarter()).orElseThrow().duties();
        long lost = IntStream.concat(IntStream.range(0, rounds), IntStream.range(40, 40 + rounds))
                .mapToObj(first::plusDays)
                .filter(date -> kept.holder(DutyRung.FIRST, date).isEmpty())
                .count();
        assertThat(lost).as("edits lost").isZero();
    }

    @Test
    void whoDecidesOnADateThatSomebodyChangedMeanwhileIsTold() {
        Place place = world.create();
        drafts.open(place.code(), place.quarter(), act());
        LocalDate date = place.quarter().first();
        OptionalLong seen = OptionalLong.of(stamp(place));
        assertThat(place(place, date, 1, seen)).isInstanceOf(Edited.Done.class);
        assertThat(place(place, date, 2, seen)).isInstanceOf(Edited.Met.class);
        assertThat(place(place, date.plusDays(1), 2, seen)).as("another date").isInstanceOf(Edited.Done.class);
        assertThat(place(place, date, 2, OptionalLong.of(stamp(place)))).isInstanceOf(Edited.Done.class);
    }

    @Test
    void whoOverridesADateThatSomebodyChangedMeanwhileIsTold() {
        Place place = published();
        LocalDate date = place.monday(3);
        OptionalLong seen = OptionalLong.of(stamp(place));
        assertThat(override(place, date, place.physicians().get(0).id(), seen)).isInstanceOf(Edited.Done.class);
        assertThat(override(place, date, PublishedByWeeks.holder(place, date.plusWeeks(1)), seen))
                .isInstanceOf(Edited.Met.class);
        assertThat(overrides.undo(place.code(), Edit.undoing(date, DutyRung.FIRST, false, seen), act()))
                .isInstanceOf(Edited.Met.class);
    }

    @Test
    void twoLinesAreJoinedOnceWhicheverIsJoinedToWhichAndBothReportsSaySo() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
        for (int round = 0; round < AtLength.of(2, 4); round++) {
            TerritoryCode one = withLine(2 * round);
            TerritoryCode other = withLine(2 * round + 1);
            LocalDate day = today.plusMonths(3);
            List<Object> both = atOnce(
                    () -> joinings.join(new Joining(one, other, day, today, "ARS 7"), "coordination"),
                    () -> joinings.join(new Joining(other, one, day, today, "ARS 8"), "coordination"));
            assertThat(both).filteredOn(Written.Kept.class::isInstance).hasSize(1);
            assertThat(both).filteredOn(Written.Refused.class::isInstance).hasSize(1);
            TerritoryCode joined = both.getFirst() instanceof Written.Kept ? one : other;
            assertThat(calendars.of(joined).orElseThrow().window(day.minusDays(1)))
                    .isPresent();
            assertThat(calendars.of(joined).orElseThrow().window(day)).isEmpty();
            assertThat(perimeters.announce(
                            joined,
                            Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), today, day.plusDays(40)),
                            "coordination"))
                    .as("hours after the end")
                    .isInstanceOf(Written.Refused.class);
            LocalDate before = day.minusDays(20);
            assertThat(perimeters.announce(
                            joined,
                            Perimeter.announced(PerimeterKind.EXTENDED, PerimeterHours.extended(), today, before),
                            "coordination"))
                    .isInstanceOf(Written.Kept.class);
            assertThat(perimeters.agree(joined, before, new ArsAgreement(today, "ARS 9"), "coordination"))
                    .isInstanceOf(Written.Kept.class);
            assertThat(calendars.of(joined).orElseThrow().window(day.minusDays(1)))
                    .isPresent();
            assertThat(calendars.of(joined).orElseThrow().window(day))
                    .as("hours agreed meanwhile end on the same day")
                    .isEmpty();
            for (TerritoryCode told : List.of(one, other)) {
                assertThat(changes.of(told, day, day))
                        .singleElement()
                        .satisfies(change -> assertThat(change.sentence()).contains("sera réunie à celle de"));
            }
            assertThat(joinings.withdraw(joined, day.plusDays(1), "coordination"))
                    .isInstanceOf(Written.Unknown.class);
            assertThat(atOnce(
                            () -> joinings.withdraw(joined, day, "coordination"),
                            () -> joinings.withdraw(joined, day, "coordination")))
                    .filteredOn(Written.Kept.class::isInstance)
                    .hasSize(1);
            assertThat(calendars.of(joined).orElseThrow().window(day)).isPresent();
        }
    }

    @Test
    void noDutyIsPublishedOnALineFromTheDayOnWhichItIsJoinedToAnother() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
        TerritoryCode into = withLine(20);
        for (int round = 0; round < AtLength.of(3, 6); round++) {
            Place place = world.create();
            giveLine(place.code(), 21 + round);
            LocalDate day = place.monday(2);
            draft(place, day, place.physicians().getFirst().id());
            var joining = new Joining(place.code(), into, day, today, "ARS 9");
            List<Object> came = round == 0
                    ? List.of(joinings.join(joining, "coordination"), publish(place))
                    : atOnce(() -> joinings.join(joining, "coordination"), () -> publish(place));
            assertThat(came.getFirst()).isInstanceOf(Written.class);
            assertThat(came.getLast()).isInstanceOf(Publishing.Published.class);
            boolean forNothing = came.getFirst() instanceof Written.Kept
                    && rotas.inForce(place.code(), place.quarter()).orElseThrow().duties().stream()
                            .anyMatch(duty -> !duty.date().isBefore(day));
            assertThat(forNothing).as("round %d, %s", round, came).isFalse();
        }
    }

    private TerritoryCode withLine(int number) {
        TerritoryCode code = world.create().code();
        giveLine(code, number);
        return code;
    }

    private void giveLine(TerritoryCode code, int number) {
        Territory territory = directory.territory(code).orElseThrow();
        directory.save(territory.withContact(new Territory.Contact(
                Optional.of(new SupportLine(
                        PhoneNumber.parse("03 53 02 77 %02d".formatted(number)), code, LineSettings.defaults())),
                territory.contact().mail())));
    }

    @Test
    void datesFixedWhileASearchRanAreKeptWhenItEnds() {
        Place place = world.create();
        LocalDate first = place.quarter().first();
        PhysicianId found = place.physicians().get(3).id();
        Draft searched = new Draft(
                place.code(),
                place.quarter(),
                Assignment.EMPTY.with(DutyRung.FIRST, first, found).with(DutyRung.FIRST, first.plusDays(1), found),
                Assignment.EMPTY,
                new Draft.Origin(Draft.Kind.GENERATED, "essai", clock.instant()),
                Optional.of(new Draft.Proof(0, 0, true)));
        fix(place, first);
        assertThat(drafts.found(searched, first, act())).containsExactly(first);
        Draft kept = drafts.draft(place.code(), place.quarter()).orElseThrow();
        assertThat(kept.duties().holder(DutyRung.FIRST, first))
                .contains(place.physicians().get(place.holder(first)).id());
        assertThat(kept.duties().holder(DutyRung.FIRST, first.plusDays(1))).contains(found);
        assertThat(kept.fixed().first()).containsOnlyKeys(first);
        assertThat(kept.proof()).as("what was proved is another rota").isEmpty();
    }

    @Test
    void aDutyThatTwoColleaguesAcceptAtOnceIsTakenByOne() {
        Place place = published();
        for (int round = 0; round < AtLength.of(2, 5); round++) {
            LocalDate date = place.monday(1 + round);
            PhysicianId giver = PublishedByWeeks.holder(place, date);
            List<Object> asked = atOnce(
                    () -> requests.ask(place.code(), date, giver, act()),
                    () -> requests.ask(place.code(), date, giver, act()));
            assertThat(asked).allMatch(ReplacementAnswer.Done.class::isInstance);
            ReplacementRequest request = ((ReplacementAnswer.Done) asked.getFirst()).request();
            assertThat(((ReplacementAnswer.Done) asked.getLast()).request().id())
                    .as("asked twice at once, it is one request")
                    .isEqualTo(request.id());
            PhysicianId one = request.asked().sequencedKeySet().getFirst();
            PhysicianId other = request.asked().sequencedKeySet().getLast();
            List<Object> came = atOnce(
                    () -> requests.accept(request.id(), one, act()), () -> requests.accept(request.id(), other, act()));
            assertThat(count(came, ReplacementAnswer.Done.class)).as("%s", came).isOne();
            assertThat(count(came, ReplacementAnswer.Senseless.class))
                    .as("%s", came)
                    .isOne();
        }
    }

    @Test
    void aNightInTwoTerritoriesIsNotGivenTwiceBySimultaneousOverrides() {
        Place here = published();
        Place there = published();
        PhysicianId shared = sharedBy(here, there);
        int twice = 0;
        for (int round = 0; round < AtLength.of(3, 8); round++) {
            LocalDate date = here.monday(1 + round);
            List<Object> came = atOnce(
                    () -> override(here, date, shared, OptionalLong.empty()),
                    () -> override(there, date, shared, OptionalLong.empty()));
            assertThat(came).allMatch(Edited.class::isInstance);
            twice += count(came, Edited.Done.class) - 1;
        }
        assertThat(twice).as("nights given twice of 8").isZero();
    }

    @Test
    void aNightInTwoTerritoriesIsNotGivenTwiceBySimultaneousPublications() {
        int twice = 0;
        for (int round = 0; round < AtLength.of(2, 3); round++) {
            Place here = world.create();
            Place there = world.create();
            PhysicianId shared = sharedBy(here, there);
            LocalDate date = here.monday(2);
            draft(here, date, shared);
            draft(there, date, shared);
            List<Object> came = atOnce(() -> publish(here), () -> publish(there));
            assertThat(came).allMatch(Publishing.class::isInstance);
            twice += count(came, Publishing.Published.class) - 1;
        }
        assertThat(twice).as("nights published twice of 3").isZero();
    }

    @Test
    void aQuotaIsNotExceededBySimultaneousActsInTwoTerritories() {
        Place here = published();
        Place there = published();
        PhysicianId shared = sharedBy(here, there);
        int exceeded = 0;
        for (int round = 0; round < AtLength.of(2, 5); round++) {
            quota(here, round + 1);
            quota(there, round + 1);
            LocalDate date = here.monday(1 + round);
            List<Object> came = atOnce(
                    () -> override(here, date, shared, OptionalLong.empty()),
                    () -> override(there, date.plusDays(2), shared, OptionalLong.empty()));
            assertThat(came).allMatch(Edited.class::isInstance);
            exceeded += count(came, Edited.Done.class) - 1;
        }
        assertThat(exceeded).as("quotas exceeded of 5").isZero();
    }

    @Test
    void aQuotaIsNotExceededBySimultaneousEditsOfADraft() {
        Place place = world.create();
        drafts.open(place.code(), place.quarter(), act());
        LocalDate first = place.quarter().first();
        int exceeded = 0;
        for (int round = 0; round < AtLength.of(2, 5); round++) {
            quota(place, round + 1);
            LocalDate date = first.plusDays(3L * round);
            List<Object> came = atOnce(
                    () -> place(place, date, 0, OptionalLong.empty()),
                    () -> place(place, date.plusDays(1), 0, OptionalLong.empty()));
            exceeded += count(came, Edited.Done.class) - 1;
        }
        assertThat(exceeded).as("quotas exceeded of 5").isZero();
    }

    @Test
    void ofTwoPublicationsAtOnceOneIsToldThatAnotherCameFirst() {
        int wrong = 0;
        for (int round = 0; round < AtLength.of(2, 4); round++) {
            Place place = world.create();
            draft(place, place.monday(2), place.physicians().get(0).id());
            List<Object> came = atOnce(() -> publish(place), () -> publish(place));
            boolean right = count(came, Publishing.Published.class) == 1
                    && came.stream().allMatch(one -> one instanceof Publishing);
            wrong += right ? 0 : 1;
        }
        assertThat(wrong).as("pairs of publications that went wrong, of 4").isZero();
    }

    @Test
    void ofTwoUndoingsAtOnceOneUndoesAndTheOtherFindsNothing() {
        Place place = published();
        int wrong = 0;
        for (int round = 0; round < AtLength.of(3, 6); round++) {
            LocalDate date = place.monday(1 + round);
            override(place, date, place.physicians().get(0).id(), OptionalLong.empty());
            List<Object> came = atOnce(() -> undo(place, date), () -> undo(place, date));
            boolean right = count(came, Edited.Done.class) == 1 && count(came, Edited.Senseless.class) == 1;
            wrong += right ? 0 : 1;
        }
        assertThat(wrong).as("pairs of undoings that went wrong, of 6").isZero();
    }

    @Test
    void settingsAreNotOverwrittenUnread() {
        Place place = world.create();
        for (int round = 0; round < AtLength.of(2, 5); round++) {
            Versioned<PlanningSettings> read = settings.read(place.code());
            int quota = 10 + round;
            List<Object> came = atOnce(
                    () -> settings.change(place.code(), chosen(quota), read.version(), act()),
                    () -> settings.change(place.code(), chosen(quota + 20), read.version(), act()));
            assertThat(count(came, Written.Kept.class)).isOne();
            assertThat(count(came, Written.Stale.class)).isOne();
        }
    }

    /** Whoever taps twice is shown two addresses; the first is not left open for ever. */
    @Test
    void ofTwoCalendarAddressesIssuedAtOnceOneOpens() {
        Place place = world.create();
        for (int round = 0; round < AtLength.of(3, 10); round++) {
            var owner = new Owner.OfPhysician(place.physicians().get(round % 4).id());
            List<Object> issued = atOnce(() -> feeds.issue(owner, act()), () -> feeds.issue(owner, act()));
            assertThat(count(issued, String.class)).as("%s", issued).isEqualTo(2);
            assertThat(issued.stream()
                            .filter(secret -> feeds.ofPhysician(owner.id(), String.valueOf(secret))
                                    .isPresent())
                            .count())
                    .isOne();
            assertThat(feeds.revoke(owner, act())).isTrue();
            assertThat(issued)
                    .allMatch(secret -> feeds.ofPhysician(owner.id(), String.valueOf(secret))
                            .isEmpty());
        }
    }

    @Test
    void perimetersAndAccountsAreCreatedOnce() {
        Place place = world.create();
        for (int round = 0; round < AtLength.of(2, 4); round++) {
            LocalDate date = place.quarter().last().plusMonths(1L + round);
            Perimeter later = Perimeter.announced(
                    PerimeterKind.EXTENDED,
                    PerimeterHours.extended(),
                    place.quarter().first(),
                    date);
            List<Object> came = atOnce(
                    () -> perimeters.announce(place.code(), later, "a"),
                    () -> perimeters.announce(place.code(), later, "b"));
            assertThat(count(came, Written.Kept.class)).as("%s", came).isOne();
            assertThat(count(came, Written.Refused.class)).as("%s", came).isOne();
            String login = "course-" + place.code().value().toLowerCase(java.util.Locale.ROOT) + "-" + round;
            List<Object> created =
                    atOnce(() -> accounts.create(account(login), "a"), () -> accounts.create(account(login), "b"));
            assertThat(count(created, String.class)).as("%s", created).isOne();
            assertThat(count(created, InvalidInput.class)).as("%s", created).isOne();
        }
    }

    private static Account account(String login) {
        return new Account(
                UUID.randomUUID(),
                login,
                "Essai",
                List.of(Grant.everywhere(Role.ADMINISTRATOR)),
                Optional.empty(),
                Optional.empty(),
                true,
                false);
    }

    private Place published() {
        Place place = world.create();
        weeks.publish(place);
        return place;
    }

    private PhysicianId sharedBy(Place here, Place there) {
        Physician shared = here.physicians().getFirst();
        world.practiseAlso(shared, there.code());
        return shared.id();
    }

    private void draft(Place place, LocalDate date, PhysicianId physician) {
        drafts.replace(
                Draft.byHand(
                        place.code(),
                        place.quarter(),
                        Assignment.EMPTY.with(DutyRung.FIRST, date, physician),
                        origin()),
                PlanningAct.Kind.DRAFT_IMPORTED,
                act());
    }

    private Draft.Origin origin() {
        return new Draft.Origin(Draft.Kind.IMPORTED, "essai", clock.instant());
    }

    private Publishing publish(Place place) {
        return publications.publish(place.code(), place.quarter(), true, act());
    }

    private Edited fix(Place place, LocalDate date) {
        return place(place, date, place.holder(date), OptionalLong.empty());
    }

    private Edited place(Place place, LocalDate date, int physician, OptionalLong seen) {
        var edit = new Edit(
                date,
                DutyRung.FIRST,
                Optional.of(place.physicians().get(physician).id()),
                Optional.empty(),
                false,
                seen);
        return drafts.place(place.code(), place.quarter(), Office.placing(edit), act());
    }

    private Edited override(Place place, LocalDate date, PhysicianId physician, OptionalLong seen) {
        var edit = new Edit(date, DutyRung.FIRST, Optional.of(physician), Optional.empty(), false, seen);
        return overrides.override(place.code(), edit, act());
    }

    private Edited undo(Place place, LocalDate date) {
        return overrides.undo(place.code(), Edit.undoing(date, DutyRung.FIRST, false, OptionalLong.empty()), act());
    }

    private long stamp(Place place) {
        return reader.view(place.code(), place.quarter()).orElseThrow().stamp();
    }

    private void quota(Place place, int days) {
        settings.change(place.code(), chosen(days), settings.read(place.code()).version(), act());
    }

    private static PlanningSettings chosen(int quota) {
        return new PlanningSettings(quota, OptionalInt.empty(), 0, 4, BackUpPolicy.WHEN_PRIORITY_HELD, Weights.DEFAULT);
    }

    private Act act() {
        return new Act("essai", "essai", clock.instant());
    }

    private static int count(List<Object> came, Class<?> kind) {
        return (int) came.stream().filter(kind::isInstance).count();
    }

    /** What came of each, an exception among others. */
    private List<Object> atOnce(Callable<?> one, Callable<?> other) {
        var start = new CyclicBarrier(2);
        var running = new ArrayList<Future<Object>>();
        for (Callable<?> act : List.of(one, other)) {
            running.add(people.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                try {
                    return act.call();
                } catch (RuntimeException failed) {
                    return failed;
                }
            }));
        }
        var came = new ArrayList<Object>();
        for (Future<Object> each : running) {
            try {
                came.add(each.get(1, TimeUnit.MINUTES));
            } catch (Exception failed) {
                came.add(failed);
            }
        }
        return came;
    }
}
