package fr.appui.web.signin;

import fr.appui.web.Problem;
import io.quarkus.oidc.IdToken;
import io.quarkus.oidc.OidcSession;
import io.quarkus.oidc.UserInfo;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Where a person comes back from the provider. The provider's own session ends here at once: ours, which the server can
 * end, takes its place.
 */
@Path("/connexion/fournisseur")
public class ProviderPages {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    @IdToken
    JsonWebToken token; // its qualifier goes on fields only

    private final ProviderDesk desk;
    private final Provider provider;
    private final Instance<OidcSession> providerSession;
    private final SecurityIdentity identity;

    ProviderPages(
            ProviderDesk desk, Provider provider, Instance<OidcSession> providerSession, SecurityIdentity identity) {
        this.desk = desk;
        this.provider = provider;
        this.providerSession = providerSession;
        this.identity = identity;
    }

    @GET
    @Authenticated
    public Response enter(RoutingContext context) {
        if (provider.label().orElse("").isEmpty() || identity.getAttribute(SignInMechanism.PERSON_ATTRIBUTE) != null) {
            throw Problem.notFound("Aucun fournisseur d’identité n’est configuré.");
        }
        Map<String, String> claims = claims(token, identity);
        providerSession.get().logout().await().atMost(PATIENCE);
        SignIn.Result.Opened opened = desk.enter(claims, SessionCookie.device(context));
        return Response.seeOther(URI.create("/"))
                .cookie(SessionCookie.holding(opened.token(), context))
                .build();
    }

    private static Map<String, String> claims(JsonWebToken token, SecurityIdentity identity) {
        Map<String, String> claims = new HashMap<>();
        for (String name : token.getClaimNames()) {
            Optional.ofNullable(token.<Object>getClaim(name)).ifPresent(value -> claims.put(name, text(value)));
        }
        UserInfo user = identity.getAttribute("userinfo");
        if (user != null) {
            user.getPropertyNames().stream()
                    .filter(name -> !name.equals("acr")) // the level is what the signed token says, nothing else
                    .forEach(name -> claims.put(name, text(user.get(name))));
        }
        return claims;
    }

    private static String text(Object value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
