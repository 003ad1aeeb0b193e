package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A provider that vouches at a lower level than asked: asking for eidas1 is not enough, the signed token must say it. */
@QuarkusTest
@TestProfile(KeycloakLevelStory.LowerLevel.class)
@QuarkusTestResource(value = KeycloakServer.class, restrictToAnnotatedClass = true)
class KeycloakLevelStory {

    public static final class LowerLevel extends KeycloakSignInStory.ProSanteConnect {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("quarkus.oidc.auth-server-url", "${test.keycloak:http://localhost/}faible");
            return settings;
        }
    }

    @TestHTTPResource
    URI service;

    @Inject
    Accounts accounts;

    @Test
    void aLowerLevelThanAskedIsRefused() throws Exception {
        accounts.add(
                new Account(
                        UUID.randomUUID(),
                        "e.fictive2",
                        "Élise Fictive",
                        List.of(Grant.everywhere(Role.COORDINATOR)),
                        Optional.empty(),
                        Optional.of("10999920019")
                                .filter(subject ->
                                        accounts.byProviderSubject(subject).isEmpty()),
                        false,
                        false),
                null);
        var surfer = new Surfer();
        URI here = URI.create("http://localhost:" + service.getPort() + "/");
        Surfer.Shown provider = surfer.open(here.resolve("/connexion/fournisseur"));
        Surfer.Shown refused =
                surfer.send(provider, Map.of("username", "810999920019", "password", "une phrase pour keycloak"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(surfer.cookie(here, "appui")).isEmpty();
    }
}
