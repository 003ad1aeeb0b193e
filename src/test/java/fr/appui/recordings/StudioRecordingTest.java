package fr.appui.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.appui.french.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class StudioRecordingTest {

    private static final int STUDIO = 44_100;

    @Test
    void aStudiosStereoBecomesWhatTheTelephonePlaysAsLoudAsTheRest() throws IOException {
        Sound sound =
                StudioRecording.convert(wav(STUDIO, 2, 3, i -> i < STUDIO || i > 2 * STUDIO ? 0 : tone(440, i) * 0.02));
        assertThat(sound.seconds()).as("a second of sound, .3 before, .2 after").isEqualTo(1.5, within(0.01));
        double[] samples = sound.samples();
        assertThat(loudest(samples, 0, 2_300)).isLessThan(StudioRecording.SILENCE);
        assertThat(loudest(samples, samples.length - 1_500, samples.length)).isLessThan(StudioRecording.SILENCE);
        double[] spoken = Arrays.copyOfRange(samples, 2_450, samples.length - 1_650);
        assertThat(level(spoken)).isEqualTo(StudioRecording.LEVEL, within(0.5));
        assertThat(crossings(spoken) / 2.0 / (spoken.length / 8_000.0)).isEqualTo(440, within(3.0));
    }

    @Test
    void whatIsAboveTheTelephonesBandDoesNotFoldBackIntoIt() throws IOException {
        Sound sound = StudioRecording.convert(wav(STUDIO, 1, 1, i -> 0.1 * tone(300, i) + 0.1 * tone(7_700, i)));
        double[] spoken = Arrays.copyOfRange(sound.samples(), 3_000, 9_000);
        assertThat(crossings(spoken) / 2.0 / (spoken.length / 8_000.0)).isEqualTo(300, within(3.0));
    }

    @Test
    void aRecordingOfTheTelephonesOwnRateIsTakenToo() throws IOException {
        assertThat(StudioRecording.convert(wav(8_000, 1, 1, i -> 0.1 * Math.sin(i / 3.0)))
                        .seconds())
                .isEqualTo(1.5, within(0.01));
    }

    @Test
    void whatIsNoRecordingIsRefusedWithTheReasonAndTheRemedy() throws IOException {
        assertRefused(new byte[] {1, 2, 3}, "pas un son lisible");
        assertRefused(new byte[StudioRecording.LARGEST_BYTES + 1], "2 Mo");
        assertRefused(wav(STUDIO, 1, 1, i -> 0), "rien");
        assertRefused(wav(8_000, 1, 1, i -> i > 4_000 && i < 4_400 ? 0.1 * Math.sin(i) : 0), "0,2 à 60");
        assertRefused(wav(8_000, 1, 62, i -> 0.1 * Math.sin(i / 3.0)), "0,2 à 60");
        assertRefused(wav(8_000, 1, 1, i -> i % 2_000 == 100 ? 0.9 : 0.02 * Math.sin(i / 3.0)), "crêtes");
    }

    @Test
    void theBrowserHearsTheSameSound() throws Exception {
        Sound sound = StudioRecording.convert(wav(8_000, 1, 1, i -> 0.1 * Math.sin(i / 3.0)));
        try (AudioInputStream heard = AudioSystem.getAudioInputStream(new ByteArrayInputStream(sound.wav()))) {
            assertThat(heard.getFrameLength()).isEqualTo(sound.alaw().length);
            assertThat(heard.getFormat().getSampleRate()).isEqualTo(8_000);
        }
    }

    @Test
    void everyAnnouncementDeliveredIsInThePackage() {
        assertThat(Prompts.all()).hasSizeGreaterThan(100).allSatisfy(prompt -> {
            assertThat(prompt.text()).isNotBlank();
            assertThat(Prompts.sound(prompt).seconds()).isPositive();
        });
    }

    private static void assertRefused(byte[] file, String why) {
        assertThatThrownBy(() -> StudioRecording.convert(file))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(why);
    }

    private static double tone(double hertz, int i) {
        return Math.sin(2 * Math.PI * hertz * i / STUDIO);
    }

    static byte[] wav(int rate, int channels, int seconds, IntToDoubleFunction sample) throws IOException {
        byte[] pcm = new byte[2 * channels * rate * seconds];
        for (int i = 0; i < rate * seconds; i++) {
            int value = (int) Math.round(sample.applyAsDouble(i) * 32_767);
            for (int channel = 0; channel < channels; channel++) {
                pcm[2 * (i * channels + channel)] = (byte) value;
                pcm[2 * (i * channels + channel) + 1] = (byte) (value >> 8);
            }
        }
        var format = new AudioFormat(rate, 16, channels, true, false);
        var file = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(pcm), format, (long) rate * seconds),
                AudioFileFormat.Type.WAVE,
                file);
        return file.toByteArray();
    }

    private static double loudest(double[] samples, int from, int to) {
        return Arrays.stream(samples, from, to).map(Math::abs).max().orElseThrow();
    }

    private static double level(double[] samples) {
        return 10 * Math.log10(Arrays.stream(samples).map(x -> x * x).average().orElseThrow());
    }

    private static int crossings(double[] samples) {
        int count = 0;
        for (int i = 1; i < samples.length; i++) {
            if (samples[i] >= 0 != samples[i - 1] >= 0) {
                count++;
            }
        }
        return count;
    }
}
