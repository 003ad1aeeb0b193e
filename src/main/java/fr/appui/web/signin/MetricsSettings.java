package fr.appui.web.signin;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may read {@code /q/metrics} besides administrators. */
@ConfigMapping(prefix = "appui.metrics")
interface MetricsSettings {

    /** What the monitoring brings as its bearer token; it opens nothing else, and needs no database. Absent: none. */
    Optional<String> token();
}
