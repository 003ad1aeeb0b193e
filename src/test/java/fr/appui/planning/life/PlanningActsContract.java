package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.PlanningActs.Asked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

interface PlanningActsContract extends Books {

    @Test
    default void historyIsTurnedOverNewestFirst() {
        TerritoryCode code = place().code();
        PlanningAct first = kept(code, "Une.", NOW);
        PlanningAct second = kept(code, "Deux.", NOW);
        PlanningAct third = kept(code, "Trois.", NOW);
        kept(place().code(), "Ailleurs.", NOW);
        assertThat(acts().page(code, Asked.ALL, 0, 2)).containsExactly(third, second);
        assertThat(acts().page(code, Asked.ALL, 1, 2)).containsExactly(first);
        assertThat(acts().total(code, Asked.ALL)).isEqualTo(3);
    }

    @Test
    default void historyIsFoundByWhoeverIsNamedAndByTime() {
        TerritoryCode code = place().code();
        PlanningAct first = kept(code, "Le Dr Bruyère remplace le Dr 50 % Alix.", NOW);
        PlanningAct second = kept(code, "Le Dr Capucine remplace le Dr Bruyère.", NOW.plusSeconds(60));
        assertThat(acts().page(code, words(" BRUYÈRE "), 0, 9)).containsExactly(second, first);
        assertThat(acts().page(code, words("capucine"), 0, 9)).containsExactly(second);
        assertThat(acts().page(code, words("%"), 0, 9)).as("as it is written").containsExactly(first);
        assertThat(acts().page(code, words(first.act().author()), 0, 9)).containsExactly(second, first);
        String author = first.act().author();
        assertThat(acts().authors(code)).containsExactly(author);
        assertThat(acts().page(code, new Asked("by name", List.of(author), Optional.empty(), Optional.empty()), 0, 9))
                .containsExactly(second, first);
        Instant between = NOW.plusSeconds(30);
        assertThat(acts().page(code, new Asked("", List.of(), Optional.of(between), Optional.empty()), 0, 9))
                .containsExactly(second);
        assertThat(acts().page(code, new Asked("", List.of(), Optional.empty(), Optional.of(between)), 0, 9))
                .containsExactly(first);
        assertThat(acts().total(code, words("capucine"))).isEqualTo(1);
    }

    private static Asked words(String words) {
        return new Asked(words, List.of(), Optional.empty(), Optional.empty());
    }

    private PlanningAct kept(TerritoryCode code, String detail, Instant at) {
        var act = new PlanningAct(
                code, PlanningAct.Kind.DRAFT_EDITED, Q3.toString(), detail, act("Congrès", at.plusMillis(7)));
        acts().record(act);
        return act;
    }
}
