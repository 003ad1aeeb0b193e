package fr.appui.web.regulator;

import fr.appui.directory.TerritoryCode;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What regulators are shown. */
@ConfigMapping(prefix = "appui.regulator")
public interface RegulatorSettings {

    /** The territories that agreed to name their physicians to regulators; elsewhere only role and establishment are said. */
    Optional<Set<String>> named();

    /** A file of {@code code INSEE;nom} lines in place of the one that comes with the product (Hauts-de-France, Seine-et-Marne). */
    Optional<Path> communes();

    default boolean names(TerritoryCode territory) {
        return named().map(codes -> codes.contains(territory.value())).orElse(false);
    }
}
