package fr.appui.calendar;

/** The two perimeters of the cahier des charges §4: socle and étendu. Their hours are data, their names are not. */
public enum PerimeterKind {
    CORE,
    EXTENDED
}
