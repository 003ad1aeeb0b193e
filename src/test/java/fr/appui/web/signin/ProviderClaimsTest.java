package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.web.signin.ProviderClaims.Reading;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProviderClaimsTest {

    private static final Optional<String> EIDAS1 = Optional.of("eidas1");

    @Test
    void proSanteConnectNamesAPhysicianByTheirRpps() {
        assertThat(ProviderClaims.read(
                        Map.of("SubjectNameID", "899700218896", "acr", "eidas1"), "SubjectNameID", EIDAS1))
                .isEqualTo(new Reading.Subject("99700218896"));
        assertThat(ProviderClaims.read(
                        Map.of("sub", "f:550dc1c8-d97b-4b1e-ac8c-8eb4471cf9dd:899700218896", "acr", "eidas1"),
                        "sub",
                        EIDAS1))
                .isEqualTo(new Reading.Subject("99700218896"));
    }

    @Test
    void aWeakerVerificationIsRefused() {
        assertThat(ProviderClaims.read(Map.of("SubjectNameID", "899700218896", "acr", "0"), "SubjectNameID", EIDAS1))
                .isInstanceOf(Reading.Refused.class);
        assertThat(ProviderClaims.read(Map.of("SubjectNameID", "899700218896"), "SubjectNameID", EIDAS1))
                .isInstanceOf(Reading.Refused.class);
    }

    @Test
    void keycloakNamesAPersonByItsOwnSubject() {
        String subject = "7f3c1b1e-0d63-4d0f-9f8e-0f1c2d3e4f50";
        assertThat(ProviderClaims.read(Map.of("sub", subject), "sub", Optional.empty()))
                .isEqualTo(new Reading.Subject(subject));
    }

    @Test
    void aMissingSubjectSaysWhichClaimWasExpected() {
        assertThat(ProviderClaims.read(Map.of("sub", "x"), "SubjectNameID", Optional.empty()))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.why()).contains("SubjectNameID"));
    }
}
