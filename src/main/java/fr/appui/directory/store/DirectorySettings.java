package fr.appui.directory.store;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "appui.directory")
public interface DirectorySettings {

    /**
     * Reference files to load at start, in order: paths of files, or names on the class path such as
     * {@code reference/hauts-de-france.yaml}. Absent, nothing is loaded.
     */
    Optional<List<String>> reference();
}
