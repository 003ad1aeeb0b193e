package fr.appui.trace;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The numbers of the people of a call, as long as they are kept. Nothing of this leaves the house. */
public interface CallParties {

    /** A caller who left a number. */
    record AskedBack(CallId call, Instant at) {}

    /** Those who asked since then, first come first, a bounded number of them. */
    List<AskedBack> askedBackSince(Instant since);

    /** Which of these numbers somebody called from, as long as numbers are kept. @param asked 1 000 at most */
    Set<PhoneNumber> calledFrom(Collection<TerritoryCode> territories, Collection<PhoneNumber> asked);

    /** The number that was left, else the one that the call came from. */
    Optional<PhoneNumber> numberOf(CallId call);
}
