package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.Whole;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What the dialplan holds to by itself, whoever asks it: a service that was taken over, or a ladder that somebody wrote into AstDB. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the switch alone")
class SwitchAloneIT {

    private static final int PATIENCE_MS = 60_000;
    private static final Duration PATIENCE = Duration.ofMillis(PATIENCE_MS);

    /** A number that costs whoever dials it. */
    private static final String DEAR = "+33899123456";

    private static final String MOBILE = "+33612345678";

    private static final String PHYSICIAN = "00000000-0000-0000-0000-000000000001";
    private static final Pattern FACT = Pattern.compile("\"\"extra\"\":\"\"([^\"]*)\"\"");

    private static SwitchProcess asterisk;

    @BeforeAll
    static void start() throws IOException {
        asterisk = SwitchProcess.alone();
    }

    @AfterAll
    static void end() {
        asterisk.close();
    }

    @Test
    void aPhysiciansNumberThatMayNotBeDialledIsNotRungForACheck() throws IOException {
        beginsOurs("appui-line-check", "check", DEAR, "");
        stated("line-unconfirmed|check|FORBIDDEN|57");
    }

    /** As call-backs are not: a second call rings in their ear, or takes the place of the first. */
    @Test
    void whoIsInACallIsNotRungForACheckWhichIsNoAttemptThen() throws IOException {
        asterisk.originate("Local/s@is-in-a-call/n", "talks", "{}");
        await("they are in a call")
                .atMost(PATIENCE)
                .until(() -> asterisk.cli("group show channels").contains("physician"));
        asterisk.originate("Local/s@appui-line-check/n", "appui-nowhere", """
                {"variables":{"APPUI_REF":"in-a-call","APPUI_RING":"5","APPUI_PHYSICIAN":"%s",
                "APPUI_HOLDER":"00000000-0000-0000-0000-000000000009"}}""".formatted(MOBILE));
        stated("line-no-room|in-a-call");
    }

    @Test
    void norIsOneThatAsksToBeCalledBackOrIsToCallBack() throws IOException {
        beginsOurs("appui-call-back", "lab-1.0|1|" + PHYSICIAN, DEAR, MOBILE);
        stated("call-back-ended|lab-1.0|1|" + PHYSICIAN + "|FAILED|57");
        beginsOurs("appui-call-back", "lab-1.0|2|" + PHYSICIAN, MOBILE, DEAR);
        stated("call-back-ended|lab-1.0|2|" + PHYSICIAN + "|FAILED|57");
    }

    @Test
    void norIsOneOfALadderOfAFallbackOrOfASamu() throws IOException {
        String line = line("0344100099", DEAR + "/" + PHYSICIAN + "/1/5//");
        asterisk.originate("Local/" + line + "@from-carrier/n", "appui-test-number", "{}");
        await("all are tried").atMost(PATIENCE).until(() -> isOver(line));
        assertThat(facts(line))
                .contains(
                        "attempt-ended|1|FORBIDDEN|0",
                        "put-through-ended|FALLBACK_LINE|0|57",
                        "put-through-ended|SAMU|0|57");
    }

    @Test
    void whomASamuSentIsNotSentBackToIt() throws IOException {
        String line = line("0344100098", DEAR + "/" + PHYSICIAN + "/1/5//");
        asterisk.originate("Local/" + line + "@from-samu/n", "appui-test-number", "{}");
        await("all are tried").atMost(PATIENCE).until(() -> isOver(line));
        assertThat(facts(line))
                .contains("profile|EMERGENCY_SERVICES", "put-through-ended|FALLBACK_LINE|0|57")
                .noneMatch(fact -> fact.contains("|SAMU|0"));
    }

    /** A line that was withdrawn: its number alone, and no other that begins so. */
    @Test
    void aNumberThatIsNoLineAnyMoreIsTakenOut() throws IOException {
        keep("appui/dialled", "0344100091", "33344100091");
        keep("appui/dialled", "03441000910", "334410009100");
        asterisk.originate("Local/s@appui-store/n", "appui-nowhere", """
                {"variables":{"APPUI_WRITER":"abcd","APPUI_BATCH":"1","APPUI_CHANGES":"2",
                "APPUI_CHANGE_1":"dialled~","APPUI_CHANGE_2":"dialled/0344100091~"}}""");
        asterisk.says(
                "database show appui/dialled",
                "it is taken out",
                held -> !held.contains("/0344100091 ") && held.contains("/03441000910 "),
                PATIENCE);
    }

