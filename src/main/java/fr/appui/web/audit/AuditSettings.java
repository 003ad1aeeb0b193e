package fr.appui.web.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** The audit log, under {@code appui.audit}. */
@ConfigMapping(prefix = "appui.audit")
public interface AuditSettings {

    /** How long entries are kept; the database itself keeps them a year at least. */
    @WithDefault("P3Y")
    Period kept();
}
