package fr.appui.web.signin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a passkey signs: random, ours and for a few minutes, told by itself. A stranger who asks for one writes nothing; that
 * it is used once is written when it is.
 */
final class Challenge {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String MAC = "HmacSHA256";
    private static final int RANDOM_BYTES = 16;
    private static final int SIGNED_BYTES = RANDOM_BYTES + Long.BYTES;
    private static final int WHOLE_BYTES = SIGNED_BYTES + 32;

    private Challenge() {}

    static byte[] make(byte[] key, Instant now) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES)
                .put(random)
                .putLong(now.plus(LIFE).getEpochSecond())
                .array();
        return ByteBuffer.allocate(WHOLE_BYTES)
                .put(signed)
                .put(mac(key, signed))
                .array();
    }

    static boolean isOurs(byte[] key, byte[] challenge, Instant now) {
        if (challenge.length != WHOLE_BYTES) {
            return false;
        }
        byte[] signed = Arrays.copyOf(challenge, SIGNED_BYTES);
        byte[] mac = Arrays.copyOfRange(challenge, SIGNED_BYTES, WHOLE_BYTES);
        return MessageDigest.isEqual(mac, mac(key, signed)) && now.isBefore(end(challenge));
    }

    static Instant end(byte[] challenge) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(challenge).getLong(RANDOM_BYTES));
    }

    private static byte[] mac(byte[] key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", impossible);
        }
    }
}
