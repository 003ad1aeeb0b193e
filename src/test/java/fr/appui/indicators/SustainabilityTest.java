package fr.appui.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.appui.directory.Agreement;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Partners;
import fr.appui.directory.Physician;
import fr.appui.indicators.report.SampleRegion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SustainabilityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Partners OISE = SampleRegion.partners(4);
    private static final List<Physician> EIGHT = SampleRegion.territory(4, 10).physicians();

    @Test
    void eightPhysiciansAreEnoughAsLongAsTheirAgreementsRun() {
        assertThat(Sustainability.of(OISE, EIGHT, TODAY))
                .hasSize(4)
                .allSatisfy(forecast -> assertThat(forecast.physicians()).isEqualTo(8))
                .noneMatch(Sustainability.Forecast::isTooFew);
    }

    /** The clinic employs three of the eight: its agreement ends in February. */
    @Test
    void anAgreementThatEndsLeavesTooFewFromThatQuarterOn() {
        List<Agreement> ending = OISE.agreements().stream()
                .map(agreement ->
                        agreement.partner().equals(OISE.agreements().getFirst().partner())
                                ? new Agreement(
                                        agreement.territory(),
                                        agreement.host(),
                                        agreement.partner(),
                                        agreement.signedOn(),
                                        new DateSpan(agreement.dates().from(), Optional.of(LocalDate.of(2027, 2, 10))),
                                        agreement.signatories())
                                : agreement)
                .toList();
        Partners partners = Partners.of(OISE.territory(), SampleRegion.establishments(4), ending);
        assertThat(Sustainability.of(partners, EIGHT, TODAY))
                .extracting(forecast -> forecast.quarter().toString(), Sustainability.Forecast::physicians)
                .containsExactly(tuple("2026-Q4", 8), tuple("2027-Q1", 5), tuple("2027-Q2", 5), tuple("2027-Q3", 5));
        assertThat(Sustainability.of(partners, EIGHT, TODAY).get(1).sentence())
                .contains("5 médecins éligibles", "7 sont recommandés");
    }
}
