package fr.appui.web.signin;

import fr.appui.web.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says why a door stays closed: the sign-in page to a person, a problem document to a program. */
final class AccessRefusals {

    private final SignInForm form;

    AccessRefusals(SignInForm form) {
        this.form = form;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unknownVisitor(RoutingContext context) {
        KeptForm sent = Door.isPage(context) ? KeptForm.of(context) : KeptForm.none();
        if (!sent.isEmpty()) {
            return Response.status(Status.UNAUTHORIZED)
                    .entity(form.ended("/", sent).render())
                    .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                    .build();
        }
        if (Door.isPage(context)) {
            return Response.seeOther(URI.create(Door.signInAddress(context))).build();
        }
        Response refusal = problem(
                Status.UNAUTHORIZED,
                "Connexion nécessaire",
                "Cette adresse demande une session ou un jeton de service valable, dans l’en-tête Authorization : Bearer appui_….");
        return Response.fromResponse(refusal)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response notAllowed(ForbiddenException refused) {
        return problem(
                Status.FORBIDDEN,
                "Accès refusé",
                "Votre rôle, ou le territoire demandé, ne permet pas cet accès ; demander au besoin un droit à l’administration de l’appui.");
    }

    private static Response problem(Status status, String title, String detail) {
        return new Problem("about:blank", title, status.getStatusCode(), detail, List.of()).toResponse();
    }
}
