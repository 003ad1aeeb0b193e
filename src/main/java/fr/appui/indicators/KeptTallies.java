package fr.appui.indicators;

import fr.appui.directory.TerritoryCode;
import java.util.Collection;
import java.util.Map;

/** Where counts are kept that were made once. What is kept may be forgotten at any time: it is counted anew. */
public interface KeptTallies {

    /** @param revision of the calls that were counted, as {@link CountedCalls#revisions} says it */
    record Kept(long revision, CallTally tally) {}

    /** @param readings what was counted through which eyes; those that nothing was kept of are missing in the answer */
    Map<String, Kept> of(TerritoryCode territory, Collection<String> readings);

    void keep(TerritoryCode territory, Map<String, Kept> byReading);

    void forget();
}
