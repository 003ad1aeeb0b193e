package fr.appui.calendar;

/** How a date counts for hours and pay: Saturdays, Sundays and public holidays are alike (domain §3). */
public enum DayKind {
    WORKING,
    NON_WORKING
}
