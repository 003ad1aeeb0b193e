package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DutyRoomsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mes-astreintes/2026-11-23/presence",
                "/mes-astreintes/disponible",
                "/mes-remplacements",
                "/mes-remplacements/0/acceptation",
                "/mes-appels/c-1/rappel",
                "/mes-appels/c-1",
                "/api/calls/c-1/outcome",
                "/compte/appareils/autres/fin"
            })
    void aNightsWorkAsksForNothing(String path) {
        assertThat(DutyRooms.opens(true, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "true, /mes-astreintes/2026-11-23/numero",
        "true, /mon-agenda",
        "true, /comptes",
        "false, /comptes",
        "false, /jetons",
        "false, /appels",
        "false, /mon-service-fait/2026-11.pdf",
        "false, /api/calls",
        "false, /api/calls/c-1/outcome/more",
        "true, /planning/HDF-OISE/remplacement",
        "false, /annuaire"
    })
    void numbersExportsAccountsAndOthersRoomsAsk(boolean writes, String path) {
        assertThat(DutyRooms.opens(writes, path)).isFalse();
    }
}
