package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What {@code appui check} finds out, on a site where all is there. */
@ExtendWith(Lab.class)
@Execution(ExecutionMode.CONCURRENT)
class SitesAreCheckedIT {

    @Test
    void theSwitchsQuestionsComeAndOurAnswersReachIt(Scene scene) {
        assertThat(scene.service().well())
                .contains("\"" + scene.asterisk().name() + ".questions\": \"vont et viennent\"");
    }
}
