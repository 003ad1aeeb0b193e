package fr.appui.web.regulator;

import fr.appui.directory.Directory;
import fr.appui.directory.Establishment;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.StorageReady;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.CurrentRota;
import fr.appui.web.store.StorageFault;
import fr.appui.web.store.StorageTrouble;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * What a regulator is shown of the directory. While the database is away it is what was read a few minutes before: the line goes on
 * calling, and the page that says whom must not be the one thing that is gone.
 */
@ApplicationScoped
class PlacesShown {

    private static final Logger LOG = Logger.getLogger(PlacesShown.class);

    private final Directory directory;
    private final CurrentRota rota;
    private final StorageTrouble trouble;
    private volatile Read read = new Read(List.of(), List.of(), Map.of());

    PlacesShown(Directory directory, CurrentRota rota, StorageTrouble trouble) {
        this.directory = directory;
        this.rota = rota;
        this.trouble = trouble;
    }

    private record Read(
            List<Territory> territories, List<Establishment> establishments, Map<PhysicianId, Physician> physicians) {

        Read with(List<Territory> asked) {
            return new Read(asked, establishments, physicians);
        }

        Read with(Physician asked) {
            if (asked.equals(physicians.get(asked.id()))) {
                return this;
            }
            var all = new HashMap<>(physicians);
            all.put(asked.id(), asked);
            return new Read(territories, establishments, all);
        }
    }

    void onStorage(@Observes StorageReady ready) {
        readAgain();
    }

    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void readAgain() {
        try {
            read = new Read(
                    directory.territories(),
                    directory.establishments(),
                    directory.physicians().stream().collect(Collectors.toMap(Physician::id, one -> one)));
        } catch (RuntimeException away) {
            LOG.debugf("the directory was not read again for regulators: %s", away);
        }
    }

    List<Territory> territories() {
        return ask(
                () -> {
                    List<Territory> all = directory.territories();
                    remember(known -> known.with(all));
                    return all;
                },
                Read::territories);
    }

    Optional<Territory> territory(TerritoryCode code) {
        return ask(
                () -> directory.territory(code),
                known -> known.territories().stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst());
    }

    List<Establishment> establishments() {
        return ask(directory::establishments, Read::establishments);
    }

    Optional<Physician> physician(PhysicianId id) {
        return ask(
                () -> {
                    Optional<Physician> found = directory.physician(id);
                    found.ifPresent(one -> remember(known -> known.with(one)));
                    return found;
                },
                known -> Optional.ofNullable(known.physicians().get(id)));
    }

    /** What was shown a moment ago is shown when the database goes, however new it is. */
    private synchronized void remember(UnaryOperator<Read> shown) {
        read = shown.apply(read);
    }

    /** A database that is known to be away is not waited for. */
    private <T> T ask(Supplier<T> stored, Function<Read, T> remembered) {
        Read known = read;
        if (known.territories().isEmpty()) {
            T answer = stored.get();
            readAgain(); // whoever was shown something is shown it when the database goes
            return answer;
        }
        if (!rota.storageAnswers() || trouble.isRecent()) {
            return remembered.apply(known);
        }
        try {
            return stored.get();
        } catch (RuntimeException failed) {
            if (!StorageFault.isOutage(failed)) {
                throw failed;
            }
            trouble.noticed();
            return remembered.apply(known);
        }
    }
}
