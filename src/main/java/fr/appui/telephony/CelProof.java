package fr.appui.telephony;

import fr.appui.directory.Territory;
import fr.appui.french.FrenchDate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the switch writes its CEL file: what it tells live must stand there too. A file that is never written loses, without
 * a word, every call made without the service.
 */
final class CelProof {

    /** Between the telling and the writing. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int MOST_REMEMBERED = 5_000;

    private record Told(String channel, Instant at) {}

    private final Path file;
    private final Set<String> read = new LinkedHashSet<>();
    private @Nullable Told awaited;
    private String unreachable = "";
    private String unwritten = "";

    CelProof(Path file) {
        this.file = file;
    }

    /** In French, with the remedy; empty when nothing is known against it. */
    synchronized String problem() {
        return unreachable.isEmpty() ? unwritten : unreachable;
    }

    synchronized void told(String channel, Instant at) {
        if (awaited == null && !read.contains(channel)) {
            awaited = new Told(channel, at);
        }
    }

    synchronized void read(String channel) {
        if (awaited != null && awaited.channel().equals(channel)) {
            awaited = null;
            unwritten = "";
        }
        if (read.add(channel) && read.size() > MOST_REMEMBERED) {
            read.remove(read.iterator().next());
        }
    }

    /** Before each reading, whether or not there is a switch to read of. */
    void look() {
        Path folder = file.toAbsolutePath().getParent();
        String found = "";
        if (folder != null && !Files.isDirectory(folder)) {
            found = "le dossier " + folder
                    + " n’existe pas, ou ne se lit pas : Asterisk n’y écrit aucun appel ; le créer par"
                    + " « install -d -o asterisk -g asterisk -m 750 " + folder + " »";
        } else if (folder != null && !Files.isExecutable(folder)) {
            found = "le dossier " + folder + " est fermé au service : lui donner le groupe d’Asterisk";
        } else if (Files.exists(file) && !Files.isReadable(file)) {
            found = "le fichier " + file + " ne se lit pas : donner au service le groupe d’Asterisk";
        }
        synchronized (this) {
            unreachable = found;
        }
    }

    /** @param began when the reading that has just ended began */
    synchronized void wasRead(Instant began) {
        if (awaited != null && awaited.at().plus(PATIENCE).isBefore(began)) {
            unwritten = "ce que le commutateur a fait le "
                    + FrenchDate.andTime(awaited.at().atZone(Territory.USUAL_ZONE)) + " n’est pas dans " + file
                    + " : vérifier le chemin, les droits du dossier et le disque du commutateur";
            // lost for good: the next one tells whether it is mended
            awaited = null;
        }
    }
}
