package fr.appui.web.page;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What browsers are told with every answer: only our own files run, nobody frames us, nothing leaks to other sites. */
@Singleton
final class SecurityHeaders {

    private static final Logger LOG = Logger.getLogger(SecurityHeaders.class);
    private static final int FIRST = 10_000;

    static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "media-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";
    static final String HTTPS_FOR_A_YEAR = "max-age=31536000; includeSubDomains";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, FIRST);
    }

    void sayWhoCanConnect(@Observes StartupEvent start, @ConfigProperty(name = "quarkus.http.host") String host) {
        if (host.equals("127.0.0.1") || host.equals("localhost")) {
            LOG.info("HTTP listens on this machine only; set quarkus.http.host (and TLS, or a proxy) to open it");
        }
    }

    private static void add(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("Content-Security-Policy", CONTENT_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if (context.request().isSSL()) {
            headers.set("Strict-Transport-Security", HTTPS_FOR_A_YEAR);
        }
        // an asset keeps its name from one version to the next: it is asked about again, and sent again only where it
        // changed
        boolean asset = context.normalizedPath().startsWith("/assets/");
        headers.set("Cache-Control", asset ? "no-cache" : "no-store");
        context.next();
    }
}
