package fr.appui.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.web.audit.AuditLog.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private static final Instant AT = Instant.parse("2026-11-23T18:00:00Z");
    private final List<AuditEntry> log = threeEntries();

    private static List<AuditEntry> threeEntries() {
        List<AuditEntry> entries = new ArrayList<>();
        String previous = AuditEntry.BEFORE_THE_FIRST;
        for (int i = 0; i < 3; i++) {
            var draft =
                    new AuditEntry.Draft(AT.plusSeconds(i), "c.durand", "rota.published", "2026-Q3", "n° " + i, "::1");
            entries.add(draft.after(i, previous));
            previous = entries.getLast().hash();
        }
        return entries;
    }

    private Verdict verify(List<AuditEntry> entries) {
        var chain = new AuditChain(0, AuditEntry.BEFORE_THE_FIRST);
        entries.forEach(chain::next);
        return chain.end(3, log.getLast().hash());
    }

    @Test
    void anUntouchedLogIsWhole() {
        assertThat(verify(log)).isEqualTo(new Verdict.Whole(3, 3, log.getLast().hash()));
    }

    @Test
    void aChangedWordShowsWhere() {
        AuditEntry second = log.get(1);
        log.set(
                1,
                new AuditEntry(
                        2,
                        second.at(),
                        "x.autre",
                        second.act(),
                        second.subject(),
                        second.detail(),
                        second.origin(),
                        second.previousHash(),
                        second.hash()));
        assertThat(verify(log)).isEqualTo(new Verdict.Broken(2, "son contenu a été modifié"));
    }

    @Test
    void anEntryRewrittenWithItsHashBreaksTheNext() {
        AuditEntry second = log.get(1);
        var forged = new AuditEntry.Draft(
                second.at(), "x.autre", second.act(), second.subject(), second.detail(), second.origin());
        log.set(1, forged.after(1, second.previousHash()));
        assertThat(verify(log)).isEqualTo(new Verdict.Broken(3, "elle ne suit pas la ligne précédente"));
    }

    @Test
    void aRemovedEntryShowsWhere() {
        log.remove(1);
        assertThat(verify(log)).isEqualTo(new Verdict.Broken(2, "cette ligne manque"));
    }

    @Test
    void aCutEndShows() {
        log.removeLast();
        assertThat(verify(log)).isEqualTo(new Verdict.Broken(3, "la fin du journal manque"));
    }

    @Test
    void aCharacterMovedFromOneFieldToTheNextChangesTheHash() {
        var one = new AuditEntry.Draft(AT, "ab", "c", "s", "d", "o").after(0, AuditEntry.BEFORE_THE_FIRST);
        var other = new AuditEntry.Draft(AT, "a", "bc", "s", "d", "o").after(0, AuditEntry.BEFORE_THE_FIRST);
        assertThat(one.hash()).isNotEqualTo(other.hash());
    }
}
