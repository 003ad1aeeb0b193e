package fr.appui.web.physician;

import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.web.Problem;
import fr.appui.web.signin.Person;
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

/** A physician's own page. */
@Path("/mes-astreintes")
@RolesAllowed(Roles.PHYSICIAN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PhysicianPages {

    private final OwnDuties duties;
    private final Directory directory;
    private final Visitor visitor;

    PhysicianPages(OwnDuties duties, Directory directory, Visitor visitor) {
        this.duties = duties;
        this.directory = directory;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "medecin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance astreintes(Physician physician, List<OwnDuties.Own> next);
    }

    @GET
    public TemplateInstance duties() {
        PhysicianId own = visitor.person()
                .flatMap(Person::physician)
                .orElseThrow(() -> Problem.notFound("Votre compte n'est relié à aucun médecin de l'annuaire."));
        Physician physician = directory
                .physician(own)
                .orElseThrow(() -> Problem.notFound("Votre compte n'est relié à aucun médecin de l'annuaire."));
        return Templates.astreintes(physician, duties.of(physician));
    }
}
