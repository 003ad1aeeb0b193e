package fr.appui.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A push service on loopback with a browser behind it: takes what is sent, checks who sent it (RFC 8292) and opens it with the browser's
 * key (RFC 8291, 8188), by other code than the service's.
 */
@QuarkusTestResource(PushServer.class)
public final class PushServer implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeyPair VAPID = pair();
    private static final KeyPair BROWSER = pair();
    private static final byte[] SECRET = new byte[16];
    private static final Map<String, Integer> ANSWERS = new HashMap<>();
    private static final Set<String> ENDLESS = ConcurrentHashMap.newKeySet();
    private static final List<Got> GOT = new CopyOnWriteArrayList<>();
    private static HttpServer server;

    /** @param path of the device @param headers in lower case @param message as the browser reads it */
    public record Got(String path, Map<String, String> headers, JsonNode message) {}

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        server.createContext("/", PushServer::take);
        server.start();
        return settings();
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    static Map<String, String> settings() {
        byte[] secret = unsigned(((ECPrivateKey) VAPID.getPrivate()).getS());
        return Map.of(
                "appui.push.public-key",
                text(point((ECPublicKey) VAPID.getPublic())),
                "appui.push.private-key",
                text(secret),
                "appui.push.contact",
                "mailto:essai@hopital.example",
                "appui.push.hosts",
                origin() + "," + otherOrigin());
    }

    public static String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The same server, as another push service. */
    public static String otherOrigin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** As a browser says it. */
    public static Map<String, String> subscription(String path) {
        return subscription(origin(), path);
    }

    public static Map<String, String> subscription(String origin, String path) {
        return Map.of(
                "adresse", origin + path,
                "cle", text(point((ECPublicKey) BROWSER.getPublic())),
                "secret", text(SECRET));
    }

    public static void answer(String path, int status) {
        ANSWERS.put(path, status);
    }

    public static List<Got> got(String path) {
        return GOT.stream().filter(one -> one.path().equals(path)).toList();
    }

    /** Answered there with a body that goes on until the server ends. */
    public static void answerWithoutEnd(String path) {
        ENDLESS.add(path);
    }

    /** Sends with these settings besides the server's. */
    public static PushSender sender(Map<String, String> other) {
        return new PushSender(pushSettings(other));
    }

    public static PushSettings pushSettings(Map<String, String> other) {
        var builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(PushSettings.class);
        var all = new HashMap<>(settings());
        other.forEach((name, value) -> all.put("appui.push." + name, value));
        all.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(PushSettings.class);
    }

    private static void take(HttpExchange exchange) throws IOException {
        if (ENDLESS.contains(exchange.getRequestURI().getPath())) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(201, 0);
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            return;
        }
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            int status = ANSWERS.getOrDefault(path, 201);
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (status / 100 == 3) {
                exchange.getResponseHeaders().add("Location", origin() + "/ailleurs");
            }
            try {
                requireSigned(headers.get("authorization"));
                GOT.add(new Got(path, headers, JSON.readTree(opened(body))));
            } catch (GeneralSecurityException | RuntimeException notOurs) {
                status = 403;
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private static void requireSigned(String authorization) throws GeneralSecurityException, IOException {
        String[] parts = authorization.substring("vapid t=".length()).split(", k=");
        String[] token = parts[0].split("\\.");
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(VAPID.getPublic());
        signature.update((token[0] + "." + token[1]).getBytes(US_ASCII));
        JsonNode claims = JSON.readTree(bytes(token[1]));
        if (!signature.verify(bytes(token[2]))
                || !List.of(origin(), otherOrigin()).contains(claims.path("aud").asText())
                || !claims.path("sub").asText().equals("mailto:essai@hopital.example")
                || !parts[1].equals(text(point((ECPublicKey) VAPID.getPublic())))) {
            throw new GeneralSecurityException("not signed by the service");
        }
    }

    private static byte[] opened(byte[] body) throws GeneralSecurityException {
        var all = ByteBuffer.wrap(body);
        byte[] salt = next(all, 16);
        all.getInt();
        byte[] sender = next(all, all.get());
        byte[] sealed = next(all, all.remaining());
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(BROWSER.getPrivate());
        agreement.doPhase(key(sender), true);
        byte[] info = join("WebPush: info\0".getBytes(US_ASCII), point((ECPublicKey) BROWSER.getPublic()), sender);
        byte[] material = derived(SECRET, agreement.generateSecret(), info, 32);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(
                        derived(salt, material, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), 16), "AES"),
                new GCMParameterSpec(128, derived(salt, material, "Content-Encoding: nonce\0".getBytes(US_ASCII), 12)));
        String plain = new String(cipher.doFinal(sealed), UTF_8);
        return plain.substring(0, plain.lastIndexOf('\u0002')).getBytes(UTF_8);
    }

    private static byte[] derived(byte[] salt, byte[] material, byte[] info, int length)
            throws GeneralSecurityException {
        byte[] key = hmac(salt, material);
        return java.util.Arrays.copyOf(hmac(key, join(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static ECPublicKey key(byte[] point) throws GeneralSecurityException {
        var at = new ECPoint(
                new BigInteger(1, java.util.Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, java.util.Arrays.copyOfRange(point, 33, 65)));
        return (ECPublicKey) KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(at, ((ECPublicKey) BROWSER.getPublic()).getParams()));
    }

    private static byte[] point(ECPublicKey key) {
        return join(
                new byte[] {4},
                unsigned(key.getW().getAffineX()),
                unsigned(key.getW().getAffineY()));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] signed = number.toByteArray();
        var whole = new byte[32];
        int most = Math.min(signed.length, 32);
        System.arraycopy(signed, signed.length - most, whole, 32 - most, most);
        return whole;
    }

    private static byte[] join(byte[]... parts) {
        var all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] next(ByteBuffer all, int length) {
        var some = new byte[length];
        all.get(some);
        return some;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
