package fr.appui.web.signin;

import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Where an installation requires a second factor, a coordinator or an administrator without one sets it up first. */
final class SecondFactorGate {

    static final String PAGE = "/compte/second-facteur";
    private static final Set<String> OPEN =
            Set.of(PAGE, "/compte/mot-de-passe", "/deconnexion", Door.SIGN_IN, LongSessionGate.AGAIN);

    private final Visitor visitor;

    SecondFactorGate(Visitor visitor) {
        this.visitor = visitor;
    }

    @ServerRequestFilter
    @Nullable
    Response check(RoutingContext context) {
        boolean missing = visitor.entered()
                .filter(SignIn.Entered::lacksFactor)
                .filter(entered -> !entered.account().temporaryPassword())
                .filter(entered -> !OPEN.contains(context.normalizedPath()))
                .isPresent();
        if (!missing) {
            return null;
        }
        if (Door.isPage(context)) {
            return Response.seeOther(URI.create(PAGE)).build();
        }
        throw new ForbiddenException();
    }
}
