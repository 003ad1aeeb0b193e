package fr.appui.web.reports;

import fr.appui.french.FrenchDate;
import fr.appui.indicators.kit.Kits;
import fr.appui.indicators.report.AnnualReport;
import fr.appui.indicators.report.AnnualReport.Submission;
import fr.appui.indicators.report.Narratives;
import fr.appui.indicators.report.PublicReport;
import fr.appui.indicators.report.RegionTemplate;
import fr.appui.indicators.report.ReportJson;
import fr.appui.indicators.report.ReportPrint;
import fr.appui.indicators.report.ReportTemplate;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.SubmittedReports;
import fr.appui.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The annual report of a territory or of a region, as a draft or as it was submitted. */
@ApplicationScoped
class ReportDesk {

    private final Reports reports;
    private final SubmittedReports kept;
    private final Narratives narratives;
    private final Kits kits;
    private final RegionTemplate template;

    ReportDesk(Reports reports, SubmittedReports kept, Narratives narratives, Kits kits, RegionTemplate template) {
        this.template = template;
        this.narratives = narratives;
        this.reports = reports;
        this.kept = kept;
        this.kits = kits;
    }

    /** @param audience {@code ARS} or {@code PUBLIC} */
    Response report(String code, int year, String audience, Rendering rendering) {
        boolean published = isPublic(audience);
        AnnualReport whole =
                reports.of(code, Territories.year(year).year()).orElseThrow(() -> Territories.unknown(code));
        AnnualReport report = published ? PublicReport.of(whole) : whole;
        return rendering.of(
                report,
                () -> ReportPrint.of(report, reports.zone(code)),
                new Rendering.Form(() -> kits.logos(code), () -> template.layout(code, year)),
                "bilan-" + code + "-" + year + (published ? "-public" : "-complet"));
    }

    private static boolean isPublic(String audience) {
        return switch (audience) {
            case "ARS" -> false;
            case "PUBLIC" -> true;
            default ->
                throw Problem.badRequest(
                        "audience", "choisir ARS (document complet) ou PUBLIC (document public, sans personne)");
        };
    }

    /** Freezes the report as it stands: what the ARS receives. */
    AnnualReport submit(String code, int year, String author) {
        return switch (reports.submit(code, Territories.year(year).year(), author)) {
            case Reports.Submitting.Done(AnnualReport report) -> report;
            case Reports.Submitting.AlreadyDone done ->
                throw Problem.conflict(
                        "bilan-deja-transmis",
                        "Le bilan " + year + " de " + code + " est déjà transmis ; il ne change plus.");
            case Reports.Submitting.TooEarly(LocalDate from) ->
                throw Problem.conflict(
                        "annee-en-cours",
                        "L’année " + year + " n’est pas terminée : le bilan pourra être transmis à partir du "
                                + FrenchDate.of(from) + ".");
            case Reports.Submitting.Unknown unknown -> throw Territories.unknown(code);
        };
    }

    NarrativeEntry narrative(String code, int year) {
        known(code);
        return NarrativeEntry.of(narratives.of(code, Territories.year(year).year()));
    }

    /** Keeps what was written, read back; refused once the report was submitted, or when somebody was faster. */
    NarrativeEntry write(String code, int year, @Nullable NarrativeEntry written) {
        NarrativeEntry entry = written == null ? NarrativeEntry.NOTHING : written;
        known(code);
        if (reports.isSubmitted(code, Territories.year(year).year())) {
            throw Problem.conflict(
                    "bilan-deja-transmis",
                    "Le bilan " + year + " de " + code + " est déjà transmis ; il ne change plus.");
        }
        Map<String, String> before = narratives.of(code, year).texts();
        if (!narratives.keep(code, year, entry.read(reports.today(code), fields(code, year), before))) {
            throw Problem.conflict(
                    "textes-changes",
                    "Quelqu’un a changé ces textes entre-temps : relisez-les, puis reportez les vôtres.");
        }
        return narrative(code, year);
    }

    /** What the region's template asks the hospital to write. */
    List<ReportTemplate.Field> fields(String code, int year) {
        return template.of(code, year).map(ReportTemplate::fields).orElse(List.of());
    }

    private void known(String code) {
        if (reports.territories(code).isEmpty()) {
            throw Territories.unknown(code);
        }
    }

    Response submitted(AnnualReport report) {
        return Response.ok(ReportJson.write(report.heading()))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    /** The frozen document, byte for byte: its SHA-256 is the digest printed on the report. */
    Response document(String code, int year) {
        String json = kept.document(code, year)
                .orElseThrow(
                        () -> Problem.notFound("Le bilan " + year + " de « " + code + " » n’est pas encore transmis."));
        return Response.ok(json.getBytes(StandardCharsets.UTF_8))
                .type(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"bilan-" + code + "-" + year + "-transmis.json\"")
                .build();
    }

    /** @param dueBy the ARS expects a year's report in March of the next (doc 001 §6) */
    record Line(
            int year, String state, String dueBy, @Nullable Submission submission) {}

    /** This year and the one before, and every year that was submitted; latest first. */
    List<Line> lines(String code) {
        if (reports.territories(code).isEmpty()) {
            throw Territories.unknown(code);
        }
        Map<Integer, Submission> submitted = kept.of(code).stream()
                .collect(Collectors.toMap(SubmittedReports.Kept::year, SubmittedReports.Kept::submission));
        int thisYear = reports.today(code).getYear();
        return Stream.concat(Stream.of(thisYear, thisYear - 1), submitted.keySet().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(year -> line(code, year, submitted.get(year)))
                .toList();
    }

    private Line line(String code, int year, @Nullable Submission submission) {
        String state = submission != null ? "SUBMITTED" : reports.isOver(code, year) ? "DUE" : "GOING_ON";
        return new Line(year, state, Reports.dueBy(year).toString(), submission);
    }
}
