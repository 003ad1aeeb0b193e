package fr.appui.trace.store;

import fr.appui.trace.CallEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Events that wait for the database, in order, in memory and on this machine's disk. The disk is what survives the process;
 * memory is what is read, so a disk that fails or hangs costs durability and never a call.
 */
final class Spool implements AutoCloseable {

    private static final Duration LONGEST_WAIT_FOR_DISK = Duration.ofMillis(200);

    /** @param position grows with each event; the order in which they reach the database */
    record Entry(long position, CallEvent event, boolean rebuilt) {}

    private final int capacity;
    private final SpoolFile file;
    private final ConcurrentSkipListMap<Long, Entry> waiting = new ConcurrentSkipListMap<>();
    private long nextPosition;

    private Spool(SpoolFile file, int capacity) {
        this.capacity = capacity;
        this.file = file;
        file.kept().forEach((position, entry) -> waiting.put(position, SpoolJson.read(position, entry)));
        this.nextPosition = waiting.isEmpty() ? 1 : waiting.lastKey() + 1;
    }

    static Spool open(Path folder, int capacity) {
        return new Spool(SpoolFile.open(folder.resolve("events.mv")), capacity);
    }

    /**
     * On disk when this returns, unless the disk takes longer than a caller may wait.
     *
     * @return false when the spool is full: nothing was kept
     */
    boolean add(List<CallEvent> events, boolean rebuilt) {
        Optional<CompletableFuture<Void>> written = take(events, rebuilt, false);
        written.ifPresent(Spool::await);
        return written.isPresent();
    }

    /** As {@link #add}, but on disk a moment after it returns. */
    boolean addSoon(List<CallEvent> events) {
        return take(events, false, true).isPresent();
    }

    private synchronized Optional<CompletableFuture<Void>> take(List<CallEvent> events, boolean rebuilt, boolean soon) {
        if (waiting.size() + events.size() > capacity) {
            return Optional.empty();
        }
        var texts = new TreeMap<Long, String>();
        for (CallEvent event : events) {
            var entry = new Entry(nextPosition++, event, rebuilt);
            waiting.put(entry.position(), entry);
            texts.put(entry.position(), SpoolJson.write(entry));
        }
        return Optional.of(file.write(texts, soon));
    }

    List<Entry> head(int most) {
        return waiting.values().stream().limit(most).toList();
    }

    void remove(List<Entry> stored) {
        var positions = new ArrayList<Long>();
        for (Entry entry : stored) {
            waiting.remove(entry.position());
            positions.add(entry.position());
        }
        await(file.erase(positions));
    }

    /** Sets an event aside that the database will never take, so that the others go on. */
    void park(Entry poison) {
        waiting.remove(poison.position());
        await(file.park(poison.position(), SpoolJson.write(poison)));
    }

    int depth() {
        return waiting.size();
    }

    int parked() {
        return file.parked();
    }

    /** Whether events survive the end of this process just now. */
    boolean durable() {
        return file.healthy();
    }

    double fill() {
        return (double) waiting.size() / capacity;
    }

    Optional<Instant> oldest() {
        return Optional.ofNullable(waiting.firstEntry())
                .map(entry -> entry.getValue().event().at());
    }

    @Override
    public void close() {
        file.close();
    }

    private static void await(CompletableFuture<Void> written) {
        try {
            written.get(LONGEST_WAIT_FOR_DISK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException diskInTrouble) {
            // held in memory; health tells
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
