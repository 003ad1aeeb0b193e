package fr.appui.web.audit;

import java.time.Instant;
import java.util.List;

/** The log as it is kept. */
public interface AuditLog {

    /** Takes its place at the end of the chain, one writer at a time over all nodes; joins the caller's transaction. */
    void append(AuditEntry.Draft draft);

    /** Newest first. */
    List<AuditEntry> page(int page, int size);

    long total();

    Verdict verify();

    /** @return how many entries older than {@code before} were erased; the chain is then verified from what follows them */
    int forget(Instant before);

    sealed interface Verdict {
        /** @param lastHash worth keeping elsewhere: it proves later that nothing before it was rewritten */
        record Whole(long entries, long lastSequence, String lastHash) implements Verdict {}

        /** @param sequence the first entry that does not fit */
        record Broken(long sequence, String why) implements Verdict {}
    }
}
