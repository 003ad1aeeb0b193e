package fr.appui.web.signin;

import fr.appui.web.Problem;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A page sends its form as a form, its token with it. Whatever else is posted to a page is refused in words. */
final class FormGate {

    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    @ServerRequestFilter
    void check(RoutingContext context) {
        if (context.request().method().equals(HttpMethod.POST) && Door.isPage(context) && !isForm(context)) {
            throw Problem.badRequest("formulaire", "il est arrivé vide ; recharger la page et l’envoyer de nouveau");
        }
    }

    private static boolean isForm(RoutingContext context) {
        String type = context.request().getHeader("Content-Type");
        return type != null && (type.startsWith(URL_ENCODED) || type.startsWith(MULTIPART));
    }
}
