package fr.appui.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What one visitor may take of the service, under {@code appui.web}. */
@ConfigMapping(prefix = "appui.web")
public interface WebSettings {

    /** Where people reach the service, {@code https://appui.example/}; absent, what a request was sent to. */
    Optional<URI> address();

    /**
     * Certificates besides that of the address, as PEM files that this node can read: that of SIP over TLS, of a client of secure mail. Their
     * ends are told by {@code appui check}.
     */
    Optional<List<Path>> certificates();

    /** A form or a file that is not here by then is given up. */
    @WithDefault("20s")
    Duration bodyPatience();

    /** Forms and files on their way in at once from one address; a hospital is often one. */
    @WithDefault("30")
    int bodiesPerAddress();

    /** {@code quarkus.http.limits.max-body-size} does not see what comes in chunks before it is read. */
    @WithName("largest-body")
    @WithDefault("2M")
    MemorySize largestBody();

    /** Pages that one visitor follows live at once. */
    @WithDefault("6")
    int streamsPerVisitor();
}
