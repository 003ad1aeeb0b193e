package fr.appui.web.signin;

import fr.appui.access.Account;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** A generated password was seen by whoever read the terminal: it opens nothing but the page that replaces it. */
final class FirstPasswordGate {

    private static final String PASSWORD_PAGE = "/compte/mot-de-passe";
    private static final Set<String> OPEN = Set.of(PASSWORD_PAGE, "/deconnexion", Door.SIGN_IN);

    private final Visitor visitor;

    FirstPasswordGate(Visitor visitor) {
        this.visitor = visitor;
    }

    @ServerRequestFilter
    @Nullable
    Response check(RoutingContext context) {
        boolean mustChange = visitor.account().map(Account::temporaryPassword).orElse(false);
        if (!mustChange || OPEN.contains(context.normalizedPath())) {
            return null;
        }
        if (Door.isPage(context)) {
            return Response.seeOther(URI.create(PASSWORD_PAGE)).build();
        }
        throw new ForbiddenException();
    }
}
