package fr.appui.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Period;
import java.util.Optional;

/** The audit log, under {@code appui.audit}. */
@ConfigMapping(prefix = "appui.audit")
public interface AuditSettings {

    /** How long entries are kept; the database itself keeps them a year at least. */
    @WithDefault("P3Y")
    Period kept();

    /**
     * A file outside the database to which the number and hash of the last entry are added every day, for {@code
     * audit-verify --against}; absent: the log of the service alone says them.
     */
    Optional<Path> headFile();
}
