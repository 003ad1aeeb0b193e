package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A trunk with a password, as the site file's example advises: its address alone opens nothing. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the trunks")
class TrunksIT {

    private static final int PATIENCE_MS = 20_000;
    private static final String PASSWORD = "trunk-secret";

    private static SwitchProcess asterisk;

    private DatagramSocket socket;
    private int sequence;

    @BeforeAll
    static void start() throws IOException {
        asterisk = new SwitchProcess();
        asterisk.start(
                Map.of(
                        "site-carrier/auth", "carrier-auth",
                        "site-carrier-identify/match", "127.0.0.1",
                        "site-carrier-auth/type", "auth",
                        "site-carrier-auth/auth_type", "digest",
                        "site-carrier-auth/username", "operateur",
                        "site-carrier-auth/password", PASSWORD),
                List.of());
    }

    @AfterAll
    static void end() {
        asterisk.close();
    }

    @Test
    void theTrunksAddressAloneIsAskedForItsPassword() throws Exception {
        try (var from = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket = from;
            String challenge = invite("");
            assertThat(challenge).startsWith("SIP/2.0 401 ");
            assertThat(asterisk.cli("core show channels count")).contains("0 active channels");
            assertThat(invite(authorization(challenge, "wrong"))).startsWith("SIP/2.0 401 ");
            assertThat(invite(authorization(invite(""), PASSWORD)))
                    .as("the operator")
                    .startsWith("SIP/2.0 100 ");
        }
    }

    /** @return the first answer to it */
    private String invite(String authorization) throws IOException {
        sequence++;
        String here = "127.0.0.1:" + socket.getLocalPort();
        String there = "127.0.0.1:" + asterisk.sip().getPort();
        String offer =
                "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 49172 RTP/AVP 8\r\n";
        send(("INVITE sip:0344100000@" + there + " SIP/2.0\r\nVia: SIP/2.0/UDP " + here + ";branch=z9hG4bKtrunk"
                + sequence
                + ";rport\r\nMax-Forwards: 70\r\nFrom: <sip:0612345678@" + here + ">;tag=t" + sequence
                + "\r\nTo: <sip:0344100000@" + there + ">\r\nCall-ID: trunk-" + sequence + "\r\nCSeq: " + sequence
                + " INVITE\r\nContact: <sip:0612345678@" + here + ">\r\n" + authorization
                + "Content-Type: application/sdp\r\nContent-Length: " + offer.length() + "\r\n\r\n" + offer));
        while (true) {
            var packet = new DatagramPacket(new byte[8_000], 8_000);
            socket.setSoTimeout(PATIENCE_MS);
            socket.receive(packet);
            String answer = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
            if (answer.contains("trunk-" + sequence + "\r\n")) {
                return answer;
            }
        }
    }

    private void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, asterisk.sip()));
    }

    private String authorization(String challenge, String password) throws GeneralSecurityException {
        String realm = part(challenge, "realm");
        String nonce = part(challenge, "nonce");
        String address = "sip:0344100000@127.0.0.1:" + asterisk.sip().getPort();
        String who = md5("operateur:" + realm + ":" + password);
        String response = md5(who + ":" + nonce + ":00000001:c:auth:" + md5("INVITE:" + address));
        return "Authorization: Digest username=\"operateur\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\""
                + address + "\", response=\"" + response + "\", algorithm=MD5, cnonce=\"c\", qop=auth, nc=00000001"
                + opaque(challenge) + "\r\n";
    }

    private static String opaque(String challenge) {
        return challenge.contains("opaque=") ? ", opaque=\"" + part(challenge, "opaque") + "\"" : "";
    }

    private static String part(String challenge, String name) {
        Matcher found = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
        assertThat(found.find()).as(name + " in " + challenge).isTrue();
        return found.group(1);
    }

    private static String md5(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
