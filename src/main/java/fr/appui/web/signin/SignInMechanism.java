package fr.appui.web.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.appui.access.Access;
import fr.appui.access.Act;
import fr.appui.access.Person;
import fr.appui.access.Role;
import fr.appui.access.ServiceToken;
import fr.appui.access.Thing;
import fr.appui.web.signin.RememberedSignIns.Recognised;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Recognises a service token or a session. Whatever is not recognised is anonymous: the routes decide what that may see. */
@ApplicationScoped
class SignInMechanism implements HttpAuthenticationMechanism {

    static final String PERSON_ATTRIBUTE = "appui.person";
    static final String ENTERED_ATTRIBUTE = "appui.entered";

    /** The operations pages' rule in {@code application.properties}: an administrator of all, not of one territory. */
    private static final String INSTALLATION = "INSTALLATION";

    private static final int BEFORE_THE_PROVIDER = 3000;
    private static final String BEARER = "Bearer ";
    private static final String HEALTH = "/q/health";
    private static final String METRICS = "/q/metrics";

    /** The rule of the metrics in {@code application.properties}; a person it is not. */
    private static final String SCRAPER = "SCRAPER";

    private final SignIn signIn;
    private final TokenDesk tokens;
    private final Access access;
    private final MetricsSettings metrics;
    private final RememberedSignIns remembered;
    private final Instance<BlockingSecurityExecutor> executor;

    SignInMechanism(
            SignIn signIn,
            TokenDesk tokens,
            Access access,
            MetricsSettings metrics,
            RememberedSignIns remembered,
            Instance<BlockingSecurityExecutor> executor) {
        this.metrics = metrics;
        this.remembered = remembered;
        this.signIn = signIn;
        this.tokens = tokens;
        this.access = access;
        this.executor = executor;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (context.normalizedPath().startsWith(HEALTH)) {
            // says the same to everybody, whatever a probe brings, and above all while the database is away
            return Uni.createFrom().nullItem();
        }
        if (context.normalizedPath().equals(METRICS) && isTheScrapers(authorization)) {
            return Uni.createFrom().item(scraper());
        }
        if (authorization != null && authorization.startsWith(BEARER + ServiceToken.PREFIX)) {
            String secret = authorization.substring(BEARER.length());
            return blocking(() -> remembered.recognise(
                    context,
                    Secrets.sha256(secret),
                    () -> tokens.recognise(secret)
                            .map(token -> new Recognised(
                                    identity(token.person(), Optional.empty()), token.id(), token::live))));
        }
        Optional<String> session =
                context.normalizedPath().startsWith("/assets/") ? Optional.empty() : SessionCookie.token(context);
        return session.map(token -> blocking(() -> remembered.recognise(
                        context,
                        Secrets.sha256(token),
                        () -> signIn.entered(token)
                                .map(found -> new Recognised(
                                        identity(found.account().person(), Optional.of(found)),
                                        found.account().id(),
                                        now -> signIn.livesOn(found.session(), now))))))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(
                        Door.isPage(context)
                                ? new ChallengeData(302, HttpHeaders.LOCATION, Door.signInAddress(context))
                                : new ChallengeData(401, HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return BEFORE_THE_PROVIDER;
    }

    private Uni<SecurityIdentity> blocking(java.util.function.Supplier<Optional<SecurityIdentity>> recognise) {
        return executor.get()
                .executeBlocking(() -> recognise.get().orElse(null))
                .map(identity -> identity);
    }

    /** Asks no database. */
    private boolean isTheScrapers(@Nullable String authorization) {
        return authorization != null
                && metrics.token()
                        .map(token ->
                                MessageDigest.isEqual((BEARER + token).getBytes(UTF_8), authorization.getBytes(UTF_8)))
                        .orElse(false);
    }

    private static SecurityIdentity scraper() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("mesures"))
                .addRole(SCRAPER)
                .build();
    }

    private SecurityIdentity identity(Person person, Optional<SignIn.Entered> entered) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person.login()))
                .addRoles(person.roles().stream().map(Role::name).collect(Collectors.toSet()))
                .addAttribute(PERSON_ATTRIBUTE, person);
        if (access.allows(person, Act.ADMINISTER, new Thing.Installation())) {
            identity.addRole(INSTALLATION);
        }
        entered.ifPresent(found -> identity.addAttribute(ENTERED_ATTRIBUTE, found));
        return identity.build();
    }
}
