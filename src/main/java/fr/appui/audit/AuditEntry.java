package fr.appui.audit;

import fr.appui.french.WholeCharacters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/**
 * One line of the log.
 *
 * @param sequence 1 for the first ever; no number is skipped
 * @param origin the address the request came from, or {@code local}
 * @param previousHash hash of the entry before; 64 zeros before the first
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String actor,
        String act,
        String subject,
        String detail,
        String origin,
        String previousHash,
        String hash) {

    public static final String BEFORE_THE_FIRST = "0".repeat(64);
    private static final int LONGEST_DETAIL = 1000;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_NAME = 160;
    private static final int LONGEST_ORIGIN = 64;

    /** What is to be written, before its place in the chain is known. */
    public record Draft(Instant at, String actor, String act, String subject, String detail, String origin) {

        public Draft {
            at = at.truncatedTo(ChronoUnit.MILLIS);
            actor = cut(actor, LONGEST_NAME);
            act = cut(act, LONGEST_NAME);
            subject = cut(subject, LONGEST_SUBJECT);
            detail = cut(detail, LONGEST_DETAIL);
            origin = cut(origin, LONGEST_ORIGIN);
        }

        public AuditEntry after(long sequence, String previousHash) {
            long next = sequence + 1;
            return new AuditEntry(
                    next, at, actor, act, subject, detail, origin, previousHash, hash(next, this, previousHash));
        }
    }

    /** Whether the content is still what was hashed. */
    public boolean isIntact() {
        return hash.equals(hash(sequence, new Draft(at, actor, act, subject, detail, origin), previousHash));
    }

    /** Each field is preceded by its length, so that moving a character from one to the next changes the hash. */
    private static String hash(long sequence, Draft draft, String previousHash) {
        MessageDigest digest = sha256();
        for (String field : List.of(
                Long.toString(sequence),
                Long.toString(draft.at().toEpochMilli()),
                draft.actor(),
                draft.act(),
                draft.subject(),
                draft.detail(),
                draft.origin(),
                previousHash)) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** What is hashed must be what the database gives back: whole characters, as many as its column holds. */
    private static String cut(String text, int longest) {
        return WholeCharacters.first(longest, WholeCharacters.of(text));
    }
}
