package fr.appui.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every call there is, traced or declared, for those who must read them all. */
public interface EveryCall {

    /** The next ones in the order of their identifiers; empty at the end. */
    List<CallId> after(Optional<CallId> last, int most);

    /** Those of them that there are. */
    Set<CallId> among(List<CallId> calls);

    /** Calls received before this were erased from the trace once they had served their time. */
    Instant erasedBefore();
}
