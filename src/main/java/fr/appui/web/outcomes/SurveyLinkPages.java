package fr.appui.web.outcomes;

import fr.appui.trace.LoggableCall;
import fr.appui.web.OwnAddress;
import fr.appui.web.request.OwnPhysician;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestPath;

/** The link to the survey, shown once to whoever took the call: it is kept nowhere. */
@Path("/mes-appels")
@RolesAllowed(Roles.PHYSICIAN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SurveyLinkPages {

    private final OwnCalls calls;
    private final OwnPhysician own;
    private final SurveyLinks links;
    private final OwnAddress address;
    private final Visitor visitor;

    SurveyLinkPages(OwnCalls calls, OwnPhysician own, SurveyLinks links, OwnAddress address, Visitor visitor) {
        this.address = address;
        this.visitor = visitor;
        this.calls = calls;
        this.own = own;
        this.links = links;
    }

    @CheckedTemplate(basePath = "medecin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance lienEnquete(SurveyLinks.Made link);
    }

    @POST
    @Path("{call}/enquete")
    public TemplateInstance make(@RestPath String call, @Context UriInfo uri) {
        LoggableCall taken = calls.taken(own.get().id(), call);
        return Templates.lienEnquete(
                links.make(taken, address.base(uri), visitor.signedIn().login()));
    }
}
