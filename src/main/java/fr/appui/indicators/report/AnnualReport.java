package fr.appui.indicators.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The report of one year for one territory or one region, in the order of doc 001 §6.
 *
 * @param definitions what each indicator means, printed as an annex
 */
public record AnnualReport(Heading heading, List<Section> sections, List<Definition> definitions) {

    /**
     * @param code the territory's or the region's
     * @param host the hospital that carries the service; empty for a region
     * @param contact its FINESS number, the line to dial and the mail address, as they are published
     * @param coversUntil the last day counted: a draft made in the course of the year stops there
     * @param medicalLead the physician who signs with the hospital; empty when none is named
     * @param published whether it is the one that anybody may read; otherwise it is complete, for the ARS
     */
    public record Heading(
            String code,
            String name,
            int year,
            Optional<String> host,
            Optional<String> contact,
            LocalDate coversUntil,
            LocalDate printedOn,
            Optional<Submission> submission,
            boolean published,
            Optional<String> medicalLead) {

        Heading submitted(Submission how) {
            return new Heading(
                    code, name, year, host, contact, coversUntil, printedOn, Optional.of(how), published, medicalLead);
        }

        /** Who submitted it is a person, and the digest is the complete document's: neither is published. */
        Heading publicly() {
            return new Heading(
                    code,
                    name,
                    year,
                    host,
                    contact,
                    coversUntil,
                    printedOn,
                    submission.map(known -> new Submission(known.at(), "", "")),
                    true,
                    Optional.empty());
        }
    }

    /** @param sha256 of the frozen document, in hexadecimal */
    public record Submission(Instant at, String by, String sha256) {}

    public AnnualReport {
        sections = List.copyOf(sections);
        definitions = List.copyOf(definitions);
    }

    public Section section(String code) {
        return sections.stream()
                .filter(section -> section.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rubrique « " + code + " » inconnue"));
    }

    public AnnualReport withSections(List<Section> changed) {
        return new AnnualReport(heading, changed, definitions);
    }

    public AnnualReport submitted(Submission submission) {
        return new AnnualReport(heading.submitted(submission), sections, definitions);
    }
}
