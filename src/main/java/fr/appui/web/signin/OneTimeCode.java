package fr.appui.web.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** The six figures of an authenticator application (RFC 6238), half a minute each; a clock may be half a minute out. */
final class OneTimeCode {

    static final int SECRET_BYTES = 20;
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final long STEP_SECONDS = CODES.getTimeStep().toSeconds();
    private static final int BITS_PER_LETTER = 5;
    private static final int LETTERS = SECRET_BYTES * Byte.SIZE / BITS_PER_LETTER;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private OneTimeCode() {}

    /** The half minute for which this is the code. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        String given = code.replaceAll("\\s", "");
        long present = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(present - 1, present + 1)
                .filter(step -> MessageDigest.isEqual(
                        at(secret, step).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    static String at(byte[] secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(secret, CODES.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP_SECONDS),
                    Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("any bytes are a key", impossible);
        }
    }

    /** To be typed where no camera reads it. */
    static String written(byte[] secret) {
        String digits = new BigInteger(1, secret).toString(1 << BITS_PER_LETTER);
        String padded = "0".repeat(LETTERS - digits.length()) + digits;
        return padded.chars()
                .map(digit -> BASE_32.charAt(Character.digit(digit, 1 << BITS_PER_LETTER)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String address(byte[] secret, String login) {
        return "otpauth://totp/Appui:" + URLEncoder.encode(login, StandardCharsets.UTF_8) + "?secret=" + written(secret)
                + "&issuer=Appui";
    }
}
