package fr.appui.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.HolidayZone;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is still to be entered before a line answers, each step with its page. */
class FirstStepsTest {

    private static final TerritoryCode CODE = new TerritoryCode("ESSAI-UN");

    @Test
    void aNewTerritoryLacksEverythingInTheOrderInWhichItIsEntered() {
        assertThat(FirstSteps.steps(territory(Optional.empty()), false, List.of()))
                .noneMatch(FirstSteps.Step::done)
                .extracting(FirstSteps.Step::address)
                .containsExactly(
                        "/annuaire/ESSAI-UN/etablissements",
                        "/annuaire/ESSAI-UN/perimetres",
                        "/annuaire/ESSAI-UN/ligne",
                        "/annuaire/ESSAI-UN/medecins/nouveau",
                        "/planning/ESSAI-UN");
    }

    @Test
    void whatWasEnteredIsDone() {
        var line = new SupportLine(PhoneNumber.parse("03 44 99 00 01"), CODE, LineSettings.defaults());
        assertThat(FirstSteps.steps(territory(Optional.of(line)), true, List.of()))
                .extracting(FirstSteps.Step::done)
                .containsExactly(false, true, true, false, false);
    }

    private static Territory territory(Optional<SupportLine> line) {
        return new Territory(
                CODE,
                "Essai",
                List.of(),
                ZoneId.of("Europe/Paris"),
                HolidayZone.METROPOLE,
                new Territory.Contact(line, Optional.empty()),
                Optional.empty());
    }
}
