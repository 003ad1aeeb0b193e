package fr.appui.web.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Who is told more of a node's health than the state of each point, besides whoever brings {@code appui.metrics.token}. */
@ConfigMapping(prefix = "appui.health")
interface HealthSettings {

    /** A secret of this node, written anew at each start and readable by its account alone: {@code appui check} brings it. */
    @WithDefault("${appui.home:data}/check-token")
    Path tokenFile();
}
