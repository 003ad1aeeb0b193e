package fr.appui.indicators.report;

import fr.appui.french.InvalidInput;
import fr.appui.indicators.IndicatorsSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The template that a report follows: the region's, as it was loaded for that year, or the one of the settings' file. One that
 * cannot be used is told in the log, and reports keep the order of the cahier des charges: a file of the report never keeps the
 * service from starting.
 */
@ApplicationScoped
public class RegionTemplate {

    private static final Logger LOG = Logger.getLogger(RegionTemplate.class);

    private final Optional<ReportTemplate> settled;
    private final ReportTemplates loaded;

    RegionTemplate(IndicatorsSettings settings, ReportTemplates loaded) {
        this.settled = settings.reportTemplate().flatMap(RegionTemplate::read);
        this.loaded = loaded;
    }

    private static Optional<ReportTemplate> read(Path file) {
        try {
            return Optional.of(ReportTemplate.read(Files.readString(file)));
        } catch (IOException | InvalidInput unusable) {
            LOG.errorf("report template %s is not used: %s", file, unusable.getMessage());
            return Optional.empty();
        }
    }

    /** Empty for the order of the cahier des charges. */
    public Optional<ReportTemplate> of(String code, int year) {
        return loaded.inForce(code, year)
                .map(ReportTemplates.Kept::template)
                .or(() -> settled.filter(known -> known.from() <= year));
    }

    /** The text document that gives a report its form, where the region gave one. */
    public Optional<byte[]> layout(String code, int year) {
        return loaded.inForce(code, year)
                .filter(ReportTemplates.Kept::layout)
                .flatMap(kept -> loaded.layout(
                        ReportTemplates.regionOf(code), kept.template().version()));
    }

    AnnualReport applyTo(AnnualReport report, Map<String, String> written) {
        return of(report.heading().code(), report.heading().year())
                .map(known -> known.applyTo(report, written))
                .orElse(report);
    }
}
