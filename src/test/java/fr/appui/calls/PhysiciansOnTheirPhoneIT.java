package fr.appui.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.pages.Browser;
import fr.appui.pages.Browser.Screen;
import fr.appui.pages.Thumb;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A call on the switch, and what its physician does of it on the page of their telephone. */
@ExtendWith(Lab.class)
@Execution(ExecutionMode.CONCURRENT)
class PhysiciansOnTheirPhoneIT {

    private static final Logger LOG = Logger.getLogger(PhysiciansOnTheirPhoneIT.class);
    private static final int MOST_TAPS = 7;

    @Test
    void theCallIsLoggedFromTheTelephoneRightAfterIt(Scene scene) {
        scene.second().picksUpAndPresses("1");
        Leg call = scene.nurseRingsAndSaysWhoSheIs();
        Leg physician = scene.second().isRung().isUp();
        call.talksWith(physician);
        call.hangUp();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
        String id = scene.callOf(scene.nurse());

        try (var browser = new Browser()) {
            Page page = browser.open(scene.service().address(), Screen.PHONE, ColorScheme.DARK, scene.signsIn(2));
            var thumb = new Thumb(page);
            Instant begun = Instant.now();
            page.navigate("/mes-astreintes");
            thumb.taps("a.button[href='/mes-appels/" + id + "']");
            // the nurse keyed 2: nurses come first
            assertThat(page.locator("#callerProfile label").first()).hasText("IDEL");
            thumb.taps("label[for=m-PAIN]");
            thumb.taps("label[for=o-STAY_WITH_ADVICE]");
            thumb.taps("label[for=c-INDEPENDENT_NURSE]");
            thumb.taps("label[for=p-HOME]");
            thumb.taps("label[for=q-ALL]");
            thumb.taps("button[value=FINAL]");
            page.waitForURL("**/mes-astreintes?fait=LOGGED");
            LOG.infof(
                    "the outcome was logged with %d taps in %d ms",
                    thumb.taps(), Duration.between(begun, Instant.now()).toMillis());
            assertThat(thumb.taps()).isLessThanOrEqualTo(MOST_TAPS);
        }
        assertThat(scene.service().get("/api/calls/" + id + "/outcome").body())
                .contains("\"status\":\"FINAL\"", "\"PAIN\"", "\"STAY_WITH_ADVICE\"", "\"INDEPENDENT_NURSE\"");
    }

    @Test
    void somebodyBusyWithAPriorityAstreinteIsRungAfterTheOther(Scene scene) {
        var answer =
                scene.service().put("/api/physicians/" + scene.physicianId(1) + "/duties/" + Seeds.NIGHT + "/busy", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        scene.isInAstDb(scene.physicianId(2) + "/2/6/", scene.physicianId(1) + "/1/6/");
        scene.second().picksUpAndPresses("1");

        Leg call = scene.nurseRingsAndSaysWhoSheIs();
        call.talksWith(scene.second().isRung().isUp());
        call.hangUp();

        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
        assertThat(scene.first().wasRung()).isFalse();
        assertThat(scene.storyOf(scene.nurse())).anyMatch(line -> line.contains("astreinte prioritaire"));
    }
}
