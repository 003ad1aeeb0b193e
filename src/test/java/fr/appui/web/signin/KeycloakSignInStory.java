package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.audit.AuditEntry;
import fr.appui.audit.AuditLog;
import fr.appui.directory.Directory;
import fr.appui.directory.EstablishmentKind;
import fr.appui.directory.Physician;
import fr.appui.directory.Volunteers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sign-in through a real Keycloak that says what Pro Santé Connect says, with the settings of docs/fr/connexion.md. Apart from
 * the other tests: {@code ./mvnw test -Pkeycloak}.
 */
@QuarkusTest
@TestProfile(KeycloakSignInStory.ProSanteConnect.class)
@QuarkusTestResource(value = KeycloakServer.class, restrictToAnnotatedClass = true)
class KeycloakSignInStory {

    private static final String PASSWORD = "une phrase pour keycloak";
    private static final String KNOWN = "810999920019";
    private static final String UNKNOWN = "810999920027";
    private static final String RPPS = "10999920019";

    /** As docs/fr/connexion.md writes it, with the address of the test's server. */
    public static class ProSanteConnect implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("quarkus.oidc.tenant-enabled", "true"),
                    Map.entry("quarkus.oidc.auth-server-url", "${test.keycloak:http://localhost/}esante"),
                    Map.entry("quarkus.oidc.client-id", "appui"),
                    Map.entry("quarkus.oidc.credentials.secret", "secret-of-the-test"),
                    Map.entry("quarkus.oidc.authentication.scopes", "profile"),
                    Map.entry("quarkus.oidc.authentication.extra-params.acr_values", "eidas1"),
                    Map.entry("quarkus.oidc.token.signature-algorithm", "RS256"),
                    Map.entry("appui.sign-in.provider.label", "Pro Santé Connect"),
                    Map.entry("appui.sign-in.provider.subject-claim", "SubjectNameID"),
                    Map.entry("appui.sign-in.provider.acr", "eidas1"),
                    Map.entry("appui.sign-in.local-accounts", "false"));
        }
    }

    @TestHTTPResource
    URI service;

    @Inject
    Directory directory;

    @Inject
    Accounts accounts;

    @Inject
    AuditLog log;

    @Inject
    @Wellness
    ProviderHealth provider;

    private final Surfer surfer = new Surfer();

    @BeforeEach
    void thePhysicianHasAnAccount() {
        if (accounts.byProviderSubject(RPPS).isEmpty()) {
            directory.save(Volunteers.territory());
            directory.save(Volunteers.establishment(Volunteers.HOST, EstablishmentKind.PUBLIC_HOSPITAL));
            Physician physician = Volunteers.physician(Volunteers.career(Volunteers.HOST));
            directory.save(physician);
            accounts.add(
                    new Account(
                            UUID.randomUUID(),
                            "e.fictive",
                            "Élise Fictive",
                            List.of(Grant.everywhere(Role.PHYSICIAN)),
                            Optional.of(physician.id()),
                            Optional.of(RPPS),
                            false,
                            false),
                    null);
        }
    }

    private URI here() {
        return URI.create("http://localhost:" + service.getPort() + "/");
    }

    private Surfer.Shown signIn(String username) throws Exception {
        Surfer.Shown provider = surfer.open(here().resolve("/connexion/fournisseur"));
        assertThat(provider.text()).contains("kc-form-login");
        return surfer.send(provider, Map.of("username", username, "password", PASSWORD));
    }

    @Test
    void aPhysicianEntersByTheirRppsAndLeaves() throws Exception {
        Surfer.Shown home = signIn(KNOWN);
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.address().getPath()).isEqualTo("/mes-astreintes");
        assertThat(home.text()).contains("Élise Fictive");
        assertThat(surfer.cookie(here(), "appui")).isNotEmpty();
        assertThat(surfer.cookie(here(), "q_session"))
                .as("the provider's session ends here")
                .isEmpty();

        String csrf = surfer.cookie(here(), "csrf-token");
        Surfer.Shown out = surfer.send(home, Map.of("csrf-token", csrf));
        assertThat(out.address().getPath()).isEqualTo("/connexion");
        assertThat(out.text()).contains("Pro Santé Connect").doesNotContain("name=\"password\"");
        assertThat(surfer.open(here().resolve("/mes-astreintes")).address().getPath())
                .isEqualTo("/connexion");
    }

    @Test
    void theCheckFindsTheProviderAsItShouldBe() {
        assertThat(provider.call().getData().orElseThrow())
                .containsOnlyKeys("adresse")
                .extractingByKey("adresse")
                .asString()
                .endsWith("/realms/esante");
    }

    @Test
    void whoeverHasNoAccountIsRefusedAndItIsWrittenDown() throws Exception {
        Surfer.Shown refused = signIn(UNKNOWN);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(surfer.cookie(here(), "appui")).isEmpty();
        assertThat(log.page(0, 5)).extracting(AuditEntry::act).contains("sign-in.refused");
    }
}
