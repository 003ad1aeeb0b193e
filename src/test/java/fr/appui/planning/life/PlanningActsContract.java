package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.TerritoryCode;
import org.junit.jupiter.api.Test;

interface PlanningActsContract extends Books {

    @Test
    default void historyIsTurnedOverNewestFirst() {
        TerritoryCode code = place().code();
        PlanningAct first = kept(code, "Une.");
        PlanningAct second = kept(code, "Deux.");
        PlanningAct third = kept(code, "Trois.");
        kept(place().code(), "Ailleurs.");
        assertThat(acts().page(code, 0, 2)).containsExactly(third, second);
        assertThat(acts().page(code, 1, 2)).containsExactly(first);
        assertThat(acts().total(code)).isEqualTo(3);
    }

    private PlanningAct kept(TerritoryCode code, String detail) {
        var act = new PlanningAct(
                code, PlanningAct.Kind.DRAFT_EDITED, Q3.toString(), detail, act("Congrès", NOW.plusMillis(7)));
        acts().record(act);
        return act;
    }
}
