package fr.appui.web.signin;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/** The only secret that a browser keeps: a random value, out of reach of scripts and of other sites. */
final class SessionCookie {

    /** {@code __Host-} binds the cookie to this host, over TLS only. */
    private static final String OVER_TLS = "__Host-appui";

    private static final String ON_LOOPBACK = "appui";

    /** Kept for good by a browser on which somebody signed in. */
    private static final String BROWSER = "-navigateur";

    private static final String PENDING = "-second-facteur";

    private SessionCookie() {}

    static Optional<String> token(RoutingContext context) {
        var cookie = context.request().getCookie(name(context));
        return Optional.ofNullable(cookie).map(io.vertx.core.http.Cookie::getValue);
    }

    static NewCookie holding(String token, RoutingContext context) {
        return cookie(name(context), context, token).build();
    }

    /** Outlives the browser that is closed meanwhile. */
    static NewCookie kept(String token, RoutingContext context, Duration life) {
        return cookie(name(context), context, token)
                .maxAge((int) life.toSeconds())
                .build();
    }

    /** Between the password and the code. */
    static Optional<String> pending(RoutingContext context) {
        var cookie = context.request().getCookie(name(context) + PENDING);
        return Optional.ofNullable(cookie).map(io.vertx.core.http.Cookie::getValue);
    }

    static NewCookie holdingPending(String token, RoutingContext context) {
        return cookie(name(context) + PENDING, context, token)
                .maxAge((int) SignIn.PENDING_LIFE.toSeconds())
                .build();
    }

    static String device(RoutingContext context) {
        return Device.of(context.request().getHeader("User-Agent"));
    }

    static NewCookie expired(RoutingContext context) {
        return cookie(name(context), context, "").maxAge(0).build();
    }

    static Optional<String> browser(RoutingContext context) {
        var cookie = context.request().getCookie(name(context) + BROWSER);
        return Optional.ofNullable(cookie).map(io.vertx.core.http.Cookie::getValue);
    }

    static NewCookie knownBrowser(String token, RoutingContext context) {
        return cookie(name(context) + BROWSER, context, token)
                .maxAge((int) SignIn.BROWSER_LIFE.toSeconds())
                .build();
    }

    private static NewCookie.Builder cookie(String name, RoutingContext context, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(context.request().isSSL())
                // Lax, not Strict: a link in a reminder mail must open the page, and Lax sends nothing with a foreign
                // POST
                .sameSite(NewCookie.SameSite.LAX);
    }

    private static String name(RoutingContext context) {
        return context.request().isSSL() ? OVER_TLS : ON_LOOPBACK;
    }
}
