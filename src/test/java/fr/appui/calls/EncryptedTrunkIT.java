package fr.appui.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
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

    @TempDir
    private static Path keys;

    private static SwitchProcess asterisk;
    private static int port;

    private int calls;

    @BeforeAll
    static void start() throws IOException {
        port = Ports.tcp();
        String certificate = keys.resolve("appui.crt").toString();
        String key = keys.resolve("appui.key").toString();
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
                "/CN=appui",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                key,
                "-out",
                certificate);
        asterisk = new SwitchProcess();
        asterisk.start(
                Map.ofEntries(
                        Map.entry("site-transport-tls/type", "transport"),
                        Map.entry("site-transport-tls/protocol", "tls"),
                        Map.entry("site-transport-tls/bind", "127.0.0.1:" + port),
                        Map.entry("site-transport-tls/cert_file", certificate),
                        Map.entry("site-transport-tls/priv_key_file", key),
                        Map.entry("site-transport-tls/ca_list_file", certificate),
                        Map.entry("site-transport-tls/method", "tlsv1_2"),
                        Map.entry("site-transport-tls/verify_server", "yes"),
                        Map.entry("site-carrier/transport", "transport-tls"),
                        Map.entry("site-carrier/media_encryption", "sdes"),
                        Map.entry("site-carrier-identify/match", "127.0.0.1")),
                List.of());
    }

    @AfterAll
    static void end() {
        asterisk.close();
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
        String here = "127.0.0.1:" + operator.getLocalPort();
        String line = "sip:0344100000@127.0.0.1:" + port + ";transport=tls";
        String offer = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 49172 " + media
                + " 8\r\n" + crypto;
        operator.getOutputStream()
                .write(("INVITE " + line + " SIP/2.0\r\nVia: SIP/2.0/TLS " + here + ";branch=z9hG4bKtls" + calls
                                + ";rport\r\nMax-Forwards: 70\r\nFrom: <sip:0612345678@" + here + ">;tag=t" + calls
                                + "\r\nTo: <" + line + ">\r\nCall-ID: tls-" + calls
                                + "\r\nCSeq: 1 INVITE\r\nContact: <sip:x@"
                                + here + ";transport=tls>\r\nContent-Type: application/sdp\r\nContent-Length: "
                                + offer.length() + "\r\n\r\n" + offer)
                        .getBytes(UTF_8));
        var said = new StringBuilder();
        byte[] part = new byte[8_000];
        while (true) {
            int read = operator.getInputStream().read(part);
            assertThat(read).as("the connection stays: " + said).isPositive();
            said.append(new String(part, 0, read, UTF_8));
            Optional<String> answer = Stream.of(said.toString().split("(?=SIP/2\\.0 [1-6])"))
                    .filter(message -> message.contains("Call-ID: tls-" + calls + "\r\n"))
                    .filter(message -> message.matches("(?s)SIP/2\\.0 (200 .*m=audio .*\r\n|[4-6].*\r\n\r\n)"))
                    .findFirst();
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }
}
