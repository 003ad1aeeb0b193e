package fr.appui.rota.reference;

import fr.appui.directory.StorageReady;
import fr.appui.directory.store.DirectorySettings;
import fr.appui.rota.CurrentRota;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Loads the configured reference files. A file that is refused is an error in the log and no
 * more: calls must be answered from what is already known.
 */
@ApplicationScoped
class ReferenceAtStart {

    private static final Logger LOG = Logger.getLogger(ReferenceAtStart.class);

    private final DirectorySettings settings;
    private final ReferenceLoader loader;
    private final CurrentRota rota;
    private final Clock clock;

    ReferenceAtStart(DirectorySettings settings, ReferenceLoader loader, CurrentRota rota, Clock clock) {
        this.settings = settings;
        this.loader = loader;
        this.rota = rota;
        this.clock = clock;
    }

    void onStart(@Observes StorageReady ready) {
        List<String> files = settings.reference().orElse(List.of());
        files.forEach(this::load);
        if (!files.isEmpty()) {
            rota.refresh();
        }
    }

    private void load(String name) {
        try {
            loader.load(new ReferenceFile(name).read(clock.instant()));
            LOG.infof("reference %s is loaded", name);
        } catch (RefusedReference refused) {
            LOG.errorf("reference refused, nothing of it is loaded. %s", refused.getMessage());
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "reference %s was not loaded", name);
        }
    }
}
