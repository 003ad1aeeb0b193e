package fr.appui.planning;

/** What a volunteer accepts to hold (doc 001 §4: whole weeks or parts of weeks). */
public enum Willingness {
    PARTS_OF_WEEKS,
    /** All the days to cover of a week, or none of them. */
    WHOLE_WEEKS,
    /** Saturdays, Sundays and public holidays. */
    WEEK_ENDS_ONLY
}
