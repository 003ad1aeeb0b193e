package fr.appui.planning;

/**
 * Dates on which a volunteer may not be on duty for the territory.
 *
 * @param reason a French sentence that names the missing condition (doc 001 §2)
 */
public record Ineligibility(DateRange dates, String reason) {}
