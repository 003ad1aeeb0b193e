package fr.appui.indicators.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the hospital says of a year in its own words, and what no record of the service knows.
 *
 * @param commentary of the year @param outlook for the next one
 * @param medicalLead the physician who answers for the service, and signs; empty when none is named
 * @param coordination who coordinates (doc 001 §5) @param meetings working groups and Retex (doc 001 §7), in any order
 * @param texts what the region's template asks besides, by the codes of its fields
 * @param version zero before anything was written
 */
public record Narrative(
        String commentary,
        String outlook,
        String medicalLead,
        List<Staff> coordination,
        List<Meeting> meetings,
        Map<String, String> texts,
        long version) {

    public static final Narrative NONE = new Narrative("", "", "", List.of(), List.of(), Map.of(), 0);

    /** @param share of a full-time post, as it is written */
    public record Staff(String name, String role, String share) {}

    public record Meeting(LocalDate date, String subject, String decisions, String actions) {}

    public Narrative {
        coordination = List.copyOf(coordination);
        meetings = List.copyOf(meetings);
        texts = texts == null ? Map.of() : Map.copyOf(texts); // what was kept before a template asked has none
    }
}
