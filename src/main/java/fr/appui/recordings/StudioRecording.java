package fr.appui.recordings;

import fr.appui.french.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * A recording as a studio delivers it, made into what the telephone plays: one channel, 8 kHz, the telephone's band, silence cut
 * and put back in one length, as loud as every other announcement, never saturated.
 */
public final class StudioRecording {

    public static final int LARGEST_BYTES = 2_000_000;

    /** In dB below full scale, of what is between the silences; as deploy/render-prompts renders the others. */
    static final double LEVEL = -20;

    static final double SILENCE = 0.004;

    private static final double SHORTEST_SECONDS = 0.2;
    private static final double LONGEST_SECONDS = 60;
    private static final double LOWEST_RATE = 8_000;
    private static final double HIGHEST_RATE = 96_000;
    private static final double BEFORE = 0.3;
    private static final double AFTER = 0.2;
    private static final double LOUDEST_PEAK = 0.95;

    /** Half the width of the low-pass filter, in samples of 8 kHz. */
    private static final int TAPS = 24;

    private static final double BAND = 3_600;

    private StudioRecording() {}

    /** @throws InvalidInput in French, for the person who sent it */
    public static Sound convert(byte[] file) {
        if (file.length > LARGEST_BYTES) {
            throw refused("il dépasse 2 Mo ; envoyer du WAV mono, 16 bits, d’une minute au plus");
        }
        double[] samples = trimmed(resampled(read(file)));
        double seconds = samples.length / (double) Sound.RATE;
        if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
            throw refused("%.1f s de son ; il en faut de 0,2 à 60".formatted(seconds));
        }
        return Sound.of(padded(levelled(samples)));
    }

    private record Original(double[] samples, double rate) {}

    private static Original read(byte[] file) {
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            AudioFormat format = audio.getFormat();
            float rate = format.getSampleRate();
            int channels = format.getChannels();
            if (rate < LOWEST_RATE || rate > HIGHEST_RATE || channels < 1 || channels > 2) {
                throw refused("de 8 à 96 kHz, mono ou stéréo, sont acceptés");
            }
            AudioFormat wanted = new AudioFormat(rate, 16, channels, true, false);
            if (!AudioSystem.isConversionSupported(wanted, format)) {
                throw refused("cet encodage n’est pas lu ; envoyer du WAV PCM 16 bits");
            }
            byte[] bytes;
            try (AudioInputStream pcm = AudioSystem.getAudioInputStream(wanted, audio)) {
                bytes = pcm.readNBytes((int) (LONGEST_SECONDS + 5) * (int) HIGHEST_RATE * 4);
            }
            return new Original(mono(bytes, channels), rate);
        } catch (UnsupportedAudioFileException | IOException unreadable) {
            throw refused("ce n’est pas un son lisible ; envoyer du WAV mono, 16 bits");
        }
    }

    private static double[] mono(byte[] bytes, int channels) {
        double[] samples = new double[bytes.length / (2 * channels)];
        for (int i = 0; i < samples.length; i++) {
            double sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                int at = 2 * (i * channels + channel);
                sum += (short) ((bytes[at] & 0xff) | (bytes[at + 1] << 8));
            }
            samples[i] = sum / channels / 32_768;
        }
        return samples;
    }

    /** A windowed sinc at each sample of the new rate, so that nothing above the telephone's band folds back into it. */
    private static double[] resampled(Original original) {
        double step = original.rate() / Sound.RATE;
        double cut = Math.min(BAND, original.rate() / 2 * 0.95) / original.rate();
        int half = (int) Math.ceil(TAPS * step);
        double[] from = original.samples();
        double[] to = new double[(int) (from.length / step)];
        for (int i = 0; i < to.length; i++) {
            double middle = i * step;
            double sum = 0;
            double weights = 0;
            for (int k = (int) middle - half; k <= (int) middle + half; k++) {
                double distance = k - middle;
                double weight = sinc(2 * cut * distance) * hann(distance / (half + 1));
                weights += weight;
                if (k >= 0 && k < from.length) {
                    sum += from[k] * weight;
                }
            }
            to[i] = sum / weights;
        }
        return to;
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double hann(double x) {
        return Math.abs(x) >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * x);
    }

    private static double[] trimmed(double[] samples) {
        double loudest = Arrays.stream(samples).map(Math::abs).max().orElse(0);
        double silence = Math.max(loudest / 100, 1e-4);
        int first = 0;
        while (first < samples.length && Math.abs(samples[first]) < silence) {
            first++;
        }
        int last = samples.length - 1;
        while (last > first && Math.abs(samples[last]) < silence) {
            last--;
        }
        if (loudest < SILENCE) {
            throw refused("on n’y entend rien");
        }
        return Arrays.copyOfRange(samples, first, last + 1);
    }

    private static double[] levelled(double[] samples) {
        double power =
                Arrays.stream(samples).map(sample -> sample * sample).average().orElseThrow();
        double gain = Math.pow(10, LEVEL / 20) / Math.sqrt(power);
        double peak = gain * Arrays.stream(samples).map(Math::abs).max().orElseThrow();
        if (peak > LOUDEST_PEAK) {
            throw refused("il a des crêtes trop fortes pour son niveau moyen ; le faire compresser par le studio");
        }
        return Arrays.stream(samples).map(sample -> sample * gain).toArray();
    }

    /** Fades of three milliseconds, so that no join clicks. */
    private static double[] padded(double[] samples) {
        int fade = Math.min(samples.length / 2, Sound.RATE * 3 / 1_000);
        int before = (int) (BEFORE * Sound.RATE);
        double[] padded = new double[before + samples.length + (int) (AFTER * Sound.RATE)];
        for (int i = 0; i < samples.length; i++) {
            double edge = Math.min(1, Math.min(i, samples.length - 1 - i) / (double) Math.max(1, fade));
            padded[before + i] = samples[i] * edge;
        }
        return padded;
    }

    private static InvalidInput refused(String why) {
        return new InvalidInput("enregistrement : " + why);
    }
}
