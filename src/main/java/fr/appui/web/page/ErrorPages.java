package fr.appui.web.page;

import fr.appui.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A person gets a page where a program gets a problem document. */
public final class ErrorPages {

    private static final String HTML = "text/html;charset=UTF-8";

    private final AddressFaults faults;

    ErrorPages(AddressFaults faults) {
        this.faults = faults;
    }

    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance erreur(Problem problem);
    }

    @ServerResponseFilter
    void dress(ContainerResponseContext response, RoutingContext context) {
        if (response.getEntity() instanceof Problem problem && wantsPage(context)) {
            response.setEntity(Templates.erreur(problem).render(), null, MediaType.TEXT_HTML_TYPE);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, HTML);
        }
    }

    /** A page that is shown without what could not be read of its address. */
    @ServerResponseFilter
    void notAllOfItWasRead(ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.OK.getStatusCode()
                && !faults.getAll().isEmpty()) {
            response.setStatus(Response.Status.BAD_REQUEST.getStatusCode());
        }
    }

    /** For an address that no resource has: response filters do not see it. */
    public static Response inPlaceOf(Response answer, RoutingContext context) {
        return answer.getEntity() instanceof Problem problem && wantsPage(context)
                ? Response.status(answer.getStatus())
                        .entity(Templates.erreur(problem).render())
                        .type(HTML)
                        .build()
                : answer;
    }

    private static boolean wantsPage(RoutingContext context) {
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT);
        return !context.normalizedPath().startsWith("/api/") && accepted != null && accepted.contains("text/html");
    }
}
