package fr.appui.trace.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The spool on disk: an MVStore, log-structured and checksummed. One thread writes; what was asked meanwhile goes into one
 * commit. A commit survives the death of the process; the disk itself is made to follow within a second.
 */
final class SpoolFile implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SpoolFile.class);
    private static final long SYNC_EVERY_MS = 1000;

    /** What nobody waits for is written together with what comes within this. */
    private static final long GATHER_MS = 20;

    /** @param soon whether nobody waits for it */
    private record Write(Consumer<MVStore> change, boolean soon, CompletableFuture<Void> done) {}

    private final LinkedBlockingQueue<Write> asked = new LinkedBlockingQueue<>();
    private final Thread writer;
    private final @Nullable MVStore store;
    private volatile boolean healthy;
    private volatile boolean closing;

    private SpoolFile(@Nullable MVStore store) {
        this.store = store;
        this.healthy = store != null;
        this.writer = Thread.ofPlatform().name("spool-writer").daemon().start(this::run);
    }

    /** A file that cannot be read is set aside, one that cannot be written is done without: calls go on. */
    static SpoolFile open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            return new SpoolFile(openOrSetAside(path));
        } catch (IOException | UncheckedIOException | MVStoreException e) {
            LOG.errorf(e, "no spool on disk at %s: events that wait for the database are kept in memory only", path);
            return new SpoolFile(null);
        }
    }

    SortedMap<Long, String> kept() {
        return store == null ? new TreeMap<>() : new TreeMap<>(events(store));
    }

    /** @param soon whether nobody waits for it */
    CompletableFuture<Void> write(SortedMap<Long, String> entries, boolean soon) {
        return ask(open -> events(open).putAll(entries), soon);
    }

    CompletableFuture<Void> erase(List<Long> positions) {
        return ask(open -> positions.forEach(events(open)::remove), false);
    }

    CompletableFuture<Void> park(long position, String entry) {
        return ask(
                open -> {
                    events(open).remove(position);
                    parked(open).put(position, entry);
                },
                false);
    }

    int parked() {
        MVStore open = store;
        return open == null || open.isClosed() ? 0 : parked(open).size();
    }

    boolean healthy() {
        return healthy;
    }

    @Override
    public void close() {
        closing = true;
        asked.add(new Write(open -> {}, false, new CompletableFuture<>()));
        try {
            writer.join(5000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Void> ask(Consumer<MVStore> change, boolean soon) {
        var write = new Write(change, soon, new CompletableFuture<>());
        if (healthy) {
            asked.add(write);
        } else {
            write.done().complete(null);
        }
        return write.done();
    }

    private void run() {
        MVStore open = store;
        if (open == null) {
            return;
        }
        boolean unsynced = false;
        while (!closing || !asked.isEmpty()) {
            List<Write> together = take();
            if (!together.isEmpty()) {
                commit(open, together);
                unsynced = true;
            } else if (unsynced && healthy) {
                attempt(open::sync);
                unsynced = false;
            }
        }
        attempt(open::close);
    }

    private List<Write> take() {
        var together = new ArrayList<Write>();
        try {
            Write first = asked.poll(closing ? 0 : SYNC_EVERY_MS, TimeUnit.MILLISECONDS);
            if (first != null) {
                if (first.soon() && !closing) {
                    Thread.sleep(GATHER_MS);
                }
                together.add(first);
                asked.drainTo(together);
            }
        } catch (InterruptedException interrupted) {
            closing = true;
        }
        return together;
    }

    private void commit(MVStore open, List<Write> together) {
        attempt(() -> {
            together.forEach(write -> write.change().accept(open));
            open.commit();
        });
        together.forEach(write -> write.done().complete(null));
    }

    private void attempt(Runnable onDisk) {
        try {
            onDisk.run();
        } catch (RuntimeException diskFailed) {
            if (healthy) {
                LOG.error(
                        "the spool's disk failed: events that wait for the database are kept in memory only",
                        diskFailed);
            }
            healthy = false;
        }
    }

    private static MVStore openOrSetAside(Path path) throws IOException {
        try {
            return openStore(path);
        } catch (MVStoreException unreadable) {
            if (unreadable.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw unreadable;
            }
            Path aside = path.resolveSibling(path.getFileName() + ".unreadable");
            LOG.errorf(unreadable, "the spool cannot be read; it is set aside as %s", aside);
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
            return openStore(path);
        }
    }

    private static MVStore openStore(Path path) {
        return new MVStore.Builder()
                .fileName(path.toString())
                .autoCommitDisabled()
                .open();
    }

    private static MVMap<Long, String> events(MVStore open) {
        return open.openMap("events");
    }

    private static MVMap<Long, String> parked(MVStore open) {
        return open.openMap("parked");
    }
}
