package fr.appui.web.reports;

import fr.appui.directory.Territory;
import fr.appui.indicators.render.DocxLayout;
import fr.appui.indicators.report.AnnualReport;
import fr.appui.indicators.report.ReportTemplate;
import fr.appui.indicators.report.ReportTemplates;
import fr.appui.indicators.report.ReportTemplates.Keeping;
import fr.appui.indicators.report.Reports;
import fr.appui.web.Problem;
import fr.appui.web.Problem.FieldError;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The templates of the report that a region loads: tried, kept under their version, given a form. */
@ApplicationScoped
class TemplateDesk {

    static final int LARGEST_LAYOUT = 1_500_000;

    private final ReportTemplates templates;
    private final Reports reports;
    private final Visitor visitor;

    TemplateDesk(ReportTemplates templates, Reports reports, Visitor visitor) {
        this.templates = templates;
        this.reports = reports;
        this.visitor = visitor;
    }

    /** @param from the first year that it is for @param layout whether a docx gives it its form */
    record Line(String version, int from, boolean layout, String by, Instant at) {
        static Line of(ReportTemplates.Kept kept) {
            return new Line(kept.template().version(), kept.template().from(), kept.layout(), kept.by(), kept.at());
        }
    }

    List<Line> lines(String region) {
        return templates.of(known(region)).stream().map(Line::of).toList();
    }

    Line keep(String region, @Nullable String yaml) {
        ReportTemplate read = read(yaml);
        return switch (templates.keep(
                known(region), written(yaml), visitor.signedIn().login())) {
            case Keeping.Done done -> line(region, read.version());
            case Keeping.Changed(String version) ->
                throw Problem.conflict(
                        "trame-deja-chargee",
                        "La version " + version
                                + " existe avec un autre contenu ; donner au fichier une autre version.");
        };
    }

    private Line line(String region, String version) {
        return Line.of(kept(region, version));
    }

    private ReportTemplates.Kept kept(String region, String version) {
        return templates.of(known(region)).stream()
                .filter(kept -> kept.template().version().equals(version))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("La trame « " + version + " » n’existe pas."));
    }

    String source(String region, String version) {
        return kept(region, version).source();
    }

    /** The report of a year as it would be, nothing kept. */
    AnnualReport preview(String region, int year, @Nullable String yaml) {
        ReportTemplate tried = read(yaml);
        int asked = Territories.year(year).year();
        if (asked < tried.from()) {
            throw Problem.badRequest(
                    "year", "la trame vaut à partir de " + tried.from() + " ; choisir une année qui la suit");
        }
        return reports.preview(known(region), asked, tried).orElseThrow(() -> Territories.unknown(region));
    }

    Optional<byte[]> layout(String region, String version) {
        return templates.layout(known(region), version);
    }

    /** @param docx judged by its content, whatever its name says */
    void keepLayout(String region, String version, byte @Nullable [] docx) {
        if (docx == null || docx.length == 0 || docx.length > LARGEST_LAYOUT) {
            throw Problem.badRequest("layout", "choisir un document .docx de 1,5 Mo au plus");
        }
        List<FieldError> faults = DocxLayout.faults(docx).stream()
                .map(fault -> new FieldError("layout", fault))
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.badRequest(faults);
        }
        if (!templates.keepLayout(
                known(region), version, docx, visitor.signedIn().login())) {
            throw Problem.notFound("La trame « " + version + " » n’existe pas.");
        }
    }

    private static String written(@Nullable String yaml) {
        return yaml == null ? "" : yaml;
    }

    private static ReportTemplate read(@Nullable String yaml) {
        return Problem.read("yaml", written(yaml), ReportTemplate::read);
    }

    /** A region, by what its territories' codes begin with: a territory follows its region's. */
    private String known(String region) {
        List<Territory> territories = reports.territories(region);
        if (territories.isEmpty() || territories.getFirst().code().value().equals(region)) {
            throw Problem.notFound("Aucune région dont les codes commencent par « " + region + "- ».");
        }
        return region;
    }
}
