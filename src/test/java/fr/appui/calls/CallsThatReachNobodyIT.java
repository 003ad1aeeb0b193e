package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@ExtendWith(Lab.class)
@Execution(ExecutionMode.CONCURRENT)
class CallsThatReachNobodyIT {

    @Test
    void bothFailAndTheCallerLeavesANumber(Scene scene) {
        scene.first().answers("486 Busy Here");
        scene.second().answers("603 Decline");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        scene.hears(scene.nurse(), "rappel-saisir");
        nurse.press("0612345678#");
        scene.hears(scene.nurse(), "rappel-valider");
        nurse.press("1");
        nurse.isOver();

        assertThat(scene.heardBy(scene.nurse()))
                .containsSubsequence("personne", "rappel-saisir", "rappel-confirmer", "chiffre-0", "chiffre-6")
                .endsWith("rappel-enregistre", "urgence-15", "au-revoir");
        assertThat(scene.traceOf(scene.nurse())).containsSubsequence("nobody", "call-back", "ended");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("NOT_REACHED");
    }

    @Test
    void bothFailAndTheCallerIsPutThroughToTheFallbackLine(@WithFallback Scene scene) {
        scene.first().answers("486 Busy Here");
        scene.second().answers("404 Not Found");
        scene.fallback().picksUp();
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg fallback = scene.fallback().isRung().isUp();
        nurse.talksWith(fallback);
        nurse.hangUp();

        assertThat(scene.heardBy(scene.nurse())).contains("personne", "transfert-secours");
        assertThat(scene.traceOf(scene.nurse()))
                .contains("nobody", "put-through:FALLBACK_LINE", "put-through-ended:FALLBACK_LINE");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("PUT_THROUGH_TO_FALLBACK");
    }

    @Test
    void aPatientIsToldKindlyWhomToCall(Scene scene) {
        Leg patient = scene.nurseRings();
        scene.hears(scene.nurse(), "qui-appelle");
        patient.press("9");
        scene.hears(scene.nurse(), "patients-proches");
        patient.isOver();

        assertThat(scene.heardBy(scene.nurse())).containsExactly("bienvenue", "qui-appelle", "patients-proches");
        assertThat(scene.first().wasRung()).isFalse();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("TURNED_AWAY");
    }

    @Test
    void aCallerWhosePhoneSendsNoTonesIsLetThrough(Scene scene) {
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRings();
        nurse.talksWith(scene.first().isRung().isUp());
        nurse.hangUp();

        assertThat(scene.heardBy(scene.nurse()))
                .filteredOn("qui-appelle"::equals)
                .hasSize(2);
        assertThat(scene.detailOf(scene.nurse()).get("profile").asText()).isEqualTo("UNKNOWN");
    }

    @Test
    void whoPressesNothingHearsOnceWhomToCallAboutAMinor(@WithFallback Scene scene) {
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRings();
        nurse.talksWith(scene.first().isRung().isUp());
        nurse.hangUp();

        assertThat(scene.heardBy(scene.nurse()))
                .startsWith("bienvenue", "qui-appelle", "appui-pediatrique")
                .containsSequence(Scene.aboutMinors())
                .containsOnlyOnce("appui-pediatrique", "qui-appelle");
    }

    @Test
    void outsideTheHoursTheCallerHearsThemAndTheDaytimeContact(@Closed Scene scene) {
        scene.nurseRings().isOver();

        assertThat(scene.heardBy(scene.nurse()))
                .startsWith("ferme", "ouvert-semaine-de", "heure-18", "jusqu-a", "heure-22", "contact-de-jour")
                .containsSequence(Scene.aboutMinors())
                .endsWith("urgence-15", "au-revoir");
        assertThat(scene.traceOf(scene.nurse())).containsSubsequence("received", "closed", "ended");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("OUT_OF_HOURS");
    }

    @Test
    void aNumberThatNobodyPublishesIsToldSo(Scene scene) {
        scene.nurse().rings("0344990000").isUp().isOver();

        assertThat(scene.heardBy(scene.nurse())).containsExactly("numero-inconnu");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("UNKNOWN_LINE");
    }

    @Test
    void aDialledNumberThatIsNoneIsRefused(Scene scene) {
        assertThat(scene.nurse().rings("+*#0").isOver().status()).isEqualTo(404);
    }

    @Test
    void theCallerHangsUpInTheMenu(Scene scene) {
        Leg nurse = scene.nurseRings();
        scene.hears(scene.nurse(), "qui-appelle");
        nurse.hangUp();

        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ABANDONED");
        assertThat(scene.first().wasRung()).isFalse();
    }

    @Test
    void theCallerHangsUpWhileItRings(Scene scene) {
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg first = scene.first().isRung();
        nurse.hangUp();
        first.isOver();

        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ABANDONED");
        assertThat(scene.attemptOf(scene.nurse(), 1).get("result").asText()).isEqualTo("CALLER_GONE");
        assertThat(scene.second().wasRung()).isFalse();
    }

    @Test
    void theCallerHangsUpWhileThePhysicianIsToldWhoCalls(Scene scene) {
        scene.first().picksUp();
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg first = scene.first().isRung().isUp();
        scene.isWhispered(scene.first(), "chuchotement-intro");
        nurse.hangUp();
        first.isOver();

        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ABANDONED");
        assertThat(scene.second().wasRung()).isFalse();
    }
}