    /** The caller did not give up. */
    @Test
    void aCallForWhichThereIsNoLadderIsToldAsABreakdown() throws IOException {
        String line = "0344100092";
        keep("appui/dialled", line, "33344100092");
        asterisk.originate("Local/" + line + "@from-carrier/n", "appui-test-number", "{}");
        await("it is over").atMost(PATIENCE).until(() -> isOver(line));
        assertThat(facts(line))
                .containsExactly(
                        "arrived|" + line + "|PUBLIC|||0",
                        "degraded|service-unavailable",
                        "degraded|no-ladder",
                        "finished|FAILED");
    }

    @Test
    void aLineThatTakesOverOutsideTheHoursIsToldAsThatAndNotAsTheDaytimeContact() throws IOException {
        String line = line("0344100093", "");
        keep("appui/33344100093/g", "w1", "1|9999999999|closed||" + DEAR + "|ferme&transfert-secours|RELIEF_LINE");
        asterisk.originate("Local/" + line + "@from-carrier/n", "appui-test-number", "{}");
        await("it is tried").atMost(PATIENCE).until(() -> isOver(line));
        assertThat(facts(line))
                .containsSubsequence(
                        "put-through|RELIEF_LINE", "put-through-ended|RELIEF_LINE|0|57", "finished|NOT_REACHED")
                .doesNotContain("closed");
    }

    /** What the territory asked for holds without the service too. */
    @Test
    void whomTheLadderHoldsTwiceIsRungTwice() throws IOException {
        String line = line(
                "0344100094",
                MOBILE + "/" + PHYSICIAN + "/1/1//&" + DEAR + "/" + PHYSICIAN.replace("1", "2") + "/2/1//&" + MOBILE
                        + "/" + PHYSICIAN + "/1/1//");
        asterisk.originate("Local/" + line + "@from-carrier/n", "appui-test-number", "{}");
        await("all are tried").atMost(PATIENCE).until(() -> isOver(line));
        assertThat(facts(line)).contains("attempt-ended|1|NO_TRUNK|34", "attempt-ended|3|NO_TRUNK|34");
    }

    /**
     * By an exchange that leaves it to us to say first which sound we speak (RFC 3264, offer in the answer). Who is the first of the ladder
     * themselves is not rung, without the service either.
     */
    @Test
    void aCallWithoutAnOfferIsAnsweredWithOneAndHeard() throws IOException {
        String line = line(
                "0344100097",
                MOBILE + "/" + PHYSICIAN + "/1/5//own&" + DEAR + "/" + PHYSICIAN.replace("1", "2") + "/2/5//");
        try (var sip = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                var sound = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            sip.setSoTimeout(PATIENCE_MS);
            sound.setSoTimeout(PATIENCE_MS);
            String here = "127.0.0.1:" + sip.getLocalPort();
            String there = "sip:" + line + "@127.0.0.1:" + asterisk.sip().getPort();
            send(sip, request("INVITE", there, here, "<" + there + ">", ""));
            String answer = receive(sip);
            while (answer.startsWith("SIP/2.0 1")) {
                answer = receive(sip);
            }
            assertThat(answer).startsWith("SIP/2.0 200 ").contains("m=audio ", "a=rtpmap:8 PCMA/8000");

            String spoken = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
                    + sound.getLocalPort() + " RTP/AVP 8\r\n";
            send(sip, request("ACK", part(answer, "Contact: *<([^>]*)>"), here, part(answer, "To: *(.*)"), spoken));
            int port = Integer.parseInt(part(answer, "m=audio (\\d+) "));
            await("who is heard is in the ladder").atMost(PATIENCE).until(() -> {
                speak(sound, port);
                return facts(line).contains("attempt-ended|2|FORBIDDEN|0");
            });
            assertThat(facts(line)).contains("attempt-ended|1|IS_CALLING|0");
            var packet = new DatagramPacket(new byte[400], 400);
            sound.receive(packet);
            assertThat(packet.getData()[1] & 0x7f).as("A-law").isEqualTo(8);
        }
    }

