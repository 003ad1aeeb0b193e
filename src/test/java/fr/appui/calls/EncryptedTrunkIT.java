package fr.appui.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A trunk as the site file's example advises first: signalling over TLS with certificates, sound over SRTP, and nothing else. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the trunks")
class EncryptedTrunkIT {

    private static final int PATIENCE_MS = 60_000;
    private static final String CRYPTO =
            "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz\r\n";

    private static final String LINE = "0344100000";
    private static final String PHYSICIAN = "0639986001";

    /** A-law of 20 ms with RTP's header and the ten bytes that SRTP signs it with. */
    private static final int ENCRYPTED = 160 + 12 + 10;

    @TempDir
    private static Path keys;

    private static SwitchProcess asterisk;
    private static int port;
    private static SSLServerSocket carrier;
    private static SSLServerSocket stranger;

    /** Of this test’s calls: one Call-ID twice is one call. */
    private final String own = "tls-" + UUID.randomUUID() + "-";

    private int calls;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        port = Ports.tcp();
        certify("appui");
        carrier = listen("carrier");
        stranger = listen("somebody");
        asterisk = new SwitchProcess();
        asterisk.start(
                Map.ofEntries(
                        Map.entry("site-globals/APPUI_NODES", "127.0.0.1:1"),
                        Map.entry("site-transport-tls/type", "transport"),
                        Map.entry("site-transport-tls/protocol", "tls"),
                        Map.entry("site-transport-tls/bind", "127.0.0.1:" + port),
                        Map.entry("site-transport-tls/cert_file", file("appui.crt")),
                        Map.entry("site-transport-tls/priv_key_file", file("appui.key")),
                        Map.entry("site-transport-tls/ca_list_file", file("carrier.crt")),
                        Map.entry("site-transport-tls/method", "tlsv1_2"),
                        Map.entry("site-transport-tls/verify_server", "yes"),
                        Map.entry("site-carrier/transport", "transport-tls"),
                        Map.entry("site-carrier/media_encryption", "sdes"),
                        Map.entry("site-carrier/set_var", "APPUI_IS_HEARD=1"),
                        Map.entry("site-carrier-aor/contact", contact(carrier)),
                        Map.entry("site-carrier-identify/match", "127.0.0.1"),
                        Map.entry("site-samu/transport", "transport-tls"),
                        Map.entry("site-samu/media_encryption", "sdes"),
                        Map.entry("site-samu-aor/contact", contact(stranger))),
                List.of());
        String line = "33" + LINE.substring(1);
        keep("appui/dialled", LINE, line);
        keep(
                "appui/" + line + "/g",
                "w1",
                "1|9999999999|open|2026-03-28|+33" + PHYSICIAN.substring(1)
                        + "/00000000-0000-0000-0000-000000000001/1/60//");
        keep("appui/" + line + "/g", "count", "1");
        keep("appui/" + line, "current", "g");
    }

    @AfterAll
    static void end() throws IOException {
        asterisk.close();
        carrier.close();
        stranger.close();
    }

    @Test
    void soundIsEncryptedBothWaysOrThereIsNoCall() throws Exception {
        try (SSLSocket operator = connect(knowing(keys.resolve("appui.crt")))) {
            assertThat(operator.getSession().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
            assertThat(invite(operator, "RTP/SAVP", CRYPTO)).contains("SIP/2.0 200 ", "RTP/SAVP", "a=crypto:1 ");
            assertThat(invite(operator, "RTP/AVP", "")).startsWith("SIP/2.0 488 ");
        }
    }

    @Test
    void whoDoesNotKnowTheCertificateIsNotConnected() throws Exception {
        SSLContext usual = SSLContext.getDefault();
        assertThatThrownBy(() -> connect(usual).close()).isInstanceOf(SSLHandshakeException.class);
    }

    /** Of a call that came so, by the ladder in AstDB, as the service rings them by the same trunk. */
    @Test
    void thePhysicianIsRungOverTlsAndHearsWhatIsEncrypted() throws Exception {
        try (SSLSocket caller = connect(knowing(keys.resolve("appui.crt")));
                var sound = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            SipMessage answer = message(invite(caller, "RTP/SAVP", CRYPTO));
            send(caller, request("ACK", uri(answer.header("Contact")), caller, answer.header("To"), ""));
            carrier.setSoTimeout(PATIENCE_MS);
            try (SSLSocket rung = (SSLSocket) carrier.accept()) {
                rung.setSoTimeout(PATIENCE_MS);
                SipMessage invited = message(read(rung, said -> said.contains("a=crypto:")));
                assertThat(invited.startLine())
                        .isEqualTo("INVITE sip:" + PHYSICIAN + "@127.0.0.1:" + carrier.getLocalPort()
                                + ";transport=tls SIP/2.0");
                assertThat(invited.header("Via")).startsWith("SIP/2.0/TLS ");
                assertThat(invited.body())
                        .contains("RTP/SAVP ", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 ")
                        .doesNotContain("RTP/AVP");
                send(rung, picksUp(invited, rung, sound.getLocalPort()));
                sound.setSoTimeout(PATIENCE_MS);
                var heard = new DatagramPacket(new byte[400], 400);
                sound.receive(heard);
                assertThat(heard.getLength()).isEqualTo(ENCRYPTED);
            }
        }
    }

    @Test
    void whoseCertificateIsNotTheOperatorsIsToldNothing() throws Exception {
        asterisk.originate("PJSIP/" + PHYSICIAN + "@samu", "appui-test-number", "{}");
        stranger.setSoTimeout(PATIENCE_MS);
        try (SSLSocket tried = (SSLSocket) stranger.accept()) {
            tried.setSoTimeout(PATIENCE_MS);
            assertThat(heardBy(tried)).isEmpty();
        }
    }

    /** @return all that it is told until the connection ends */
    private static String heardBy(SSLSocket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (SSLException refused) {
            return "";
        }
    }

    private static String picksUp(SipMessage invited, SSLSocket socket, int soundPort) {
        String answer = sdp(soundPort, "RTP/SAVP", CRYPTO);
        var text = new StringBuilder("SIP/2.0 200 OK\r\n");
        for (String name : List.of("Via", "From", "Call-ID", "CSeq")) {
            invited.all(name).forEach(value -> text.append(name + ": " + value + "\r\n"));
        }
        return text + "To: " + invited.header("To") + ";tag=rung\r\nContact: <sip:x@127.0.0.1:" + socket.getLocalPort()
                + ";transport=tls>\r\nContent-Type: application/sdp\r\nContent-Length: " + answer.length()
                + "\r\n\r\n" + answer;
    }

    private static void certify(String name) {
        Shell.run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "30",
                "-subj",
                "/CN=" + name,
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                file(name + ".key"),
                "-out",
                file(name + ".crt"));
    }

    private static String file(String name) {
        return keys.resolve(name).toString();
    }

    /** As the site file writes it. */
    private static String contact(SSLServerSocket listener) {
        return "sip:127.0.0.1:" + listener.getLocalPort() + "\\;transport=tls";
    }

    private static void keep(String family, String key, String value) {
        asterisk.cli("database put " + family + " " + key + " " + value);
    }

    /** One that has a certificate of its own. */
    private static SSLServerSocket listen(String name) throws IOException, GeneralSecurityException {
        certify(name);
        Shell.run(
                "openssl",
                "pkcs12",
                "-export",
                "-passout",
                "pass:" + name,
                "-inkey",
                file(name + ".key"),
                "-in",
                file(name + ".crt"),
                "-out",
                file(name + ".p12"));
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(keys.resolve(name + ".p12"))) {
            own.load(stored, name.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(own, name.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static SSLSocket connect(SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MS);
        socket.startHandshake();
        return socket;
    }

    private static SSLContext knowing(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        try (InputStream file = Files.newInputStream(certificate)) {
            known.setCertificateEntry(
                    "appui", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** @return its final answer with what it offers */
    private String invite(SSLSocket operator, String media, String crypto) throws IOException {
        calls++;
        String line = "sip:" + LINE + "@127.0.0.1:" + port + ";transport=tls";
        send(operator, request("INVITE", line, operator, "<" + line + ">", sdp(49172, media, crypto)));
        Predicate<String> isFinal = message -> message.matches("(?s)SIP/2\\.0 (200 .*m=audio .*\r\n|[4-6].*\r\n\r\n)");
        String said = read(operator, all -> messages(all).anyMatch(isFinal));
        return messages(said).filter(isFinal).findFirst().orElseThrow();
    }

    /** Of this call. */
    private Stream<String> messages(String said) {
        return Stream.of(said.split("(?=SIP/2\\.0 [1-6])"))
                .filter(message -> message.contains("Call-ID: " + own + calls + "\r\n"));
    }

    private String request(String method, String target, SSLSocket from, String to, String body) {
        String here = "127.0.0.1:" + from.getLocalPort();
        return method + " " + target + " SIP/2.0\r\nVia: SIP/2.0/TLS " + here + ";branch=z9hG4bK" + method + calls
                + ";rport\r\nMax-Forwards: 70\r\nFrom: <sip:0612345678@" + here + ">;tag=t" + calls + "\r\nTo: " + to
                + "\r\nCall-ID: " + own + calls + "\r\nCSeq: 1 " + method + "\r\nContact: <sip:x@" + here
                + ";transport=tls>\r\n" + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String sdp(int soundPort, String media, String crypto) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + soundPort + " "
                + media + " 8\r\n" + crypto;
    }

    private static String uri(String contact) {
        return contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
    }

    private static SipMessage message(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return SipMessage.parse(bytes, bytes.length);
    }

    private static void send(SSLSocket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static String read(SSLSocket from, Predicate<String> isAll) throws IOException {
        var said = new StringBuilder();
        byte[] part = new byte[8_000];
        while (!isAll.test(said.toString())) {
            int read = from.getInputStream().read(part);
            assertThat(read).as("the connection stays: " + said).isPositive();
            said.append(new String(part, 0, read, UTF_8));
        }
        return said.toString();
    }
}
