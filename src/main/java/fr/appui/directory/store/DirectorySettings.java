package fr.appui.directory.store;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "appui.directory")
public interface DirectorySettings {

    /**
     * Reference files to load at start, in order: paths of files, or names on the class path such as
     * {@code reference/hauts-de-france.yaml}. Absent, nothing is loaded.
     */
    Optional<List<String>> reference();

    /**
     * The public extraction of the Annuaire Santé ({@code PS_LibreAcces_Personne_activite}), to which physicians' sheets are
     * compared. Absent, nothing is compared.
     */
    Optional<Path> annuaireSante();

    /** Its file of secure mailboxes, where there is one. */
    Optional<Path> annuaireSanteMailboxes();
}
