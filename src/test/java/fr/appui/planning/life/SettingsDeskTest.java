package fr.appui.planning.life;

import static fr.appui.planning.life.Books.Q3;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.planning.BackUpPolicy;
import fr.appui.planning.PlanningSettings;
import fr.appui.planning.Weights;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SettingsDeskTest {

    private final Office office = new Office();
    private final Place place = office.place;

    @Test
    void aChoiceIsKeptAndTheHistoryTellsAllOfThem() {
        assertThat(office.settingsDesk.of(place.code())).isEqualTo(PlanningSettings.defaults());
        office.choose(new PlanningSettings(21, OptionalInt.of(3), 2, 6, BackUpPolicy.EVERY_DAY, Weights.DEFAULT));
        assertThat(office.settingsDesk.of(place.code()).quota()).isEqualTo(21);
        assertThat(office.history().getFirst()).satisfies(act -> {
            assertThat(act.kind()).isEqualTo(PlanningAct.Kind.SETTINGS_CHANGED);
            assertThat(act.subject()).isEqualTo(place.code().value());
            assertThat(act.detail())
                    .isEqualTo(
                            "Quota de 21 jours, 3 jours d’affilée au plus, repos de 2 jours, espacement de 6 semaines,"
                                    + " recours chaque jour.");
        });
        office.choose(PlanningSettings.defaults());
        assertThat(office.history().getFirst().detail())
                .isEqualTo(
                        "Quota de 14 jours, sans limite de jours d’affilée, repos de 0 jour, espacement de 4 semaines,"
                                + " recours quand une astreinte prioritaire est tenue.");
    }

    @Test
    void theNextEditIsCheckedByWhatWasChosen() {
        office.choose(PlanningSettings.defaults().withQuota(1));
        assertThat(place(0)).isInstanceOf(Edited.Done.class);
        assertThat(place(1)).isInstanceOf(Edited.Refused.class);
    }

    private Edited place(int day) {
        return office.draftDesk.place(
                place.code(),
                Q3,
                Office.placing(Edit.placing(Q3.first().plusDays(day), office.dr(0))),
                office.act("à la main"));
    }
}
