package fr.appui.web.audit;

import fr.appui.web.audit.AuditLog.Verdict;
import java.util.Optional;

/** Walks the log in order and compares. Holds one entry at a time. */
public final class AuditChain {

    private long sequence;
    private String hash;
    private long entries;
    private Optional<Verdict.Broken> broken = Optional.empty();

    /** Starts after the last entry that was erased, or after nothing. */
    public AuditChain(long sequence, String hash) {
        this.sequence = sequence;
        this.hash = hash;
    }

    public void next(AuditEntry entry) {
        if (broken.isPresent()) {
            return;
        }
        if (entry.sequence() != sequence + 1) {
            broken = Optional.of(new Verdict.Broken(sequence + 1, "cette ligne manque"));
        } else if (!entry.previousHash().equals(hash)) {
            broken = Optional.of(new Verdict.Broken(entry.sequence(), "elle ne suit pas la ligne précédente"));
        } else if (!entry.isIntact()) {
            broken = Optional.of(new Verdict.Broken(entry.sequence(), "son contenu a été modifié"));
        }
        sequence = entry.sequence();
        hash = entry.hash();
        entries++;
    }

    /** @param headSequence,headHash where the log says it ends */
    public Verdict end(long headSequence, String headHash) {
        if (broken.isPresent()) {
            return broken.get();
        }
        return sequence == headSequence && hash.equals(headHash)
                ? new Verdict.Whole(entries, sequence, hash)
                : new Verdict.Broken(sequence + 1, "la fin du journal manque");
    }
}
