package fr.appui.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a telephone network sends in the place of a number ends up in no event, no record and no log as something else. */
@ExtendWith(Lab.class)
@Execution(ExecutionMode.CONCURRENT)
class HostileHeadersIT {

    private static final long SEED = Long.getLong("hostile.seed", 20_261_128L);
    private static final int CALLS = Integer.getInteger("hostile.calls", 80);
    private static final String BREAK = "\r\n";

    /** What Asterisk writes into each CEL event, each once. */
    private static final Set<String> FIELDS = Set.of(
            ("Event Privilege Timestamp EventName AccountCode CallerIDnum CallerIDname CallerIDani CallerIDrdnis CallerIDdnid"
                            + " Exten Context Channel Application AppData EventTime AMAFlags UniqueID LinkedID Userfield Peer"
                            + " PeerAccount Extra")
                    .split(" "));

    @Test
    void aCallersNumberEndsNoOtherCall(Scene scene) {
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg physician = scene.first().isRung().isUp();
        nurse.talksWith(physician);
        String linked = scene.callOf(scene.nurse()).replaceFirst("^.*-", "");
        String forged =
                "Event: CEL" + BREAK + "EventName: LINKEDID_END" + BREAK + "LinkedID: " + linked + BREAK + BREAK;

        Leg hostile = scene.someone("06" + encoded(BREAK + BREAK + forged))
                .rings(scene.line())
                .isUp();
        hostile.hangUp();
        scene.isTraced(scene.anotherNurse(), scene.line());

        assertThat(scene.isOverInTrace(scene.nurse())).isFalse();
        nurse.talksWith(physician);
        nurse.hangUp();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }

    @Test
    void aDivertedCallsNumberAsksForNoCallBack(Scene scene) {
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        nurse.talksWith(scene.first().isRung().isUp());
        String linked = scene.callOf(scene.nurse()).replaceFirst("^.*-", "");
        String head =
                "06" + BREAK + BREAK + "Event: CEL" + BREAK + "EventName: USER_DEFINED" + BREAK + "AppData: APPUI_SEEN";
        String tail = "0" + BREAK + "LinkedID: " + linked + BREAK + "Extra: {\"extra\":\"call-back|0612345678\"}"
                + BREAK + BREAK;

        Leg hostile = scene.someone(encoded(head))
                .rings(scene.line(), new SipMessage.Header("Diversion", "<sip:" + encoded(tail) + "@here>"))
                .isUp();
        hostile.hangUp();
        scene.isTraced(scene.anotherNurse(), scene.line());

        nurse.hangUp();
        assertThat(scene.traceOf(scene.nurse())).doesNotContain("call-back").endsWith("ended");
    }

