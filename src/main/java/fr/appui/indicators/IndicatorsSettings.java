package fr.appui.indicators;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of the indicators, under {@code appui.indicators}. */
@ConfigMapping(prefix = "appui.indicators")
public interface IndicatorsSettings {

    Kit kit();

    /** When the coordinators are reminded of the report that is due in March, as a cron expression; {@code off} for never. */
    @WithDefault("0 0 9 ? 1-3 MON")
    String reportReminder();

    /**
     * Employer's charges on the pay of the host's own physicians, by territory: {@code 0.42} for 42 %. Where none is given, the
     * financial statement counts none.
     */
    Map<String, BigDecimal> employerCharges();

    /**
     * What a territory's agreements pay for a duty held behind the first rung: {@code none}, {@code rate 30.00} (euros a day) or
     * {@code share 0.5} (of the day's flat rate). None where none is given.
     */
    Map<String, BackUpPay> backUpPay();

    /**
     * Where the ARS is told of each difficulty when it is noted, by territory or by the beginning that a region's territories
     * share ({@code HDF}). Where none is given, it reads them on its page.
     */
    Map<String, String> arsMail();

    /**
     * The region's template of the report, a YAML file: sections in order, with their headings and without which figures. Reports
     * follow the cahier des charges where none is given.
     */
    Optional<Path> reportTemplate();

    /**
     * Areas that services are to reach in the end, of another region than Hauts-de-France: a YAML file as
     * {@code reference/tas-hauts-de-france.yaml}.
     */
    Optional<Path> areas();

    /**
     * Inhabitants of the region's communes, a CSV file of {@code code;population} lines (INSEE codes). Without it coverage is told by
     * commune alone.
     */
    Optional<Path> populations();

    /** How often posters that wait to be sent are sent, {@code off} for never. */
    @WithDefault("30s")
    String diffusionEvery();

    interface Kit {

        /** Files of the logos printed on the poster and on the report's cover: PNG or JPEG. */
        Optional<List<Path>> logos();

        /** The same for one territory, instead of the site's. */
        Map<String, List<Path>> territoryLogos();

        /** Territories whose number is the SAMU's, which transfers to the physician on duty. */
        Optional<List<String>> samuAnswers();
    }
}
