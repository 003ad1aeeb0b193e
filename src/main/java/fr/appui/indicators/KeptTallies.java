package fr.appui.indicators;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.CallTally.OfRow;
import java.util.Collection;
import java.util.Map;

/** Where counts are kept that were made once. What is kept may be forgotten at any time: it is counted anew. */
public interface KeptTallies {

    /** @param revision of the calls that were counted, as {@link CountedCalls#revisions} says it */
    record Kept<T>(long revision, T counted) {}

    /** @param readings what was counted through which eyes; those that nothing was kept of are missing in the answer */
    Map<String, Kept<CallTally>> of(TerritoryCode territory, Collection<String> readings);

    /** Of one row alone: what {@link #of} would say of it. */
    Map<String, Kept<OfRow>> ofRow(
            TerritoryCode territory, Collection<String> readings, Breakdown breakdown, String bucket);

    void keep(TerritoryCode territory, Map<String, Kept<CallTally>> byReading);

    void forget();
}
