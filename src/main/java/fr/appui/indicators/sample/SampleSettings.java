package fr.appui.indicators.sample;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * Beside the settings of the indicators: what stands under a mapped prefix is refused at the start where no mapping knows it, and a
 * package built with -Dproduction has no sample year.
 */
@ConfigMapping(prefix = "appui.indicators")
interface SampleSettings {

    /**
     * Demonstrations and tests: year to fill with invented calls at the start, as long as there is no call. A package built with
     * -Dproduction has none.
     */
    Optional<Integer> sampleYear();
}
