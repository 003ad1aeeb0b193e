package fr.appui.rota.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.KeptCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.EstablishmentKind;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Volunteers;
import fr.appui.rota.Coverage;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.Duty;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.OnDuty;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.PublishedRotas.Publication;
import fr.appui.rota.RotaFacts;
import fr.appui.rota.RotaRefreshed;
import fr.appui.rota.Slot;
import fr.appui.rota.Substitution;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StoredRotasIT {

    private static final TerritoryCode TERRITORY = new TerritoryCode("TEST-PUBLICATION");
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final SupportLine LINE =
            new SupportLine(PhoneNumber.parse("03 53 01 55 55"), TERRITORY, LineSettings.defaults());

    @Inject
    Directory directory;

    @Inject
    KeptCalendars calendars;

    @Inject
    PublishedRotas rotas;

    @Inject
    CurrentRota rota;

    @Inject
    Clock clock;

    @Inject
    Refreshes refreshes;

    @Inject
    Event<RotaChanged> changed;

    @ApplicationScoped
    static class Refreshes {
        final List<IndexedRota> seen = new CopyOnWriteArrayList<>();

        /** Whoever refreshed: the timer does so on threads of its own. */
        final List<Thread> by = new CopyOnWriteArrayList<>();

        void onRefresh(@Observes RotaRefreshed refreshed) {
            seen.add(refreshed.snapshot());
            by.add(Thread.currentThread());
        }

        long ofThisThread() {
            return by.stream().filter(Thread.currentThread()::equals).count();
        }

        List<IndexedRota> seen() {
            return seen;
        }
    }

    /** A week is replaced date by date, a directory is imported line by line. */
    @Test
    void whateverATransactionChangesTheSnapshotIsReadOnce() {
        long before = refreshes.ofThisThread();
        QuarkusTransaction.requiringNew().run(() -> {
            for (int day = 0; day < 7; day++) {
                changed.fire(new RotaChanged());
            }
            saveTerritoryAndPhysician();
            assertThat(refreshes.ofThisThread()).isEqualTo(before);
        });
        assertThat(refreshes.ofThisThread()).isEqualTo(before + 1);
    }

    @Test
    void whatIsTakenBackIsNotRead() {
        long before = refreshes.ofThisThread();
        QuarkusTransaction.begin();
        changed.fire(new RotaChanged());
        QuarkusTransaction.rollback();
        assertThat(refreshes.ofThisThread()).isEqualTo(before);
    }

    @Test
    void aPublicationIsInTheSnapshotAsSoonAsItIsCommitted() {
        Physician physician = saveTerritoryAndPhysician();
        LocalDate today = LocalDate.now(clock);
        int version = 1
                + rotas.inForce(TERRITORY, Quarter.of(today))
                        .map(PublishedRota::version)
                        .orElse(0);
        int before = refreshes.seen().size();

        PublishedRota published = rota(version, Quarter.of(today), new Duty(today, 1, physician.id()));
        assertThat(rotas.publish(published)).isEqualTo(new Publication.Published(published));

        OnDuty tonight = rota.current().onDuty(LINE, evening(today));
        assertThat(tonight).isInstanceOfSatisfying(OnDuty.Open.class, open -> {
            assertThat(open.ladder())
                    .singleElement()
                    .satisfies(rung -> assertThat(rung.physician()).isEqualTo(physician.id()));
            assertThat(open.reason()).endsWith("version " + version + ".");
        });
        assertThat(rota.current().line(LINE.number()))
                .get()
                .usingRecursiveComparison()
                .ignoringFields("settings.dialling") // the site's
                .isEqualTo(LINE);
        assertThat(refreshes.seen()).hasSizeGreaterThan(before).contains(rota.current());
    }

    @Test
    @TestTransaction
    void thoseWhoAreNamedAreFoundWhereTheyAreOnDutyOrTakeOver() {
        Physician physician = saveTerritoryAndPhysician();
        Quarter quarter = new Quarter(2033, 1);
        LocalDate published = quarter.first().plusDays(3);
        LocalDate takenOver = quarter.last().plusDays(20);
        rotas.publish(rota(1, quarter, new Duty(published, 1, physician.id())));
        rotas.record(new Substitution(
                UUID.randomUUID(),
                new Slot(TERRITORY, takenOver, 2),
                Substitution.Kind.OVERRIDE,
                Optional.of(physician.id()),
                Substitution.Effect.wholeDuty(),
                new Substitution.Act("coordination", "essai", clock.instant())));
        var named = Set.of(physician.id(), new PhysicianId(UUID.randomUUID()));
        assertThat(rotas.territoriesNaming(named, published, published)).containsExactly(TERRITORY);
        assertThat(rotas.territoriesNaming(named, takenOver, takenOver)).containsExactly(TERRITORY);
        assertThat(rotas.territoriesNaming(named, published.plusDays(1), takenOver.minusDays(1)))
                .isEmpty();
        assertThat(rotas.territoriesNaming(Set.of(new PhysicianId(UUID.randomUUID())), published, takenOver))
                .isEmpty();
        assertThat(rotas.territoriesNaming(Set.of(), published, takenOver)).isEmpty();
    }

    @Test
    @TestTransaction
    void aVersionThatIsNotTheNextOneIsRefusedWithTheOneInForce() {
        saveTerritoryAndPhysician();
        Quarter quarter = new Quarter(2031, 1);
        assertThat(rotas.publish(rota(2, quarter))).isEqualTo(new Publication.OutOfDate(0));
        assertThat(rotas.publish(rota(1, quarter))).isInstanceOf(Publication.Published.class);
        assertThat(rotas.publish(rota(1, quarter))).isEqualTo(new Publication.OutOfDate(1));
        assertThat(rotas.publish(rota(2, quarter))).isInstanceOf(Publication.Published.class);
        assertThat(rotas.inForce(TERRITORY, quarter).orElseThrow().version()).isEqualTo(2);
        assertThat(rotas.versions(TERRITORY, quarter))
                .extracting(PublishedRota::version)
                .containsExactly(2, 1);
    }

    @Test
    @TestTransaction
    void whatWasPublishedComesBackWithItsActsToTheMillisecond() {
        Physician physician = saveTerritoryAndPhysician();
        LocalDate date = LocalDate.of(2031, 2, 3);
        PublishedRota published = rota(
                1, Quarter.of(date), new Duty(date, 1, physician.id()), new Duty(date.plusDays(1), 1, physician.id()));
        rotas.publish(published);
        var withdrawal = new Substitution(
                UUID.randomUUID(),
                new Slot(TERRITORY, date, 1),
                Substitution.Kind.OVERRIDE,
                Optional.empty(),
                Substitution.Effect.from(Instant.parse("2031-02-03T20:15:30.123Z")),
                new Substitution.Act("coordination", "souffrant", Instant.parse("2031-02-03T19:00:00.001Z")));
        rotas.record(withdrawal);
        rotas.record(withdrawal);
        PublicationRow.flush();
        PublicationRow.getEntityManager().clear();

        assertThat(rotas.version(TERRITORY, Quarter.of(date), 1)).contains(published);
        assertThat(rotas.substitutions(TERRITORY, date, date)).containsExactly(withdrawal);
        assertThat(Coverage.gaps(rotas.days(TERRITORY, date, date.plusDays(1))))
                .singleElement()
                .satisfies(gap -> assertThat(gap.start()).isEqualTo(Instant.parse("2031-02-03T20:15:30.123Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"time_zone = 'Europe/Nullepart'", "holiday_zone = 'ATLANTIDE'", "line_number = 'personne'"})
    void aTerritoryThatCannotBeReadStaysAsItWasAndHoldsUpNobody(String damage) {
        saveTerritoryAndPhysician();
        LocalDate today = LocalDate.now(clock);
        RotaFacts before = rotas.facts(clock.instant(), today, today.plusDays(1), RotaFacts.NONE);
        Optional<RotaFacts.TerritoryFacts> whole = before.territory(TERRITORY);
        assertThat(whole).isPresent();
        change(damage);
        try {
            RotaFacts after = rotas.facts(clock.instant(), today, today.plusDays(1), before);
            assertThat(after.territory(TERRITORY)).isEqualTo(whole);
            assertThat(after.territory(Volunteers.OISE)).isPresent();
            assertThat(after.territories())
                    .as("what is read of each alone is what is read of all at once")
                    .isEqualTo(before.territories());
            assertThat(rota.refresh()).isTrue();
        } finally {
            change("time_zone = 'Europe/Paris', holiday_zone = 'METROPOLE', line_number = '"
                    + LINE.number().e164() + "'");
        }
        assertThat(rotas.facts(clock.instant(), today, today.plusDays(1), RotaFacts.NONE)
                        .territory(TERRITORY))
                .isEqualTo(whole);
    }

    private static void change(String columns) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update territory set " + columns + " where code = :code")
                        .setParameter("code", TERRITORY.value())
                        .executeUpdate());
    }

    @Test
    @TestTransaction
    void anAnnouncedPerimeterAppliesOnceTheArsAgrees() {
        saveTerritoryAndPhysician();
        LocalDate summer = LocalDate.of(2031, 7, 1);
        calendars.save(TERRITORY, Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), NEW_YEAR, summer));
        assertThat(kindOn(summer)).isEqualTo(PerimeterKind.EXTENDED);
        calendars.agree(TERRITORY, summer, new ArsAgreement(LocalDate.of(2031, 6, 1), "ARS 31"));
        assertThat(kindOn(summer)).isEqualTo(PerimeterKind.CORE);
        assertThat(kindOn(summer.minusDays(1))).isEqualTo(PerimeterKind.EXTENDED);
    }

    @Test
    @TestTransaction
    void anAgreedPerimeterNeverChanges() {
        saveTerritoryAndPhysician();
        assertThatThrownBy(() -> calendars.save(
                        TERRITORY, Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), NEW_YEAR, NEW_YEAR)))
                .hasMessageContaining("agréée");
    }

    private PerimeterKind kindOn(LocalDate date) {
        return calendars
                .of(TERRITORY)
                .orElseThrow()
                .perimeterOn(date)
                .orElseThrow()
                .kind();
    }

    private Physician saveTerritoryAndPhysician() {
        directory.save(new Territory(
                TERRITORY,
                "Publication (essai)",
                List.of(),
                ZoneId.of("Europe/Paris"),
                HolidayZone.METROPOLE,
                new Territory.Contact(Optional.of(LINE), Optional.empty()),
                Optional.empty()));
        directory.save(Volunteers.territory());
        directory.save(Volunteers.establishment(Volunteers.HOST, EstablishmentKind.PUBLIC_HOSPITAL));
        Physician physician = Volunteers.physician(Volunteers.career(Volunteers.HOST));
        directory.save(physician);
        calendars.save(
                TERRITORY,
                Perimeter.announced(PerimeterKind.EXTENDED, PerimeterHours.extended(), NEW_YEAR, NEW_YEAR)
                        .agreed(NEW_YEAR, "ARS 26"));
        return physician;
    }

    private static PublishedRota rota(int version, Quarter quarter, Duty... duties) {
        return new PublishedRota(
                TERRITORY,
                quarter,
                version,
                new PublishedRota.Publisher("coordination", Instant.parse("2026-01-01T10:00:00.500Z")),
                List.of(duties));
    }

    private static Instant evening(LocalDate date) {
        return date.atTime(20, 0).atZone(ZoneId.of("Europe/Paris")).toInstant();
    }
}
