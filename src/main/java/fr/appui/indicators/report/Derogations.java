package fr.appui.indicators.report;

import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.util.List;

/** Derogations to the quota, told by whoever records them; without such a bean the report says nothing of them. */
public interface Derogations {

    /** Those about duties of these dates, both included. */
    List<RotaAct> of(TerritoryCode territory, LocalDate from, LocalDate to);
}
