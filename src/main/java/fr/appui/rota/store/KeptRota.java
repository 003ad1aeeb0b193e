package fr.appui.rota.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.appui.rota.IndexedRota;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The last snapshot on disk, for whoever answers before there is an application. */
public final class KeptRota {

    private KeptRota() {}

    /**
     * Empty where it is older than a restart takes: storage is asked then.
     *
     * @param invented whether one that nobody is on may serve ({@link RotaSettings#invented})
     */
    public static Optional<IndexedRota> fresh(Path file, Instant now, boolean invented) {
        return new SnapshotFile(file, json())
                .read(invented)
                .filter(facts -> RotaInMemory.isFresh(facts.takenAt(), now))
                .map(IndexedRota.EMPTY::readAgain);
    }

    static JsonMapper json() {
        return JsonMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }
}
