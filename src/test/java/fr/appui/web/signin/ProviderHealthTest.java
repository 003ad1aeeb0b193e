package fr.appui.web.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.appui.calls.Ports;
import io.quarkus.proxy.ProxyConfiguration;
import io.quarkus.proxy.ProxyType;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provider of a site's sign-in: as it should be, and not. A real Keycloak is asked by {@code KeycloakSignInStory}. */
class ProviderHealthTest {

    private static final String KEY = "{\"keys\": [{\"kty\": \"RSA\", \"use\": \"sig\", \"alg\": \"RS256\"}]}";
    private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer provider;
    private String keys = KEY;
    private int status = 200;
    private UnaryOperator<String> description = AS_IT_IS;
    private Duration ahead = Duration.ZERO;
    private Optional<ProxyConfiguration> proxy = Optional.empty();

    @BeforeEach
    void aProvider() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        provider.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            String said = exchange.getRequestURI().getPath().endsWith("/keys")
                    ? keys
                    : description.apply("""
                            {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys"}
                            """.formatted(
                                    "http://" + exchange.getRequestHeaders().getFirst("Host")));
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(said.getBytes(UTF_8));
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void itEnds() {
        provider.stop(0);
    }

    @Test
    void aProviderThatIsThereIsGoodAndAskedOnceInAWhile() {
        ProviderHealth health = health(Map.of());
        assertThat(data(health)).containsOnlyKeys("adresse").containsValue(address());
        data(health);
        assertThat(asked).containsExactly("/realms/site/.well-known/openid-configuration", "/keys");
    }

    @Test
    void aSiteWithoutOneHasNothingToLookAt() {
        Map<String, Object> data = data(health(Map.of("quarkus.oidc.tenant-enabled", "false", "label", "")));
        assertThat(data).containsOnlyKeys("adresse");
        assertThat(data.get("adresse").toString()).startsWith("aucune");
        assertThat(asked).isEmpty();
    }

    @Test
    void settingsThatOnlyHalfNameOneAreTold() {
        assertThat(attention(Map.of("quarkus.oidc.tenant-enabled", "false")))
                .contains("quarkus.oidc.tenant-enabled=true manque", "l’hôpital");
        assertThat(attention(Map.of("label", ""))).contains("appui.sign-in.provider.label n’est pas réglé");
        assertThat(attention(Map.of("quarkus.oidc.auth-server-url", "")))
                .contains("quarkus.oidc.auth-server-url n’est pas réglé");
        assertThat(asked).isEmpty();
    }

    @Test
    void oneThatIsAwayIsToldWithItsAddress() throws IOException {
        String closed = "http://127.0.0.1:" + Ports.tcp() + "/realms/site";
        assertThat(attention(Map.of("quarkus.oidc.auth-server-url", closed)))
                .startsWith(closed + "/.well-known/openid-configuration ne répond pas")
                .contains("pare-feu", "personne n’entre par lui");
    }

    @Test
    void anAddressThatIsNoProvidersIsTold() {
        status = 404;
        assertThat(attention(Map.of())).contains("répond 404 : vérifier quarkus.oidc.auth-server-url");
        status = 200;
        description = text -> "<html>";
        assertThat(attention(Map.of())).contains("répond autre chose qu’un fournisseur d’identité");
        description = text -> "{}";
        assertThat(attention(Map.of())).contains("« issuer » manque");
        description = text -> text.replaceAll("\"jwks_uri\": \"[^\"]*\"", "\"jwks_uri\": \"aucune adresse\"");
        assertThat(attention(Map.of())).contains("donne pour ses clés une adresse qui n’en est pas une");
    }

    /** What it signs would be refused, one person after the other. */
    @Test
    void keysThatCannotVerifyWhatItSignsAreTold() {
        keys = "{\"keys\": []}";
        assertThat(attention(Map.of())).contains("/keys n’a pas de clé");
        keys = KEY.replace("sig", "enc");
        assertThat(attention(Map.of())).contains("/keys n’a pas de clé");
        keys = KEY.replace("RS256", "ES256");
        assertThat(data(health(Map.of()))).doesNotContainKey("attention");
        assertThat(attention(Map.of("quarkus.oidc.token.signature-algorithm", "RS256")))
                .contains("en RS256", "quarkus.oidc.token.signature-algorithm");
    }

    @Test
    void clocksThatDisagreeAreTold() {
        ahead = Duration.ofSeconds(-75);
        assertThat(attention(Map.of())).containsPattern("diffèrent de 7[456] s").contains("chrony");
        ahead = Duration.ofSeconds(20);
        assertThat(data(health(Map.of()))).doesNotContainKey("attention");
    }

    /** As the sign-in itself (docs/fr/installation.md, « Pare-feu »), where the machine reaches nothing else. */
    @Test
    void theSitesProxyIsGoneThrough() {
        proxy = Optional.of(new Through(provider.getAddress().getPort()));
        String unreachable = "http://fournisseur.invalid/realms/site";
        String port = "" + provider.getAddress().getPort();
        for (Map<String, String> named : List.of(
                Map.of("quarkus.oidc.proxy.proxy-configuration-name", "sortie"),
                Map.of("quarkus.oidc.proxy.host", "127.0.0.1", "quarkus.oidc.proxy.port", port))) {
            Map<String, String> settings = new HashMap<>(named);
            settings.put("quarkus.oidc.auth-server-url", unreachable);
            assertThat(data(health(settings))).doesNotContainKey("attention");
            assertThat(asked)
                    .containsExactly(
                            unreachable + "/.well-known/openid-configuration", "http://fournisseur.invalid/keys");
            asked.clear();
        }
    }

    private String address() {
        return "http://127.0.0.1:" + provider.getAddress().getPort() + "/realms/site";
    }

    private String attention(Map<String, String> settings) {
        return data(health(settings)).get("attention").toString();
    }

    private static Map<String, Object> data(ProviderHealth health) {
        return health.call().getData().orElseThrow();
    }

    private ProviderHealth health(Map<String, String> changed) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.oidc.tenant-enabled", "true",
                "quarkus.oidc.auth-server-url", address(),
                "label", "l’hôpital"));
        settings.putAll(changed);
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "the site's", 250))
                .build();
        return new ProviderHealth(
                config,
                new Labelled(config.getOptionalValue("label", String.class)),
                name -> name.equals(Optional.of("sortie")) ? proxy : Optional.empty(),
                new NoCertificates(),
                Clock.offset(Clock.fixed(Instant.now(), ZoneOffset.UTC), ahead));
    }

    private record Labelled(Optional<String> label) implements Provider {

        @Override
        public String subjectClaim() {
            return "sub";
        }

        @Override
        public Optional<String> acr() {
            return Optional.empty();
        }
    }

    private record Through(int port) implements ProxyConfiguration {

        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public Optional<String> username() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> nonProxyHosts() {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> proxyConnectTimeout() {
            return Optional.empty();
        }

        @Override
        public ProxyType type() {
            return ProxyType.HTTP;
        }
    }

    private static final class NoCertificates implements TlsConfigurationRegistry {

        @Override
        public Optional<TlsConfiguration> get(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<TlsConfiguration> getDefault() {
            return Optional.empty();
        }

        @Override
        public void register(String name, TlsConfiguration configuration) {
            throw new UnsupportedOperationException();
        }
    }
}