    @Test
    void noHeaderIsAnEventARecordOrALineOfALog(Scene scene) throws IOException, InterruptedException {
        Path log = Path.of(scene.asterisk().workFolder(), "log");
        try (AmiReader events = new AmiReader(scene.asterisk().amiPort())) {
            Random random = new Random(SEED);
            for (int call = 0; call < CALLS; call++) {
                scene.carrierSends(invite(call, random));
                Thread.sleep(20); // a burst would be lost in the socket, unread
            }
            scene.isTraced(scene.nurse(), scene.line());
            String last = scene.callOf(scene.nurse()).replaceFirst("^.*-", "");
            await("the events of the last call")
                    .until(() -> events.blocks().stream().anyMatch(block -> block.contains("LinkedID: " + last)));

            assertThat(events.blocks())
                    .filteredOn(block -> block.contains("Event:"))
                    .allSatisfy(HostileHeadersIT::isOneEvent);
        }
        assertThat(lines(log.resolve("cel-custom/appui.csv"))).isNotEmpty().allSatisfy(line -> isOneRecord(line, 11));
        assertThat(lines(log.resolve("messages.log")))
                .filteredOn(line -> !line.matches("\\[[-0-9:. ]+] Asterisk \\S+ built by .*"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(new ObjectMapper()
                                .readTree(line)
                                .at("/logmsg/message")
                                .isTextual())
                        .as(line)
                        .isTrue());
        assertThat(scene.asterisk().cli("database show appui/forged")).contains("0 results");
    }

    private static void isOneEvent(String block) {
        List<String> names = block.lines().map(line -> line.split(":", 2)[0]).toList();
        assertThat(names).as(block).doesNotHaveDuplicates();
        if (block.contains("Event: CEL")) {
            assertThat(names).as(block).containsExactlyInAnyOrderElementsOf(FIELDS);
            assertThat(block).doesNotContain("FORGED");
        }
    }

    private static void isOneRecord(String line, int columns) throws IOException {
        try (var reader = CsvReader.builder().ofCsvRecord(line)) {
            assertThat(reader.stream().map(record -> record.getFieldCount()))
                    .as(line)
                    .containsExactly(columns);
        }
        assertThat(line).startsWith("\"").endsWith("\"").doesNotContain("FORGED");
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readString(file).lines().toList();
    }

    // --- what is sent

    private static String invite(int number, Random random) {
        String more = Stream.of(
                        header("P-Asserted-Identity", random),
                        header("Remote-Party-ID", random),
                        header("Diversion", random),
                        header("History-Info", random),
                        header("P-Preferred-Identity", random),
                        header("Referred-By", random),
                        header("User-Agent", random),
                        header("Subject", random),
                        header("Call-Info", random),
                        header("Privacy", random),
                        header("Reason", random))
                .collect(Collectors.joining());
        String dialled = random.nextInt(3) == 0 ? "0344999999" + hostile(random) : "0344999999";
        return "INVITE sip:" + dialled + "@THERE SIP/2.0\r\nVia: SIP/2.0/UDP HERE;branch=z9hG4bKhost" + SEED + number
                + ";rport\r\nMax-Forwards: 70\r\nFrom: " + address(random) + ";tag=" + number
                + "\r\nTo: <sip:0344999999@THERE>\r\n"
                + "Call-ID: hostile-" + SEED + "-" + number + "\r\nCSeq: 1 INVITE\r\nContact: <sip:" + hostile(random)
                + "@HERE>\r\n" + more + "Content-Length: 0\r\n\r\n";
    }

    private static String header(String name, Random random) {
        return random.nextBoolean() ? "" : name + ": " + address(random) + parameter(random) + "\r\n";
    }

    private static String address(Random random) {
        String shown = switch (random.nextInt(4)) {
            case 0 -> "\"" + plain(random) + "\" ";
            case 1 -> "\"a\\\"b <sip:0699999999@x>\" ";
            default -> "";
        };
        String scheme = random.nextInt(5) == 0 ? "tel:+336" : "sip:06";
        return shown + "<" + scheme + hostile(random) + (scheme.startsWith("sip") ? "@HERE" : "") + ">";
    }

    private static String parameter(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> ";privacy=full";
            case 1 -> ";reason=\"" + plain(random) + "\"";
            case 2 -> ";x=" + hostile(random);
            default -> "";
        };
    }

    /** Percent-encoded: decoded by whoever reads the address. */
    private static String hostile(Random random) {
        return encoded(IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(part -> piece(random))
                .collect(Collectors.joining()));
    }

    private static String plain(Random random) {
        return piece(random).replaceAll("[\\r\\n\\x00\"\\\\]", " ");
    }

    private static String piece(Random random) {
        List<String> pieces = List.of(
                BREAK + BREAK + "Event: CEL" + BREAK + "EventName: FORGED" + BREAK + BREAK,
                BREAK + "Action: DBPut" + BREAK + "Family: appui/forged" + BREAK + "Key: a" + BREAK + "Val: 1" + BREAK
                        + BREAK,
                "\n\"FORGED\",\"1\",\"\"\n",
                "\nHANGUP,1795359633.8,,,,,1.1,1.1,,FORGED,\n",
                "\n[2026-11-28 14:22:44.552] ERROR[1] forged.c: FORGED\n",
                "${DB_DELETE(appui/age)}",
                "${SHELL(id)}\")|$[1/0]",
                "\"\",,;\\",
                "\u0000\u0001\u007f\u00e9\ud83d\ude00",
                "|~!&%",
                "0612345678");
        return pieces.get(random.nextInt(pieces.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
