package fr.appui.web.signin;

import fr.appui.french.WrittenValue;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether people can sign in through the provider, where there is one. */
@Wellness
@ApplicationScoped
class ProviderHealth implements HealthCheck {

    private static final String OIDC = "quarkus.oidc.";
    private static final String ADDRESS = OIDC + "auth-server-url";
    private static final String DESCRIPTION = ".well-known/openid-configuration";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Through a proxy. */
    private record Way(String host, int port, Optional<String> username, Optional<String> password) {

        private static final String PROXY = OIDC + "proxy.";
        private static final int USUAL_PORT = 80;

        /** Where no proxy is named: the provider's own. */
        static Optional<Way> of(Config config) {
            return config.getOptionalValue(PROXY + "host", String.class)
                    .map(host -> new Way(
                            host,
                            config.getOptionalValue(PROXY + "port", Integer.class)
                                    .orElse(USUAL_PORT),
                            config.getOptionalValue(PROXY + "username", String.class),
                            config.getOptionalValue(PROXY + "password", String.class)));
        }

        void takenBy(HttpClient.Builder client) {
            client.proxy(ProxySelector.of(new InetSocketAddress(host, port)));
            username.ifPresent(name -> client.authenticator(new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication(name, password.orElse("").toCharArray());
                }
            }));
        }
    }

    private final boolean used;
    private final Optional<String> label;
    private final Optional<String> address;
    private final Optional<ProviderProbe> probe;

    ProviderHealth(
            Config config,
            Provider provider,
            ProxyConfigurationRegistry proxies,
            TlsConfigurationRegistry certificates,
            Clock clock) {
        this.used =
                config.getOptionalValue(OIDC + "tenant-enabled", Boolean.class).orElse(false);
        this.label = provider.label().filter(text -> !WrittenValue.isNothing(text));
        this.address = config.getOptionalValue(ADDRESS, String.class).filter(text -> used);
        boolean described = config.getOptionalValue(OIDC + "discovery-enabled", Boolean.class)
                .orElse(true);
        this.probe = address.filter(url -> described)
                .map(url -> new ProviderProbe(
                        client(config, proxies, certificates),
                        URI.create(url + (url.endsWith("/") ? "" : "/") + DESCRIPTION),
                        config.getOptionalValue(OIDC + "token.signature-algorithm", String.class),
                        clock));
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("fournisseur d’identité")
                .up()
                .withData("adresse", address.orElse("aucune : chacun entre par un compte du service"));
        trouble().ifPresent(trouble -> answer.withData("attention", trouble));
        return answer.build();
    }

    private Optional<String> trouble() {
        if (!used) {
            return label.map(text -> "quarkus.oidc.tenant-enabled=true manque : personne n’entre par « " + text + " »");
        }
        if (address.isEmpty()) {
            return Optional.of(ADDRESS + " n’est pas réglé : personne n’entre par lui");
        }
        if (label.isEmpty()) {
            return Optional.of("appui.sign-in.provider.label n’est pas réglé : la page de connexion ne le propose pas");
        }
        return probe.flatMap(ProviderProbe::trouble).map(trouble -> trouble + " ; d’ici là, personne n’entre par lui");
    }

    /** By the proxy and the certificates by which the sign-in itself goes, and by no other. */
    private static HttpClient client(
            Config config, ProxyConfigurationRegistry proxies, TlsConfigurationRegistry certificates) {
        HttpClient.Builder client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).proxy(HttpClient.Builder.NO_PROXY);
        config.getOptionalValue(OIDC + "proxy.proxy-configuration-name", String.class)
                .flatMap(name -> proxies.get(Optional.of(name)))
                .map(proxy -> new Way(proxy.host(), proxy.port(), proxy.username(), proxy.password()))
                .or(() -> Way.of(config))
                .ifPresent(way -> way.takenBy(client));
        TlsConfiguration.from(certificates, config.getOptionalValue(OIDC + "tls.tls-configuration-name", String.class))
                .ifPresent(known -> trusting(client, known));
        return client.build();
    }

    private static void trusting(HttpClient.Builder client, TlsConfiguration known) {
        try {
            client.sslContext(known.createSSLContext());
        } catch (Exception unreadable) {
            throw new IllegalStateException("quarkus.oidc.tls: " + unreadable.getMessage(), unreadable);
        }
    }
}
