package fr.appui.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings of outcomes and of their transmission, under {@code appui.outcome}. */
@ConfigMapping(prefix = "appui.outcome")
public interface OutcomeSettings {

    /** Territories whose coordinator opened the free text. */
    Optional<Set<String>> freeText();

    /** Nomenclature files to load at start, besides the default one. */
    Optional<List<Path>> nomenclatures();

    /** How often missing outcomes are looked for; {@code off} for never. */
    @WithDefault("5m")
    String remindersEvery();

    Transmission transmission();

    interface Transmission {

        /** The carrying hospital's MSSanté mailbox, by territory code. Transmissions wait for a territory that has none. */
        Map<String, String> mailbox();

        /** The MSSanté address they are sent from. */
        Optional<String> from();

        /** End of the addresses that belong to the secure health mail. */
        @WithDefault(".mssante.fr")
        String secureDomain();

        /** How often the queue is looked at; {@code off} for never. */
        @WithDefault("30s")
        String every();

        /** Why another domain is used in production nevertheless; without it the service does not start. */
        Optional<String> waiver();
    }
}
