package fr.appui.web.signin;

import fr.appui.calls.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A real Keycloak on the loopback, its realms set to say what Pro Santé Connect says: the national identifier as {@code
 * SubjectNameID}, the level in {@code acr}. Realm {@code esante} vouches at eidas1, {@code faible} at less.
 */
public final class KeycloakServer implements QuarkusTestResourceLifecycleManager {

    private static final String LEVEL = "ACR_OF_THE_TEST";
    private Process process;

    @Override
    public Map<String, String> start() {
        try {
            Path home = Path.of(System.getProperty("keycloak.home"));
            int port = Ports.tcp();
            realm(home, "esante", "eidas1");
            realm(home, "faible", "eidas0");
            process = new ProcessBuilder(List.of(
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--import-realm",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--hostname=http://localhost:" + port))
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "keycloak.log").toFile())
                    .start();
            String base = "http://localhost:" + port + "/realms/";
            Awaitility.await()
                    .atMost(Duration.ofMinutes(4))
                    .until(() -> answers(base + "esante") && answers(base + "faible"));
            return Map.of("test.keycloak", base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static void realm(Path home, String name, String level) throws IOException {
        try (InputStream template = KeycloakServer.class.getResourceAsStream("/keycloak/realms.json")) {
            String json = new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"realm\": \"esante\"", "\"realm\": \"" + name + "\"")
                    .replace(LEVEL, level);
            Path imports = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(imports.resolve(name + ".json"), json);
        }
    }

    private static boolean answers(String realm) {
        try {
            var request = HttpRequest.newBuilder(URI.create(realm + "/.well-known/openid-configuration"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
