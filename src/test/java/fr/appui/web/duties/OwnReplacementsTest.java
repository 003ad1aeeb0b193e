package fr.appui.web.duties;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.DutyRung;
import fr.appui.planning.life.ReplacementRequest;
import fr.appui.planning.life.ReplacementRequest.Answer;
import fr.appui.planning.life.ReplacementRequest.Status;
import fr.appui.rota.Nights;
import fr.appui.rota.Substitution.Act;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On Saturday Dr A is rung first and Dr B behind; whichever asks, Dr C is asked. */
class OwnReplacementsTest {

    @ParameterizedTest
    @EnumSource
    void whatIsAskedOfAColleagueIsTheDutyOfWhoAsksOnItsRung(DutyRung rung) {
        assertThat(OwnReplacements.given(request(rung), List.of(Nights.saturday()), Nights.at(13, 12, 0)))
                .singleElement()
                .satisfies(stretch -> assertThat(stretch.start())
                        .isEqualTo(Nights.window(Nights.SATURDAY).start()));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsAskedForWhatIsOver(DutyRung rung) {
        assertThat(OwnReplacements.given(
                        request(rung),
                        List.of(Nights.saturday()),
                        Nights.window(Nights.SATURDAY).end()))
                .isEmpty();
    }

    @Test
    void whatWaitsStandsAtTheDutyOfItsRung() {
        for (DutyRung rung : DutyRung.values()) {
            var waiting = new OwnReplacements.Waiting(request(rung), 1, List.of());
            assertThat(waiting.isFor(duty(1))).isEqualTo(rung == DutyRung.FIRST);
            assertThat(waiting.isFor(duty(2))).isEqualTo(rung == DutyRung.BACK_UP);
        }
    }

    private static ReplacementRequest request(DutyRung rung) {
        PhysicianId giver = rung == DutyRung.FIRST ? Nights.DR_A : Nights.DR_B;
        return new ReplacementRequest(
                UUID.randomUUID(),
                Nights.TERRITORY,
                Nights.SATURDAY,
                rung,
                giver,
                new LinkedHashMap<>(Map.of(Nights.DR_C, Answer.NONE)),
                Status.OPEN,
                new Act("dr", "Grippe", Nights.at(12, 9, 0)));
    }

    private static OwnDuties.Own duty(int rung) {
        var window = Nights.window(Nights.SATURDAY);
        return new OwnDuties.Own(
                Nights.SATURDAY,
                window.start().atZone(Nights.PARIS),
                window.end().atZone(Nights.PARIS),
                "Nuits",
                Nights.TERRITORY.value(),
                rung,
                List.of(),
                false);
    }
}
