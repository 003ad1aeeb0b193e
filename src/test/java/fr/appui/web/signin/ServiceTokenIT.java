package fr.appui.web.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import fr.appui.access.Role;
import fr.appui.access.ServiceTokens;
import fr.appui.directory.Audit;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceTokenIT {

    @Inject
    TokenDesk desk;

    @Inject
    ServiceTokens tokens;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @BeforeEach
    void comeWithNothing() {
        AdministratorByDefault.nobody();
    }

    private TokenDesk.Issued issue(Duration life) {
        return desk.issue(new TokenDesk.Request("essai", Role.ADMINISTRATOR, Set.of(), false, life), "tests");
    }

    @Test
    void aTokenOpensItsRoutesUntilItIsRevoked() {
        var issued = issue(Duration.ofDays(1));
        given().header("Authorization", "Bearer " + issued.secret())
                .get("/api/audit")
                .then()
                .statusCode(200);
        assertThat(desk.revoke(issued.token().id(), "tests")).isTrue();
        given().header("Authorization", "Bearer " + issued.secret())
                .get("/api/audit")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void aTokenEndsOnItsDate() {
        var issued = issue(Duration.ofDays(30));
        var later = new TokenDesk(tokens, audit, Clock.offset(clock, Duration.ofDays(31)));
        assertThat(desk.recognise(issued.secret())).isPresent();
        assertThat(later.recognise(issued.secret())).isEmpty();
    }

    @Test
    void onlyTheHashIsKept() {
        var issued = issue(Duration.ofDays(1));
        assertThat(tokens.bySecretHash(issued.secret())).isEmpty();
        assertThat(tokens.bySecretHash(Secrets.sha256(issued.secret()))).isPresent();
    }

    @Test
    void aTokenIsNotIssuedForMoreThanFourHundredDaysNorForAPhysician() {
        assertThatThrownBy(() -> issue(Duration.ofDays(401))).hasMessageContaining("400 jours");
        assertThatThrownBy(() -> new TokenDesk.Request("x", Role.PHYSICIAN, Set.of(), false, Duration.ofDays(1)))
                .hasMessageContaining("médecin");
    }
}
