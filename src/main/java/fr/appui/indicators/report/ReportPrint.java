package fr.appui.indicators.report;

import fr.appui.french.FrenchDate;
import fr.appui.indicators.report.AnnualReport.Heading;
import fr.appui.indicators.report.AnnualReport.Submission;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** An annual report as it is printed: its title page says what it covers and whether it was submitted. */
public final class ReportPrint {

    static final String COMPLETE = "Document complet pour l’ARS, nominatif : ne pas diffuser";
    static final String PUBLIC = "Document public : aucune personne n’y est nommée";
    static final String PUBLIC_DRAFT = "Document public, version de travail : ne pas diffuser";

    private ReportPrint() {}

    public static Printable of(AnnualReport report, ZoneId zone) {
        Heading heading = report.heading();
        List<String> lines = new ArrayList<>();
        lines.add("Appui territorial de soins palliatifs");
        heading.host().ifPresent(host -> lines.add("Établissement porteur : " + host));
        heading.contact().ifPresent(lines::add);
        lines.add("Période : du 1er janvier au " + written(heading.coversUntil()));
        lines.add(heading.submission()
                .map(submission -> submitted(submission, zone))
                .orElse("Version de travail du " + written(heading.printedOn())));
        heading.submission()
                .filter(submission -> !heading.published())
                .ifPresent(submission -> lines.add("Empreinte SHA-256 : " + submission.sha256()));
        String marking = !heading.published() ? COMPLETE : heading.submission().isPresent() ? PUBLIC : PUBLIC_DRAFT;
        return new Printable(
                "Bilan annuel d’activité " + heading.year(),
                heading.name(),
                marking,
                lines,
                signatures(heading),
                "Bilan " + heading.year() + " – " + heading.name()
                        + (heading.submission().isPresent() || heading.published() ? "" : " – version de travail")
                        + " – " + marking,
                report.sections(),
                report.definitions());
    }

    private static List<String> signatures(Heading heading) {
        if (heading.published()) {
            return List.of();
        }
        return heading.host().isPresent()
                ? List.of(
                        "Pour l’établissement porteur",
                        "Le médecin responsable"
                                + heading.medicalLead().map(name -> ", " + name).orElse(""))
                : List.of("Pour la région");
    }

    private static String submitted(Submission submission, ZoneId zone) {
        return "Version transmise à l’ARS le " + moment(submission.at().atZone(zone));
    }

    private static String moment(ZonedDateTime at) {
        return FrenchDate.of(at.toLocalDate()) + " à " + FrenchDate.time(at);
    }

    private static String written(LocalDate date) {
        return FrenchDate.of(date);
    }
}
