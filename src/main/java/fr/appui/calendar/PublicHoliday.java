package fr.appui.calendar;

import java.time.LocalDate;

/** @param name in French; both names where two holidays share the date */
public record PublicHoliday(LocalDate date, String name) {}
