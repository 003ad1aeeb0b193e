package fr.appui.rota;

import fr.appui.directory.Joining;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Written;
import java.time.LocalDate;

/**
 * Where two lines become one on a date. The number of the one keeps answering, its hours end the day before, and nothing
 * of what was is told anew. Two people at the same moment: the second is refused, whatever the order of the two lines.
 */
public interface JoiningDesk {

    Written join(Joining joining, String by);

    /** Before its day only: what has begun is history. @param firstDay as the person saw it */
    Written withdraw(TerritoryCode territory, LocalDate firstDay, String by);
}
