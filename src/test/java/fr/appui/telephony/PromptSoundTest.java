package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The recordings as they are played: equally loud, joined without a click, short enough. */
class PromptSoundTest {

    private static final Path SOUNDS = Path.of("asterisk-config", "sounds", "fr");
    private static final Set<String> NO_SPEECH = Set.of("musique-attente", "sonnerie", "silence");
    private static final int RATE = 8_000;
    private static final double SILENCE = 0.004;

    @Test
    void everyAnnouncementIsAsLoudAsTheOthersWithinThreeDecibels() {
        double[] levels = announcements().stream()
                .mapToDouble(name -> level(samples(name)))
                .sorted()
                .toArray();
        assertThat(levels[levels.length - 1] - levels[0])
                .as("from %.1f to %.1f dB", levels[0], levels[levels.length - 1])
                .isLessThanOrEqualTo(3);
    }

    @Test
    void noAnnouncementIsSaturated() {
        for (String name : announcements()) {
            assertThat(DoubleStream.of(samples(name)).map(Math::abs).max().orElseThrow())
                    .as(name)
                    .isLessThan(0.98);
        }
    }

    @Test
    void everyAnnouncementBeginsAndEndsInSilenceSoThatNoJoinClicks() {
        for (String name : announcements()) {
            double[] samples = samples(name);
            assertThat(loudest(samples, 0, RATE / 50))
                    .as("beginning of %s", name)
                    .isLessThan(SILENCE);
            assertThat(loudest(samples, samples.length - RATE / 50, samples.length))
                    .as("end of %s", name)
                    .isLessThan(SILENCE);
        }
    }

    @Test
    void aCallerWhoPressesNothingIsInTheMenuForTwentyFiveSecondsAtMost() {
        double waits = 2 * 4;
        assertThat(seconds("bienvenue") + 2 * seconds("qui-appelle") + waits).isLessThanOrEqualTo(25);
    }

    /** The longest that can be: a number whose every pair takes the longest to say. */
    @Test
    void whomToCallAboutAMinorKeepsThemTenSecondsMoreAndOnce() {
        double number = 2 * longest("chiffre-") + 4 * longest("nombre-");
        assertThat(seconds("appui-pediatrique") + number).isLessThan(10.5);
    }

    @Test
    void aPhysicianHearsWhoCallsInLessThanFiveSeconds() {
        double longestTerritory = longest("territoire-");
        double samu = seconds("transfert-du-samu") + longest("samu-[0-9].");
        double who = DoubleStream.of(longest("appelant-"), samu, seconds("transfert-du-sas"))
                .max()
                .orElseThrow();
        assertThat(seconds("chuchotement-intro") + longestTerritory + who).isLessThan(5);
    }

    private static double longest(String beginning) {
        return announcements().stream()
                .filter(name -> name.matches(beginning + ".*"))
                .mapToDouble(PromptSoundTest::seconds)
                .max()
                .orElseThrow();
    }

    private static List<String> announcements() {
        try (Stream<Path> files = Files.list(SOUNDS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".alaw"))
                    .map(file -> file.substring(0, file.length() - ".alaw".length()))
                    .filter(name -> !NO_SPEECH.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(String name) {
        return samples(name).length / (double) RATE;
    }

    /** Of what is between the silences, in dB below full scale. */
    private static double level(double[] samples) {
        int first = IntStream.range(0, samples.length)
                .filter(i -> Math.abs(samples[i]) > SILENCE)
                .findFirst()
                .orElseThrow();
        int last = IntStream.iterate(samples.length - 1, i -> i - 1)
                .filter(i -> Math.abs(samples[i]) > SILENCE)
                .findFirst()
                .orElseThrow();
        double power = Arrays.stream(samples, first, last + 1)
                .map(sample -> sample * sample)
                .average()
                .orElseThrow();
        return 10 * Math.log10(power);
    }

    private static double loudest(double[] samples, int from, int to) {
        return Arrays.stream(samples, from, to).map(Math::abs).max().orElseThrow();
    }

    private static double[] samples(String name) {
        try {
            byte[] alaw = Files.readAllBytes(SOUNDS.resolve(name + ".alaw"));
            return IntStream.range(0, alaw.length)
                    .mapToDouble(i -> linear(alaw[i]))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** ITU-T G.711, A-law, to −1…1. */
    private static double linear(byte alaw) {
        int code = (alaw & 0xff) ^ 0x55;
        int exponent = (code & 0x70) >> 4;
        int mantissa = ((code & 0x0f) << 4) + (exponent == 0 ? 8 : 0x108);
        int magnitude = exponent > 1 ? mantissa << (exponent - 1) : mantissa;
        return ((code & 0x80) == 0 ? -magnitude : magnitude) / 32_768.0;
    }
}
