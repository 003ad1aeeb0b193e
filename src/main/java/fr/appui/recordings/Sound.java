package fr.appui.recordings;

import java.util.Arrays;

/** Sound as the telephone has it: 8 kHz, one channel, A-law (ITU-T G.711). */
public record Sound(byte[] alaw) {

    public static final int RATE = 8_000;
    private static final int HEADER = 44;

    /** @param samples of 8 kHz, from −1 to 1 */
    static Sound of(double[] samples) {
        byte[] alaw = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            alaw[i] = encode((int) Math.round(Math.clamp(samples[i], -1, 1) * 32_767));
        }
        return new Sound(alaw);
    }

    public double seconds() {
        return alaw.length / (double) RATE;
    }

    double[] samples() {
        double[] samples = new double[alaw.length];
        Arrays.setAll(samples, i -> decode(alaw[i]) / 32_768.0);
        return samples;
    }

    /** For browsers, which play no A-law: 16 bits, with a WAV header. */
    public byte[] wav() {
        byte[] wav = new byte[HEADER + 2 * alaw.length];
        ascii(wav, 0, "RIFF");
        littleEndian(wav, 4, wav.length - 8, 4);
        ascii(wav, 8, "WAVEfmt ");
        littleEndian(wav, 16, 16, 4);
        littleEndian(wav, 20, 1, 2);
        littleEndian(wav, 22, 1, 2);
        littleEndian(wav, 24, RATE, 4);
        littleEndian(wav, 28, 2 * RATE, 4);
        littleEndian(wav, 32, 2, 2);
        littleEndian(wav, 34, 16, 2);
        ascii(wav, 36, "data");
        littleEndian(wav, 40, 2 * alaw.length, 4);
        for (int i = 0; i < alaw.length; i++) {
            littleEndian(wav, HEADER + 2 * i, decode(alaw[i]), 2);
        }
        return wav;
    }

    private static void ascii(byte[] wav, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            wav[at + i] = (byte) text.charAt(i);
        }
    }

    private static void littleEndian(byte[] wav, int at, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            wav[at + i] = (byte) (value >> (8 * i));
        }
    }

    private static int decode(byte code) {
        int bits = (code & 0xff) ^ 0x55;
        int exponent = (bits & 0x70) >> 4;
        int mantissa = ((bits & 0x0f) << 4) + (exponent == 0 ? 0x008 : 0x108);
        int magnitude = exponent > 1 ? mantissa << (exponent - 1) : mantissa;
        return (bits & 0x80) == 0 ? -magnitude : magnitude;
    }

    private static byte encode(int sample) {
        int magnitude = Math.min(Math.abs(sample), 32_635);
        int exponent = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude));
        int mantissa = exponent == 0 ? magnitude >> 4 : (magnitude >> (exponent + 3)) & 0x0f;
        int bits = (sample < 0 ? 0 : 0x80) | (exponent << 4) | (mantissa & 0x0f);
        return (byte) (bits ^ 0x55);
    }
}
