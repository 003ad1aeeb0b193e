package fr.appui.web.page;

import fr.appui.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A person gets a page where a program gets a problem document. */
final class ErrorPages {

    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance erreur(Problem problem);
    }

    @ServerResponseFilter
    void dress(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        if (response.getEntity() instanceof Problem problem && wantsPage(request, context)) {
            response.setEntity(Templates.erreur(problem).render(), null, MediaType.TEXT_HTML_TYPE);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        }
    }

    private static boolean wantsPage(ContainerRequestContext request, RoutingContext context) {
        return !context.normalizedPath().startsWith("/api/")
                && request.getAcceptableMediaTypes().stream()
                        .anyMatch(type -> type.getSubtype().equals("html"));
    }
}
