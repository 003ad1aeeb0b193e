package fr.appui.directory;

import java.time.LocalDate;
import java.util.List;

/** Who may take over, by territory: what the last file said, whole. */
public interface TakeOvers {

    /** More than any region has of such services. */
    int MOST = 500;

    /** By kind and name. */
    List<TakeOver> of(TerritoryCode territory);

    List<TakeOver> on(TerritoryCode territory, LocalDate date);

    /** Puts these in place of all that were there: of two files at the same moment one stands, whole. */
    void replace(TerritoryCode territory, List<TakeOver> all, String by);
}
