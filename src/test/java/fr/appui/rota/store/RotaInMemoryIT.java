package fr.appui.rota.store;

import static fr.appui.rota.Nights.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.calendar.Quarter;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.DutyDay;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.Nights;
import fr.appui.rota.OnDuty;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.RotaFacts;
import fr.appui.rota.RotaRefreshed;
import fr.appui.rota.RotasRead;
import fr.appui.rota.Substitution;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RotaInMemoryIT {

    private static final Clock AFTERNOON = Clock.fixed(Nights.at(14, 12, 0), ZoneOffset.UTC);
    private static final RotaFacts FACTS = Nights.facts(List.of(), ContactNumber.always(Nights.MOBILE_A));

    @Inject
    ObjectMapper json;

    @Inject
    Event<RotaRefreshed> refreshed;

    @Inject
    StoredRotasIT.Refreshes refreshes;

    private final Storage storage = new Storage();
    private final Path file = emptyFolder().resolve("rota.snapshot");

    @Test
    void beforeAnythingWasReadNoLineIsKnown() {
        assertThat(rota().current()).isSameAs(IndexedRota.EMPTY);
    }

    @Test
    void whenStorageGoesAwayTheSnapshotInMemoryServes() {
        RotaInMemory rota = rota();
        assertThat(rota.refresh()).isTrue();
        storage.away = true;
        assertThat(rota.refresh()).isFalse();
        assertThat(rota.current().onDuty(LINE, Nights.at(14, 22, 0))).isInstanceOf(OnDuty.Open.class);
    }

    @Test
    void aStartWithoutStorageTakesUpTheLastSnapshotOfTheRunBefore() {
        rota().refresh();
        storage.away = true;
        RotaInMemory restarted = rota();
        restarted.onStart(new StartupEvent());
        assertThat(restarted.current().facts()).isEqualTo(FACTS);
        assertThat(refreshes.seen()).contains(restarted.current());
    }

    @Test
    void aStartWithoutStorageAndWithADamagedFileKnowsNothingButStarts() throws IOException {
        rota().refresh();
        Files.writeString(file, Files.readString(file).replace("TEST-NUITS", "TEST-JOURS"));
        storage.away = true;
        RotaInMemory restarted = rota();
        restarted.onStart(new StartupEvent());
        assertThat(restarted.current()).isSameAs(IndexedRota.EMPTY);
    }

    @Test
    void storageIsAskedForTheDaysAroundNowUpToTheHorizon() {
        rota().refresh();
        assertThat(storage.askedFrom).isEqualTo(LocalDate.of(2026, 11, 12));
        assertThat(storage.askedTo).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void whoAsksWhileItIsReadIsAnsweredByOneMoreReadingTogether() throws InterruptedException {
        RotaInMemory rota = rota();
        storage.held = new CountDownLatch(1);
        List<Thread> asking = new ArrayList<>(List.of(Thread.ofPlatform().start(rota::refresh)));
        await().until(() -> storage.readings.get() == 1);
        for (int more = 0; more < 9; more++) {
            asking.add(Thread.ofPlatform().start(rota::refresh));
        }
        await().until(() -> asking.stream().skip(1).allMatch(thread -> thread.getState() == Thread.State.BLOCKED));
        storage.held.countDown();
        for (Thread thread : asking) {
            thread.join();
        }
        assertThat(storage.readings).hasValue(2);
    }

    private RotaInMemory rota() {
        return new RotaInMemory(storage, refreshed, AFTERNOON, new Settings(file), json);
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "memory");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Settings(Path file) implements RotaSettings {
        @Override
        public Period dutyNumbersKept() {
            return Period.ofDays(30);
        }

        @Override
        public Duration refresh() {
            return Duration.ofSeconds(30);
        }

        @Override
        public boolean invented() {
            return false;
        }

        @Override
        public int horizonDays() {
            return 10;
        }

        @Override
        public Optional<Path> snapshotFile() {
            return Optional.of(file);
        }
    }

    /** Storage that can be taken away. Only what a snapshot is made from is ever asked of it. */
    private static final class Storage implements PublishedRotas {

        private final AtomicInteger readings = new AtomicInteger();
        private volatile CountDownLatch held = new CountDownLatch(0);
        private boolean away;
        private LocalDate askedFrom;
        private LocalDate askedTo;

        @Override
        public RotaFacts facts(Instant takenAt, LocalDate from, LocalDate to, RotaFacts before) {
            readings.incrementAndGet();
            hold();
            if (away) {
                throw new IllegalStateException("no database answers");
            }
            askedFrom = from;
            askedTo = to;
            return FACTS;
        }

        private void hold() {
            try {
                held.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public RotasRead read(Reach within, LocalDate from, LocalDate to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Publication publish(PublishedRota rota) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<PublishedRota> inForce(TerritoryCode territory, Quarter quarter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<PublishedRota> version(TerritoryCode territory, Quarter quarter, int version) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PublishedRota> versions(TerritoryCode territory, Quarter quarter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void record(Substitution substitution) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Substitution> substitutions(TerritoryCode territory, LocalDate from, LocalDate to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DutyDay> days(TerritoryCode territory, LocalDate from, LocalDate to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<TerritoryCode> territoriesNaming(Set<PhysicianId> physicians, LocalDate from, LocalDate to) {
            throw new UnsupportedOperationException();
        }
    }
}
