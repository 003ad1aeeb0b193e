package fr.appui.web.calls;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.trace.CallStory;
import fr.appui.trace.Calls;
import fr.appui.web.calls.CallLanes.Bar;
import fr.appui.web.calls.CallLanes.Lane;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallLanesTest {

    @Test
    void eachTelephoneHasItsLaneAndTheTalkIsOnBoth() {
        List<Lane> lanes = CallLanes.of(CallStory.of(Calls.answeredBySecond("lanes")), Calls.names());
        assertThat(lanes)
                .extracting(Lane::label)
                .containsExactly(
                        "Appelant", "Dr Alix, rang 1 – pas de réponse", "Dr Baptiste, rang 2 – a pris l’appel");
        Bar talk = lanes.getFirst().bars().getLast();
        assertThat(talk.kind()).isEqualTo("talk");
        assertThat(lanes.get(2).bars()).contains(talk);
        assertThat(lanes.get(1).bars()).extracting(Bar::kind).containsExactly("ring");
        // 38 s of 530.123 s before the two hear each other
        assertThat(talk.x()).isEqualTo(71);
        assertThat(lanes.get(2).said())
                .contains("sonnerie 7\u00a0s")
                .contains("conversation 8\u00a0min\u00a012\u00a0s");
    }

    @Test
    void nothingIsDrawnOutsideWhateverTheEvents() {
        for (var events :
                List.of(Calls.everyKind("every"), Calls.answeredBySecond("one").subList(0, 1))) {
            assertThat(CallLanes.of(CallStory.of(events), Calls.names()))
                    .allSatisfy(lane -> assertThat(lane.bars())
                            .allMatch(bar ->
                                    bar.x() >= 0 && bar.width() > 0 && bar.x() + bar.width() <= CallLanes.WIDTH + 4));
        }
    }
}
