package fr.appui.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log as it is kept. */
public interface AuditLog {

    /** Takes its place at the end of the chain, one writer at a time over all nodes; joins the caller's transaction. */
    void append(AuditEntry.Draft draft);

    /** Newest first. */
    List<AuditEntry> page(int page, int size);

    long total();

    /** @param actor whoever did it, exactly @param from included @param to excluded */
    record Filter(Optional<String> actor, Optional<Instant> from, Optional<Instant> to) {}

    /** Newest first. */
    List<AuditEntry> search(Filter filter, int page, int size);

    long count(Filter filter);

    Verdict verify();

    /** @return how many entries older than {@code before} were erased; the chain is then verified from what follows them */
    int forget(Instant before);

    /** Where the log ends. */
    record Head(long sequence, String hash) {}

    Head head();

    /** The hash that the entry of this number has; empty when it is erased, or not there. */
    Optional<String> hashAt(long sequence);

    /** Whether retention erased the entry of this number. */
    boolean isErased(long sequence);

    /** @param sequence the entry that does not fit @param why a French clause about it */
    record Break(long sequence, String why) {}

    sealed interface Verdict {
        /** @param lastHash worth keeping elsewhere: it proves later that nothing before it was rewritten */
        record Whole(long entries, long lastSequence, String lastHash) implements Verdict {}

        /** @param breaks the first hundred, in order @param total how many there are */
        record Broken(List<Break> breaks, long total) implements Verdict {
            public Broken {
                breaks = List.copyOf(breaks);
            }
        }
    }
}
