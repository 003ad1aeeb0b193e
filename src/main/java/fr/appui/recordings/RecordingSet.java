package fr.appui.recordings;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that the switches play beside the announcements delivered, as one tar: {@code fr_<line>/<prompt>.alaw}. Asterisk looks for
 * an announcement in the folder of the channel's language, {@code fr_<line>}, then in {@code fr}. The same recordings make the
 * same bytes, so that a switch knows by the checksum whether it has them.
 *
 * @param files path to content
 */
public record RecordingSet(Map<String, byte[]> files) {

    private static final int BLOCK = 512;

    public RecordingSet {
        files = new TreeMap<>(files);
    }

    /** @param line its digits in E.164 */
    public static String path(String line, String prompt) {
        return "fr_" + line + "/" + prompt + ".alaw";
    }

    public String sha256() {
        return sha256(tar());
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public byte[] tar() {
        var tar = new ByteArrayOutputStream();
        files.forEach((path, content) -> {
            tar.writeBytes(header(path, content.length));
            tar.writeBytes(content);
            tar.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        });
        tar.writeBytes(new byte[2 * BLOCK]);
        return tar.toByteArray();
    }

    /** POSIX ustar; nothing of when or by whom. */
    private static byte[] header(String path, int size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, path);
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, "%011o\0".formatted(size));
        put(header, 136, "00000000000\0");
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\0" + "00");
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