    /** As a proxy sends it that forks. */
    @Test
    void theSameCallByAnotherPathIsNoSecondOne() throws IOException {
        String line = line("0344100090", DEAR + "/" + PHYSICIAN + "/1/5//");
        try (var sip = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                var sound = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            sip.setSoTimeout(PATIENCE_MS);
            String here = "127.0.0.1:" + sip.getLocalPort();
            String there = "sip:" + line + "@127.0.0.1:" + asterisk.sip().getPort();
            String spoken = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
                    + sound.getLocalPort() + " RTP/AVP 8\r\n";
            String invite = request("INVITE", there, here, "<" + there + ">", spoken)
                    .replace("without-an-offer", "by-two-paths");
            send(sip, invite);
            String answer = receive(sip);
            while (answer.startsWith("SIP/2.0 1")) {
                answer = receive(sip);
            }
            int port = Integer.parseInt(part(answer, "m=audio (\\d+) "));
            send(
                    sip,
                    request("ACK", part(answer, "Contact: *<([^>]*)>"), here, part(answer, "To: *(.*)"), "")
                            .replace("without-an-offer", "by-two-paths"));
            await("who is heard is in the ladder").atMost(PATIENCE).until(() -> {
                speak(sound, port);
                return facts(line).contains("attempt-ended|1|FORBIDDEN|0");
            });
            send(sip, invite.replace("branch=z9hG4bK", "branch=z9hG4bKother"));
            String other = receive(sip);
            while (!other.contains("z9hG4bKother") || other.startsWith("SIP/2.0 1")) {
                other = receive(sip);
            }
            assertThat(other).startsWith("SIP/2.0 482 ");
        }
        await("it is over").atMost(PATIENCE).until(() -> isOver(line));
        assertThat(cel().lines().filter(record -> record.contains("\"arrived|" + line + "|")))
                .hasSize(1);
    }

    /** A telephone that sends no sound while nobody speaks, in the menu: its path is alive, as it answers what it is asked. */
    @Test
    void whoSaysNothingInTheMenuIsNoSecondCallByAnotherPath() throws IOException {
        String line = asking("0344100091");
        try (var network = new Network(new InetSocketAddress("127.0.0.1", 0), asterisk.sip())) {
            Leg caller = network.person("0612345679")
                    .offering(Media::silently)
                    .rings(line)
                    .isUp();
            Leg.Path other = caller.byAnotherPath();
            assertThat(other.status()).isEqualTo(482);
            assertThat(caller.timesAsked()).isPositive();
            caller.hangUp();
        }
        await("it is over").atMost(PATIENCE).until(() -> isOver(line));
        assertThat(cel().lines().filter(record -> record.contains("\"arrived|" + line + "|")))
                .hasSize(1);
    }

    /** Told with the service at each change; how long it takes, only here. */
    @Test
    @Whole
    void whoPressesNothingOrNoChoiceIsAskedOnceMoreAndRungFor() throws IOException {
        String silent = asking("0344100096");
        String wrong = asking("0344100095");
        asterisk.originate("Local/" + silent + "@from-carrier/n", "appui-trial-caller", "{}");
        asterisk.originate("Local/" + wrong + "@from-carrier/n", "presses-a-key-that-is-no-choice", "{}");
        await("both are rung for").atMost(PATIENCE).until(() -> isRungFor(silent) && isRungFor(wrong));

        assertThat(facts(silent)).contains("profile|UNKNOWN");
        assertThat(said(silent)).containsExactly("bienvenue", "qui-appelle", "qui-appelle");
        assertThat(secondsTo("profile|UNKNOWN", silent)).isBetween(15.0, 27.0);
        assertThat(facts(wrong)).contains("profile|NURSE");
        assertThat(said(wrong)).containsExactly("bienvenue", "qui-appelle", "choix-non-compris", "qui-appelle");
    }

    /** A line whose callers are asked who they are. */
    private static String asking(String dialled) {
        keep("appui/33" + dialled.substring(1) + "/g", "gate", "1");
        return line(dialled, DEAR + "/" + PHYSICIAN + "/1/5//");
    }

    private static boolean isRungFor(String line) throws IOException {
        return facts(line).contains("attempt-ended|1|FORBIDDEN|0");
    }

    /** While the caller was asked. */
    private static List<String> said(String line) throws IOException {
        return Pattern.compile("<Local/" + line + "@[^>]+> Playing '(bienvenue|qui-appelle|choix-non-compris)")
                .matcher(Files.readString(Path.of(asterisk.workFolder(), "log", "heard.log")))
                .results()
                .map(playing -> playing.group(1))
                .toList();
    }

