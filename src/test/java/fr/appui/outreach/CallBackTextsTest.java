package fr.appui.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Territory;
import fr.appui.directory.Volunteers;
import fr.appui.trace.CallId;
import fr.appui.trace.CallStory;
import fr.appui.trace.Calls;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallBackTextsTest {

    /** Who reads it on Monday knows which night it was. */
    @Test
    void itSaysTheDayAndTheHourThere() {
        Territory territory = Volunteers.territory();
        CallStory story =
                CallStory.of(List.of(Calls.received(new CallId("lab-1.1"), Instant.parse("2026-11-28T23:30:00Z"))));
        assertThat(CallBackTexts.asked(territory, story).text().replaceAll("\\h", " "))
                .contains("a appelé le dimanche 29 novembre à 0 h 30 sans joindre");
        assertThat(CallBackTexts.handedOver(territory, story, 2).text().replaceAll("\\h", " "))
                .contains("a appelé le dimanche 29 novembre à 0 h 30 n’a pas été rappelé, après 2 essais.");
    }
}
