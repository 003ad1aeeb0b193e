package fr.appui.directory;

import static fr.appui.directory.Volunteers.NEW_YEAR;
import static fr.appui.directory.Volunteers.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 15);

    private final Physician before = Volunteers.physician(Volunteers.career(PARTNER));
    private final Physician after = Erasure.of(before, 1, TODAY);

    @Test
    void nobodyKnowsWhoItWas() {
        assertThat(after.isErased()).isTrue();
        assertThat(before.isErased()).isFalse();
        assertThat(after.name().full()).isEqualTo("Médecin effacé 1");
        assertThat(after.rpps()).isNotEqualTo(before.rpps());
        assertThat(after.mail().value()).doesNotContain("fictive");
        assertThat(after.numbers()).doesNotContainAnyElementsOf(before.numbers());
    }

    @Test
    void whatPayAndReportsRestOnStays() {
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.career().employments()).isEqualTo(before.career().employments());
        assertThat(after.career().workingTimes()).isEqualTo(before.career().workingTimes());
        assertThat(after.career().employerOn(NEW_YEAR)).contains(PARTNER);
    }

    @Test
    void nothingIsPlannedForThemAnyMore() {
        var eligibility = new Eligibility(after, Volunteers.partners());
        assertThat(eligibility.on(TODAY)).isInstanceOf(Eligibility.Answer.Eligible.class);
        assertThat(eligibility.on(TODAY.plusDays(1))).isInstanceOf(Eligibility.Answer.NotEligible.class);
    }

    @Test
    void eachHasANumberOfNobodyOfTheirOwn() {
        assertThat(IntStream.rangeClosed(1, 300).mapToObj(Rpps::ofNobody).distinct())
                .hasSize(300)
                .allMatch(Rpps::isOfNobody);
    }
}
