package fr.appui.directory.store;

import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PublicDirectory;
import fr.appui.directory.PublicExtraction;
import fr.appui.directory.PublicRecord;
import fr.appui.directory.Rpps;
import fr.appui.french.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Files are read once for every physician of the directory, and again when they are others or somebody came since: one reading at
 * a time, its outcome kept, a failure too. Whoever asks meanwhile is told so.
 */
@ApplicationScoped
class ExtractionOnDisk implements PublicDirectory {

    private static final Logger LOG = Logger.getLogger(ExtractionOnDisk.class);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Optional<Path> people;
    private final Optional<Path> mailboxes;
    private final Supplier<Set<Rpps>> everybody;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock();

    /** What a file is known by without being read. */
    private record Written(Instant at, long size) {}

    /** @param indexed those who were looked for */
    private record Read(List<Written> files, Set<Rpps> indexed, Reading reading) {
        boolean serves(List<Written> now, Set<Rpps> wanted) {
            return files.equals(now) && indexed.containsAll(wanted);
        }
    }

    private volatile @Nullable Read last;

    @Inject
    ExtractionOnDisk(DirectorySettings settings, Directory directory) {
        this(settings.annuaireSante(), settings.annuaireSanteMailboxes(), () -> everybody(directory), PATIENCE);
    }

    /** @param patience how long a reading under way is waited for */
    ExtractionOnDisk(
            Optional<Path> people, Optional<Path> mailboxes, Supplier<Set<Rpps>> everybody, Duration patience) {
        this.people = people;
        this.mailboxes = mailboxes;
        this.everybody = everybody;
        this.patience = patience;
    }

    private static Set<Rpps> everybody(Directory directory) {
        return directory.physicians().stream()
                .filter(physician -> !physician.isErased())
                .map(Physician::rpps)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Reading of(Set<Rpps> wanted) {
        if (people.isEmpty()) {
            return new Reading.None();
        }
        try {
            List<Written> files = written();
            Read known = last;
            return of(wanted, known != null && known.serves(files, wanted) ? known : readAlone(files, wanted));
        } catch (IOException unreadable) {
            return unreadable(unreadable);
        }
    }

    private static Reading of(Set<Rpps> wanted, @Nullable Read read) {
        if (read == null) {
            return new Reading.Unreadable("extraction : elle est en cours de lecture ; recommencer dans une minute");
        }
        return read.reading() instanceof Reading.Known(Instant asOf, Map<Rpps, PublicRecord> records)
                ? new Reading.Known(
                        asOf,
                        records.entrySet().stream()
                                .filter(one -> wanted.contains(one.getKey()))
                                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)))
                : read.reading();
    }

    /** @return null where a reading under way takes longer than one waits */
    private @Nullable Read readAlone(List<Written> files, Set<Rpps> wanted) {
        try {
            if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return null;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
        try {
            Read known = last;
            Read read = known != null && known.serves(files, wanted) ? known : read(files, wanted);
            last = read;
            return read;
        } finally {
            turn.unlock();
        }
    }

    private Read read(List<Written> files, Set<Rpps> wanted) {
        var indexed = new HashSet<>(everybody.get());
        indexed.addAll(wanted);
        return new Read(files, Set.copyOf(indexed), reading(files.getFirst().at(), indexed));
    }

    private Reading reading(Instant asOf, Set<Rpps> indexed) {
        try {
            return new Reading.Known(asOf, records(indexed));
        } catch (IOException unreadable) {
            return unreadable(unreadable);
        } catch (InvalidInput otherFile) {
            return new Reading.Unreadable(otherFile.sentence());
        }
    }

    /** Where files lie on the server is for its log alone. */
    private static Reading.Unreadable unreadable(IOException why) {
        LOG.warnf("the extraction of the Annuaire Santé cannot be read: %s", why);
        return new Reading.Unreadable(
                why instanceof CharacterCodingException
                        ? "extraction : le fichier n’est pas en UTF-8 ; donner celui qui est publié, tel quel"
                        : "extraction : le fichier ne se lit pas ; faire vérifier son emplacement et ses droits sur le"
                                + " serveur");
    }

    private List<Written> written() throws IOException {
        var written = new ArrayList<Written>();
        for (Path file : files()) {
            written.add(new Written(Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
        }
        return written;
    }

    private Map<Rpps, PublicRecord> records(Set<Rpps> wanted) throws IOException {
        Map<Rpps, PublicRecord> all = new HashMap<>();
        for (Path file : files()) {
            try (Reader reader = Files.newBufferedReader(file)) {
                PublicExtraction.read(reader, wanted)
                        .forEach((rpps, record) -> all.merge(rpps, record, PublicRecord::plus));
            }
        }
        return Map.copyOf(all);
    }

    private List<Path> files() {
        return Stream.of(people, mailboxes).flatMap(Optional::stream).toList();
    }
}
