package fr.appui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UsualTermsTest {

    private static final Nomenclature LISTS = new Nomenclature(
            "essai",
            "Essai",
            LocalDate.of(2026, 1, 1),
            Map.of(
                    TermKind.MOTIVE,
                    Stream.of("A", "B", "C", "D").map(UsualTermsTest::term).toList()));

    @Test
    void theMostUsedComeFirstAndTheNomenclatureSettlesTies() {
        var usual = UsualTerms.in(List.of(outcome("C"), outcome("C", "D"), outcome("B"), outcome("ABOLISHED")));
        assertThat(usual.first(TermKind.MOTIVE, LISTS)).extracting(Term::code).containsExactly("C", "B", "D", "A");
    }

    @Test
    void withoutAPastTheOrderIsThatOfTheNomenclature() {
        assertThat(UsualTerms.in(List.of()).first(TermKind.MOTIVE, LISTS))
                .extracting(Term::code)
                .containsExactly("A", "B", "C", "D");
    }

    /** Who wrote revision 3, and what is sent by whom having seen what. */
    @Test
    void aRevisionYieldsToItsOwnAuthorAndToWhoeverSawIt() {
        OutcomeRevision draft = revision(OutcomeStatus.DRAFT);
        OutcomeRevision validated = revision(OutcomeStatus.FINAL);
        assertThat(draft.yieldsTo(3, "autre", OutcomeStatus.DRAFT)).isTrue();
        assertThat(draft.yieldsTo(2, "autre", OutcomeStatus.FINAL)).isFalse();
        assertThat(draft.yieldsTo(2, "auteur", OutcomeStatus.DRAFT)).isTrue();
        assertThat(validated.yieldsTo(2, "auteur", OutcomeStatus.DRAFT)).isFalse();
        assertThat(validated.yieldsTo(2, "auteur", OutcomeStatus.FINAL)).isTrue();
        assertThat(validated.says(OutcomeStatus.FINAL, outcome("A"))).isTrue();
        assertThat(validated.says(OutcomeStatus.FINAL, outcome("B"))).isFalse();
        assertThat(validated.says(OutcomeStatus.DRAFT, outcome("A"))).isFalse();
    }

    private static OutcomeRevision revision(OutcomeStatus status) {
        return new OutcomeRevision(
                new CallId("appel"), 3, status, "essai", outcome("A"), "auteur", Instant.parse("2026-03-05T20:00:00Z"));
    }

    private static Outcome outcome(String... motives) {
        return new Outcome(
                Optional.empty(),
                List.of(motives),
                List.of(),
                PatientConditions.NOT_ASKED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Term term(String code) {
        return new Term(code, code, Set.of());
    }
}
