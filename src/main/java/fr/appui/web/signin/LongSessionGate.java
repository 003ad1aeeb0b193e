package fr.appui.web.signin;

import fr.appui.web.Problem;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** A session that is kept for a duty gives its password again before anything but a night's work ({@link DutyRooms}). */
final class LongSessionGate {

    static final String AGAIN = "/connexion/encore";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Visitor visitor;
    private final SignInForm form;

    LongSessionGate(Visitor visitor, SignInForm form) {
        this.visitor = visitor;
        this.form = form;
    }

    @ServerRequestFilter
    @Nullable
    Response check(RoutingContext context) {
        boolean asks = visitor.entered().filter(SignIn.Entered::asksAgain).isPresent();
        boolean writes = !READING.contains(context.request().method());
        if (!asks || DutyRooms.opens(writes, context.normalizedPath())) {
            return null;
        }
        if (!Door.isPage(context)) {
            return new Problem(
                            "about:blank",
                            "Mot de passe à redonner",
                            Status.UNAUTHORIZED.getStatusCode(),
                            "Cette session est gardée pour une astreinte ; redonner son mot de passe à l’adresse "
                                    + AGAIN + ".",
                            List.of())
                    .toResponse();
        }
        KeptForm sent = KeptForm.of(context);
        if (!sent.isEmpty()) {
            return Response.status(Status.UNAUTHORIZED)
                    .entity(form.again("/", sent, "").render())
                    .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                    .build();
        }
        String next = writes ? "/" : context.request().uri();
        return Response.seeOther(URI.create(AGAIN + "?suite=" + URLEncoder.encode(next, StandardCharsets.UTF_8)))
                .build();
    }
}
