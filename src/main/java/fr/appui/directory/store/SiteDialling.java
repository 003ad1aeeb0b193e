package fr.appui.directory.store;

import fr.appui.directory.Dialling;
import fr.appui.directory.Dialling.Whose;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The site's own prefixes; {@code appui-site.conf} lists the same, and the extensions too. */
@ApplicationScoped
class SiteDialling {

    private static final String FRANCE = "+331,+332,+333,+334,+335,+336,+337,+339,+262,+508,+590,+594,+596";

    @ConfigMapping(prefix = "appui.dialling")
    interface Settings {
        /** First digits of the numbers at which physicians may be rung; APPUI_DIAL_PHYSICIANS lists the same. */
        @WithDefault(FRANCE)
        List<String> physicians();

        /** First digits of the numbers that a line may send callers to; APPUI_DIAL_LINES. */
        @WithDefault(FRANCE + ",+3380")
        List<String> lines();

        /** First digits of the numbers that callers may be called back at; APPUI_DIAL_CALLERS. */
        @WithDefault(FRANCE)
        List<String> callers();

        Extensions extensions();
    }

    /** What a territory may list besides, a neighbouring country for one. */
    interface Extensions {
        /** What a territory may add for its physicians; in APPUI_DIAL_PHYSICIANS too. */
        Optional<List<String>> physicians();

        /** What a territory may add for its lines; in APPUI_DIAL_LINES too. */
        Optional<List<String>> lines();

        /** What a territory may add for call-backs; in APPUI_DIAL_CALLERS too. */
        Optional<List<String>> callers();
    }

    @Produces
    @Singleton
    Dialling dialling(Settings settings) {
        Extensions more = settings.extensions();
        return new Dialling(
                Map.of(
                        Whose.PHYSICIAN, settings.physicians(),
                        Whose.LINE, settings.lines(),
                        Whose.CALLER, settings.callers()),
                Map.of(
                        Whose.PHYSICIAN, more.physicians().orElse(List.of()),
                        Whose.LINE, more.lines().orElse(List.of()),
                        Whose.CALLER, more.callers().orElse(List.of())));
    }
}