    private static double secondsTo(String fact, String line) throws IOException {
        List<String> records = records(line);
        return second(records, fact) - second(records, "arrived|");
    }

    private static double second(List<String> records, String fact) {
        return records.stream()
                .filter(record -> record.contains(fact))
                .map(record -> Double.valueOf(record.split(",")[1].replace("\"", "")))
                .findFirst()
                .orElseThrow();
    }

    /** @param rungs of its ladder, as the service writes it into AstDB */
    private static String line(String dialled, String rungs) {
        String line = "33" + dialled.substring(1);
        keep("appui/dialled", dialled, line);
        keep("appui/" + line + "/g", "w1", "1|9999999999|open|2026-03-28|" + rungs);
        keep("appui/" + line + "/g", "count", "1");
        keep("appui/" + line + "/g", "fallback", DEAR);
        keep("appui/" + line + "/g", "samu", DEAR.replace("6", "7"));
        keep("appui/" + line, "current", "g");
        return dialled;
    }

    private int frame;

    private void speak(DatagramSocket from, int port) throws IOException {
        byte[] packet = new byte[172];
        frame++;
        packet[0] = (byte) 0x80;
        packet[1] = 8;
        packet[2] = (byte) (frame >> 8);
        packet[3] = (byte) frame;
        packet[6] = (byte) (frame * 160 >> 8);
        packet[7] = (byte) (frame * 160);
        from.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), port));
    }

    /** What the dialplan stated in the call of that line. */
    private static List<String> facts(String line) throws IOException {
        return records(line).stream()
                .flatMap(record -> FACT.matcher(record).results().map(found -> found.group(1)))
                .flatMap(facts -> Stream.of(facts.split("~")))
                .toList();
    }

    private static boolean isOver(String line) throws IOException {
        return records(line).stream().anyMatch(record -> record.startsWith("\"LINKEDID_END\""));
    }

    private static List<String> records(String line) throws IOException {
        List<String> all = cel().lines().toList();
        return all.stream()
                .filter(record -> record.contains("\"arrived|" + line + "|"))
                .findFirst()
                .map(arrived -> arrived.split(",")[7])
                .map(linked -> all.stream()
                        .filter(record -> record.contains("," + linked + ","))
                        .toList())
                .orElse(List.of());
    }

    private static void beginsOurs(String context, String reference, String physician, String caller)
            throws IOException {
        asterisk.originate(
                "Local/s@" + context + "/n",
                "appui-nowhere",
                "{\"variables\":{\"APPUI_REF\":\"%s\",\"APPUI_RING\":\"5\",\"APPUI_PHYSICIAN\":\"%s\",\"APPUI_CALLER\":\"%s\"}}"
                        .formatted(reference, physician, caller));
    }

    private static void stated(String fact) {
        await(fact).atMost(PATIENCE).until(() -> cel().contains(fact + "\""));
    }

    private static String cel() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(asterisk.workFolder()))) {
            List<Path> written =
                    files.filter(file -> file.endsWith("cel-custom/appui.csv")).toList();
            return written.isEmpty() ? "" : Files.readString(written.getFirst(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void keep(String family, String key, String value) {
        asterisk.cli("database put " + family + " " + key + " " + value);
    }

    private static String request(String method, String target, String here, String to, String body) {
        return method + " " + target + " SIP/2.0\r\nVia: SIP/2.0/UDP " + here + ";branch=z9hG4bK" + method
                + ";rport\r\nMax-Forwards: 70\r\nFrom: <sip:0612345678@" + here + ">;tag=t1\r\nTo: " + to
                + "\r\nCall-ID: without-an-offer\r\nCSeq: 1 " + method + "\r\nContact: <sip:0612345678@" + here
                + ">\r\n" + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n") + "Content-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static void send(DatagramSocket from, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        InetSocketAddress to = asterisk.sip();
        from.send(new DatagramPacket(bytes, bytes.length, to));
    }

    private static String receive(DatagramSocket at) throws IOException {
        var packet = new DatagramPacket(new byte[8_000], 8_000);
        at.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    private static String part(String answer, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(answer);
        assertThat(found.find()).as(pattern + " in " + answer).isTrue();
        return found.group(1).strip();
    }
}
