package fr.appui.indicators.report;

import fr.appui.indicators.IndicatorsSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The template that the region gave, from the file of the settings. One that cannot be used is told in the log, and reports keep
 * the order of the cahier des charges: a file of the report never keeps the service from starting.
 */
@ApplicationScoped
class RegionTemplate {

    private static final Logger LOG = Logger.getLogger(RegionTemplate.class);

    private final Optional<ReportTemplate> template;

    RegionTemplate(IndicatorsSettings settings) {
        this.template = settings.reportTemplate().flatMap(RegionTemplate::read);
    }

    private static Optional<ReportTemplate> read(Path file) {
        try {
            return Optional.of(ReportTemplate.read(Files.readString(file)));
        } catch (IOException | IllegalArgumentException unusable) {
            LOG.errorf("report template %s is not used: %s", file, unusable.getMessage());
            return Optional.empty();
        }
    }

    AnnualReport applyTo(AnnualReport report) {
        return template.map(known -> known.applyTo(report)).orElse(report);
    }
}
