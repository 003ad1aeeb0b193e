package fr.appui.directory;

import java.time.LocalDate;
import java.util.List;

/** What became of a territory, written as the directory is changed. */
public interface TerritoryChanges {

    /** Both dates included, in the order they were recorded. */
    List<TerritoryChange> of(TerritoryCode territory, LocalDate first, LocalDate last);
}
