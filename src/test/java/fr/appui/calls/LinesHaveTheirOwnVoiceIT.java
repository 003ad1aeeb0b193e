package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.Whole;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A studio's recording, fetched by the switch as it is in production, heard on its line and on no other. */
@Whole
@ExtendWith(Lab.class)
@WithoutService
class LinesHaveTheirOwnVoiceIT {

    private static final byte STUDIO = 0x29;

    @Test
    void aRecordingIsFetchedWholeAndPlayedOnItsLineWithTheServiceDead(Scene scene, Scene other) throws IOException {
        byte[] voice = new byte[16_000];
        Arrays.fill(voice, STUDIO);
        scene.lineSays("bienvenue", voice);
        String told = scene.asterisk().fetchesRecordings(scene.service());
        assertThat(told).as("nothing to complain of").isEmpty();
        scene.service().kill();
        try {
            Leg nurse = scene.nurseRings();
            scene.hears(scene.nurse(), "qui-appelle");
            Leg elsewhere = other.nurseRings();
            other.hears(other.nurse(), "qui-appelle");
            assertThat(nurse.framesHeardOf(STUDIO)).isGreaterThan(20);
            assertThat(elsewhere.framesHeardOf(STUDIO)).isZero();
            nurse.hangUp();
            elsewhere.hangUp();
        } finally {
            scene.service().start();
        }
        String checksum = scene.asterisk().cli("dialplan show globals");
        assertThat(checksum).containsPattern("APPUI_RECORDINGS=[0-9a-f]{64}");
    }
}
