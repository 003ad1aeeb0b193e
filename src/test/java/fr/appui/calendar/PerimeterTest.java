package fr.appui.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class PerimeterTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Test
    void anEveningMustEndAfterItStarts() {
        assertThatThrownBy(
                        () -> new PerimeterHours(LocalTime.of(22, 0), LocalTime.of(8, 30), LocalTime.of(22, 0), false))
                .hasMessageContaining("fin");
        assertThat(new PerimeterHours(LocalTime.of(21, 59), LocalTime.of(8, 30), LocalTime.of(22, 0), false).end())
                .isEqualTo(LocalTime.of(22, 0));
    }

    @Test
    void anOvernightDutyMustHandOverExactlyWhenADayOffBegins() {
        assertThatThrownBy(
                        () -> new PerimeterHours(LocalTime.of(18, 0), LocalTime.of(8, 29), LocalTime.of(8, 30), true))
                .hasMessageContaining("chevauchement");
        assertThatThrownBy(
                        () -> new PerimeterHours(LocalTime.of(18, 0), LocalTime.of(8, 31), LocalTime.of(8, 30), true))
                .hasMessageContaining("trou");
    }

    @Test
    void aWorkingDaysDutyMustNotStartBeforeTheNightBeforeEnds() {
        assertThatThrownBy(() -> new PerimeterHours(LocalTime.of(8, 0), LocalTime.of(8, 30), LocalTime.of(8, 30), true))
                .hasMessageContaining("chevauche");
        assertThat(new PerimeterHours(LocalTime.of(8, 30), LocalTime.of(8, 30), LocalTime.of(8, 30), true)
                        .workingStart())
                .isEqualTo(LocalTime.of(8, 30));
    }

    @Test
    void hoursAreWholeMinutes() {
        assertThatThrownBy(() ->
                        new PerimeterHours(LocalTime.of(18, 0, 1), LocalTime.of(8, 30), LocalTime.of(22, 0), false))
                .hasMessageContaining("jours ouvrés");
    }

    @Test
    void aCorePerimeterCannotRunOvernight() {
        assertThatThrownBy(() -> Perimeter.announced(PerimeterKind.CORE, PerimeterHours.extended(), APRIL, APRIL))
                .hasMessageContaining("horaires");
    }

    @Test
    void theArsIsToldBeforeAnythingChanges() {
        assertThatThrownBy(
                        () -> Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), APRIL.plusDays(1), APRIL))
                .hasMessageContaining("annonce");
    }

    @Test
    void theAgreementComesAfterTheAnnouncementAndNoLaterThanTheChange() {
        Perimeter announced = Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), APRIL, APRIL.plusDays(9));
        assertThatThrownBy(() -> announced.agreed(APRIL.minusDays(1), "ARS")).hasMessageContaining("accord");
        assertThatThrownBy(() -> announced.agreed(APRIL.plusDays(10), "ARS")).hasMessageContaining("accord");
        assertThat(announced.agreed(APRIL, "ARS").isAgreed()).isTrue();
        assertThat(announced.agreed(APRIL.plusDays(9), "ARS").isAgreed()).isTrue();
    }

    @Test
    void anAgreementWithoutReferenceIsRefused() {
        assertThatThrownBy(() -> new ArsAgreement(APRIL, " ")).hasMessageContaining("référence");
    }
}
