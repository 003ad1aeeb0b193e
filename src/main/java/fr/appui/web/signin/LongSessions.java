package fr.appui.web.signin;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A telephone that stays signed in for a duty. */
@ApplicationScoped
public class LongSessions {

    private final SignIn signIn;
    private final SignInSettings settings;
    private final Clock clock;

    LongSessions(SignIn signIn, SignInSettings settings, Clock clock) {
        this.signIn = signIn;
        this.settings = settings;
        this.clock = clock;
    }

    /** Zero where this installation keeps none. */
    public Duration longest() {
        return settings.session().duty();
    }

    /** @return the session's cookie, which outlives the browser; what is longer than allowed ends earlier */
    public NewCookie keep(Instant until, RoutingContext context) {
        Instant now = clock.instant();
        Instant end = now.plus(longest()).isBefore(until) ? now.plus(longest()) : until;
        String token = SessionCookie.token(context).orElseThrow(io.quarkus.security.UnauthorizedException::new);
        signIn.keep(token, end);
        return SessionCookie.kept(token, context, Duration.between(now, end));
    }
}
