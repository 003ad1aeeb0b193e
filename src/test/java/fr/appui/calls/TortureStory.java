package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The torture of RFC 4475 and hundreds of mutilations of it, from a trunk's address: the switch lives, its log grows by less than
 * was sent, and the next call goes through. {@code ./mvnw verify -Pfuzz} ({@code docs/tests.md}).
 */
@ExtendWith(Lab.class)
class TortureStory {

    private static final int MUTILATIONS = 40;
    private static final long SEED = 4475;

    @Test
    void theNextCallGoesThrough(Scene scene, Scene another) throws IOException {
        List<String> messages = messages(another.line());
        assertThat(messages).hasSize(49);
        long logBefore = log(scene);
        long sent = 0;
        var chance = new Random(SEED);
        for (String message : messages) {
            for (int mutilation = 0; mutilation <= MUTILATIONS; mutilation++) {
                byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
                if (mutilation > 0) {
                    mutilate(bytes, chance);
                }
                scene.carrierSends(bytes);
                sent += bytes.length;
            }
            assertThat(scene.asterisk().cli("core show uptime")).contains("uptime");
        }
        long grown = log(scene) - logBefore;
        System.out.printf(
                "torture: %d messages of RFC 4475, %d sent with their mutilations, %d bytes; the log grew by %d%n",
                messages.size(), messages.size() * (MUTILATIONS + 1), sent, grown);
        assertThat(grown).as("bytes of log").isLessThan(sent);

        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        nurse.talksWith(scene.first().isRung().isUp());
        nurse.hangUp();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }

    private static void mutilate(byte[] bytes, Random chance) {
        for (int wounds = 1 + chance.nextInt(8); wounds > 0; wounds--) {
            bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
        }
    }

    private static long log(Scene scene) {
        try (Stream<Path> files = Files.list(Path.of(scene.asterisk().workFolder(), "log"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("messages"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> messages(String line) throws IOException {
        String all = Files.readString(Path.of("src/test/resources/torture/rfc4475.txt"));
        return Stream.of(all.split("(?m)^=== .*\n"))
                .skip(1)
                .map(text -> bytes(text.replace("LINE", line).replace("\n", "\r\n")))
                .toList();
    }

    /** {@code \xNN} is a byte. */
    private static String bytes(String text) {
        var read = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("\\x", at) && text.substring(at + 2, at + 4).matches("[0-9a-f]{2}")) {
                read.append((char) Integer.parseInt(text.substring(at + 2, at + 4), 16));
                at += 3;
            } else {
                read.append(text.charAt(at));
            }
        }
        return read.toString();
    }
}
