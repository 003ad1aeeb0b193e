package fr.appui.indicators.report;

import java.time.LocalDate;
import java.util.List;

/**
 * What the hospital says of a year in its own words, and what no record of the service knows.
 *
 * @param commentary of the year @param outlook for the next one
 * @param medicalLead the physician who answers for the service, and signs; empty when none is named
 * @param coordination who coordinates (doc 001 §5) @param meetings working groups and Retex (doc 001 §7), in any order
 * @param version zero before anything was written
 */
public record Narrative(
        String commentary,
        String outlook,
        String medicalLead,
        List<Staff> coordination,
        List<Meeting> meetings,
        long version) {

    public static final Narrative NONE = new Narrative("", "", "", List.of(), List.of(), 0);

    /** @param share of a full-time post, as it is written */
    public record Staff(String name, String role, String share) {}

    public record Meeting(LocalDate date, String subject, String decisions, String actions) {}

    public Narrative {
        coordination = List.copyOf(coordination);
        meetings = List.copyOf(meetings);
    }
}
