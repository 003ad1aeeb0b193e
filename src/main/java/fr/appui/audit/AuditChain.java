package fr.appui.audit;

import fr.appui.audit.AuditLog.Break;
import fr.appui.audit.AuditLog.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Walks the log in order and compares, past every break. Holds one entry at a time, and the first breaks. */
public final class AuditChain {

    private static final int MOST_TOLD = 100;

    private long sequence;
    private String hash;
    private long entries;
    private long broken;
    private final List<Break> told = new ArrayList<>();

    /** Starts after the last entry that was erased, or after nothing. */
    public AuditChain(long sequence, String hash) {
        this.sequence = sequence;
        this.hash = hash;
    }

    public void next(AuditEntry entry) {
        if (entry.sequence() != sequence + 1) {
            breaks(
                    sequence + 1,
                    entry.sequence() == sequence + 2 ? "cette ligne manque" : missing(entry.sequence() - 1));
        } else if (!entry.previousHash().equals(hash)) {
            breaks(entry.sequence(), "elle ne suit pas la ligne précédente");
        }
        if (!entry.isIntact()) {
            breaks(entry.sequence(), "son contenu a été modifié");
        }
        sequence = entry.sequence();
        hash = entry.hash();
        entries++;
    }

    /** @param headSequence,headHash where the log says it ends */
    public Verdict end(long headSequence, String headHash) {
        if (sequence != headSequence || !hash.equals(headHash)) {
            breaks(sequence + 1, "la fin du journal manque");
        }
        return broken == 0 ? new Verdict.Whole(entries, sequence, hash) : new Verdict.Broken(told, broken);
    }

    private static String missing(long last) {
        return "les lignes manquent jusqu’à la " + last;
    }

    private void breaks(long at, String why) {
        broken++;
        if (told.size() < MOST_TOLD) {
            told.add(new Break(at, why));
        }
    }
}
