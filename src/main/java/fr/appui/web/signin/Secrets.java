package fr.appui.web.signin;

import fr.appui.french.InvalidInput;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.LaunchMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random values and their hashes. Passwords are hashed with bcrypt; values of 256 random bits with SHA-256. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** As many doublings of the work; tests of the application sign in hundreds of times. */
    private static final int COST = LaunchMode.current() == LaunchMode.TEST ? 4 : 12;

    private static final int RANDOM_BYTES = 32;
    private static final int GENERATED_LENGTH = 20;
    // no 0/O, 1/l/I: a person copies it from a terminal
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD_BYTES = 72; // bcrypt ignores what follows

    /** Made at the first sign-in, not at every start. */
    private static final class Nobody {
        private static final String HASH = BcryptUtil.bcryptHash(token(), COST);
    }

    private Secrets() {}

    static String token() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String readablePassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GENERATED_LENGTH; i++) {
            if (i > 0 && i % 5 == 0) {
                password.append('-');
            }
            password.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return password.toString();
    }

    static String hashPassword(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            throw new InvalidInput(
                    "mot de passe : en choisir un d’au moins 12 caractères, par exemple quatre mots sans lien");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw new InvalidInput("mot de passe : en choisir un d’au plus 72 caractères");
        }
        return BcryptUtil.bcryptHash(password, COST);
    }

    /** Compared when there is no account, so that an unknown login takes as long as a wrong password. */
    static String hashOfNobody() {
        return Nobody.HASH;
    }

    static boolean matches(String password, String hash) {
        return BcryptUtil.matches(password, hash);
    }

    static String sha256(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
