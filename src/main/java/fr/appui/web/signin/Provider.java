package fr.appui.web.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The OpenID Connect provider, beside {@code quarkus.oidc.*} which says where it is. */
@ConfigMapping(prefix = "appui.sign-in.provider")
public interface Provider {

    /** What the button on the sign-in page says after « Se connecter avec »; absent when there is no provider. */
    Optional<String> label();

    /** The claim, of the ID token or of the user information, that names the person for good. */
    @WithDefault("sub")
    String subjectClaim();

    /** The level the provider must have verified the person at, {@code eidas1} for Pro Santé Connect; none: any. */
    Optional<String> acr();
}
