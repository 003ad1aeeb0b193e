package fr.appui.trace;

import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * File numbers of SAMU and SAS, each told to whoever noted it alone. Kept as long as callers' numbers, and no longer than the
 * territory allows them.
 */
public interface SamuFiles {

    /** A call that a SAMU or SAS transferred and whose file number one of them noted. @param ending none while it goes on */
    record Noted(CallId call, TerritoryCode territory, Instant received, Optional<Ending> ending, SamuFile file) {}

    /** What came of noting. */
    sealed interface Noting {

        record Kept(Noted noted) implements Noting {}

        /** None that a SAMU or SAS transferred then, or several, or another one noted it: which of them is not said. */
        record NoSuchCall() implements Noting {}
    }

    /**
     * Notes the number of the one call that is meant ({@link MeantTransfer}). A second number of the same author
     * replaces the first.
     *
     * @param lines those whose calls are meant; of a line that was joined to another, both that the author may see
     * @param by who is asking, as the audit log names them
     */
    Noting note(Collection<TerritoryCode> lines, Instant transferred, SamuFile file, String by);

    /** Theirs alone, the latest call first. */
    List<Noted> notedBy(String by, Collection<TerritoryCode> lines, int most);

    /** @return whether there was one of theirs */
    boolean forget(CallId call, String by);
}
