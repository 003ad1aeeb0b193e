package fr.appui.web.directory;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Directory;
import fr.appui.directory.Partners;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** From nothing to a first call: what is missing, and one link each. */
@Path("/annuaire/{code}/ouverture")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OpeningPages {

    private final Directory directory;
    private final OpeningReader reader;
    private final Visitor visitor;

    OpeningPages(Directory directory, OpeningReader reader, Visitor visitor) {
        this.directory = directory;
        this.reader = reader;
        this.visitor = visitor;
    }

    /** @param administrator whether the visitor makes accounts */
    record Page(Territory territory, List<OpeningSteps.Step> steps, long done, boolean administrator) {}

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ouverture(Page page);
    }

    @GET
    public TemplateInstance checklist(@RestPath String code) {
        Partners partners = directory
                .partners(new TerritoryCode(code))
                .orElseThrow(() -> Problem.notFound("Le territoire « " + code + " » n’existe pas."));
        List<OpeningSteps.Step> steps = OpeningSteps.steps(reader.facts(partners));
        return Templates.ouverture(new Page(
                partners.territory(),
                steps,
                steps.stream().filter(OpeningSteps.Step::isDone).count(),
                visitor.may(Act.ADMINISTER, new Thing.Installation())));
    }
}
