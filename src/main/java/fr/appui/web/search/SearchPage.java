package fr.appui.web.search;

import fr.appui.french.WrittenValue;
import fr.appui.trace.CallId;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** What was typed in the head of a page. A call's reference leads to the call itself, anything else to what was found. */
@Path("/recherche")
@RolesAllowed({Roles.COORDINATOR, Roles.PHYSICIAN, Roles.REGULATOR, Roles.ARS_READER})
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SearchPage {

    /** Longer is no name, and takes time. */
    private static final int LONGEST = 80;

    private final Finder finder;

    SearchPage(Finder finder) {
        this.finder = finder;
    }

    @CheckedTemplate(basePath = "recherche")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance recherche(String asked, Finder.Found found);
    }

    @GET
    public Response search(@RestQuery @DefaultValue("") String q) {
        String asked =
                WrittenValue.of(q).substring(0, Math.min(WrittenValue.of(q).length(), LONGEST));
        Optional<String> call = CallId.tryParse(asked).flatMap(finder::call);
        return call.isPresent()
                ? Response.seeOther(URI.create(call.get())).build()
                : Response.ok(Templates.recherche(asked, finder.find(asked))).build();
    }
}
