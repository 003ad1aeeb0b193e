package fr.appui.directory.store;

import fr.appui.directory.PublicDirectory;
import fr.appui.directory.PublicExtraction;
import fr.appui.directory.PublicRecord;
import fr.appui.directory.Rpps;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files are read again when they, or the people asked about, are others: one reading at a time, its outcome kept. */
@ApplicationScoped
class ExtractionOnDisk implements PublicDirectory {

    private final Optional<Path> people;
    private final Optional<Path> mailboxes;

    private record Read(List<Instant> written, Set<Rpps> wanted, Reading reading) {}

    private @Nullable Read last;

    ExtractionOnDisk(DirectorySettings settings) {
        this.people = settings.annuaireSante();
        this.mailboxes = settings.annuaireSanteMailboxes();
    }

    @Override
    public synchronized Reading of(Set<Rpps> wanted) {
        if (people.isEmpty()) {
            return new Reading.None();
        }
        try {
            List<Instant> written = written();
            Read known = last;
            if (known != null
                    && known.written().equals(written)
                    && known.wanted().equals(wanted)) {
                return known.reading();
            }
            Reading reading = new Reading.Known(written.getFirst(), records(wanted));
            last = new Read(written, Set.copyOf(wanted), reading);
            return reading;
        } catch (IOException unreadable) {
            return new Reading.Unreadable("extraction : le fichier ne se lit pas (" + unreadable.getMessage()
                    + ") ; vérifier son chemin et ses droits");
        } catch (IllegalArgumentException otherFile) {
            return new Reading.Unreadable(String.valueOf(otherFile.getMessage()));
        }
    }

    private List<Instant> written() throws IOException {
        var written = new java.util.ArrayList<Instant>();
        for (Path file : files()) {
            written.add(Files.getLastModifiedTime(file).toInstant());
        }
        return written;
    }

    private Map<Rpps, PublicRecord> records(Set<Rpps> wanted) throws IOException {
        Map<Rpps, PublicRecord> all = new HashMap<>();
        for (Path file : files()) {
            try (BufferedReader reader = Files.newBufferedReader(file)) {
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
