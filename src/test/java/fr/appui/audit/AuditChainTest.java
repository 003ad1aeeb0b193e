package fr.appui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.audit.AuditLog.Verdict;
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
        assertThat(verify(log))
                .isEqualTo(new Verdict.Broken(List.of(new AuditLog.Break(2, "son contenu a été modifié")), 1));
    }

    @Test
    void anEntryRewrittenWithItsHashBreaksTheNext() {
        AuditEntry second = log.get(1);
        var forged = new AuditEntry.Draft(
                second.at(), "x.autre", second.act(), second.subject(), second.detail(), second.origin());
        log.set(1, forged.after(1, second.previousHash()));
        assertThat(verify(log))
                .isEqualTo(
                        new Verdict.Broken(List.of(new AuditLog.Break(3, "elle ne suit pas la ligne précédente")), 1));
    }

    @Test
    void aRemovedEntryShowsWhere() {
        log.remove(1);
        assertThat(verify(log)).isEqualTo(new Verdict.Broken(List.of(new AuditLog.Break(2, "cette ligne manque")), 1));
    }

    @Test
    void verificationGoesOnPastABreakAndTellsEach() {
        for (int at : new int[] {0, 2}) {
            AuditEntry entry = log.get(at);
            log.set(
                    at,
                    new AuditEntry(
                            entry.sequence(),
                            entry.at(),
                            "x.autre",
                            entry.act(),
                            entry.subject(),
                            entry.detail(),
                            entry.origin(),
                            entry.previousHash(),
                            entry.hash()));
        }
        assertThat(verify(log))
                .isEqualTo(new Verdict.Broken(
                        List.of(
                                new AuditLog.Break(1, "son contenu a été modifié"),
                                new AuditLog.Break(3, "son contenu a été modifié")),
                        2));
    }

    @Test
    void aTextIsCutByWholeCharactersAndHalfOneIsReplaced() {
        var cut = new AuditEntry.Draft(AT, "a".repeat(159) + "😀😀", "x", "\ud83d", "d", "o");
        assertThat(cut.actor()).isEqualTo("a".repeat(159) + "😀");
        assertThat(cut.subject()).isEqualTo("\ufffd");
    }

    @Test
    void aCutEndShows() {
        log.removeLast();
        assertThat(verify(log))
                .isEqualTo(new Verdict.Broken(List.of(new AuditLog.Break(3, "la fin du journal manque")), 1));
    }

    @Test
    void aCharacterMovedFromOneFieldToTheNextChangesTheHash() {
        var one = new AuditEntry.Draft(AT, "ab", "c", "s", "d", "o").after(0, AuditEntry.BEFORE_THE_FIRST);
        var other = new AuditEntry.Draft(AT, "a", "bc", "s", "d", "o").after(0, AuditEntry.BEFORE_THE_FIRST);
        assertThat(one.hash()).isNotEqualTo(other.hash());
    }
}
