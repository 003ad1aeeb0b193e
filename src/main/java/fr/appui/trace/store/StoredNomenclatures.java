package fr.appui.trace.store;

import fr.appui.directory.StorageReady;
import fr.appui.trace.Nomenclature;
import fr.appui.trace.NomenclatureFile;
import fr.appui.trace.NomenclatureReading;
import fr.appui.trace.NomenclatureShelf;
import fr.appui.trace.Nomenclatures;
import fr.appui.trace.OutcomeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Nomenclatures in MariaDB: the default one and the configured files are put there as soon as it is ready, others by the API. */
@ApplicationScoped
class StoredNomenclatures implements NomenclatureShelf {

    private static final Logger LOG = Logger.getLogger(StoredNomenclatures.class);
    private static final String DEFAULT = "/nomenclature/default-2026.yaml";

    private final OutcomeSettings settings;
    private final Clock clock;

    StoredNomenclatures(OutcomeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A file that is refused is told and passed over: a wrong list must not keep the line from starting. */
    @Transactional
    void load(@Observes StorageReady ready) {
        told("default", keep(bundled()));
        for (Path file : settings.nomenclatures().orElse(List.of())) {
            try {
                told(file.toString(), keep(Files.readString(file)));
            } catch (IOException unreadable) {
                LOG.errorf("nomenclature %s cannot be read: %s", file, unreadable.getMessage());
            }
        }
    }

    @Override
    @Transactional
    public Nomenclatures all() {
        return new Nomenclatures(NomenclatureRow.<NomenclatureRow>listAll().stream()
                .map(row -> NomenclatureFile.read(row.source))
                .map(reading -> switch (reading) {
                    case NomenclatureReading.Accepted accepted -> accepted.nomenclature();
                    case NomenclatureReading.Refused refused ->
                        throw new IllegalStateException(
                                "a kept nomenclature is no longer readable: " + refused.problems());
                })
                .toList());
    }

    @Override
    @Transactional
    public Keeping keep(String yaml) {
        return switch (NomenclatureFile.read(yaml)) {
            case NomenclatureReading.Refused refused -> new Keeping.Unreadable(refused);
            case NomenclatureReading.Accepted accepted -> keep(accepted.nomenclature(), yaml);
        };
    }

    private Keeping keep(Nomenclature nomenclature, String yaml) {
        Optional<NomenclatureRow> known = NomenclatureRow.findByIdOptional(nomenclature.version());
        if (known.isPresent()) {
            return NomenclatureFile.read(known.get().source).equals(new NomenclatureReading.Accepted(nomenclature))
                    ? new Keeping.Kept(nomenclature)
                    : new Keeping.Changed(nomenclature.version());
        }
        NomenclatureRow row = new NomenclatureRow();
        row.version = nomenclature.version();
        row.validFrom = nomenclature.validFrom();
        row.source = yaml;
        row.loadedAtMs = clock.millis();
        row.persist();
        return new Keeping.Kept(nomenclature);
    }

    private static void told(String file, Keeping keeping) {
        switch (keeping) {
            case Keeping.Kept kept ->
                LOG.debugf("nomenclature %s from %s", kept.nomenclature().version(), file);
            case Keeping.Changed changed ->
                LOG.errorf(
                        "nomenclature %s from %s differs from the one kept under that version; give it another version",
                        changed.version(), file);
            case Keeping.Unreadable unreadable ->
                LOG.errorf(
                        "nomenclature %s is refused: %s",
                        file, unreadable.reading().problems());
        }
    }

    private static String bundled() {
        try (InputStream file = StoredNomenclatures.class.getResourceAsStream(DEFAULT)) {
            return new String(Objects.requireNonNull(file, DEFAULT).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
