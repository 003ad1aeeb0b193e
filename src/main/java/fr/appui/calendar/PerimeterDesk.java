package fr.appui.calendar;

import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Written;
import java.time.LocalDate;

/**
 * Where a coordinator announces a change of hours to the ARS and records its agreement. A version is never edited: while
 * not agreed it is withdrawn and announced anew, agreed it stays. Every act is in the audit log.
 */
public interface PerimeterDesk {

    Written announce(TerritoryCode territory, Perimeter version, String by);

    Written agree(TerritoryCode territory, LocalDate inForceFrom, ArsAgreement agreement, String by);

    Written withdraw(TerritoryCode territory, LocalDate inForceFrom, String by);
}
