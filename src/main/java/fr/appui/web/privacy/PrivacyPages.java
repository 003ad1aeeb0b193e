package fr.appui.web.privacy;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.french.FrenchSpan;
import fr.appui.french.WrittenValue;
import fr.appui.nodes.KeptForATime;
import fr.appui.retention.RetentionBook;
import fr.appui.retention.RetentionRun;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What is kept and for how long; for the administrator, what a physician may ask. */
@Path("/confidentialite")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PrivacyPages {

    private final RetentionRun retention;
    private final PhysicianDataDesk desk;
    private final Directory directory;
    private final Visitor visitor;

    PrivacyPages(RetentionRun retention, PhysicianDataDesk desk, Directory directory, Visitor visitor) {
        this.retention = retention;
        this.desk = desk;
        this.directory = directory;
        this.visitor = visitor;
    }

    record Line(KeptForATime.Terms terms, String kept, Optional<RetentionBook.Run> run) {}

    /** @param physicians for the administrator alone @param erased whether one was just erased */
    record Page(List<Line> lines, boolean administrator, List<Physician> physicians, boolean erased) {}

    /** @param written what was typed to confirm */
    record Sheet(Physician physician, List<String> dutiesAhead, String written, String error) {}

    @CheckedTemplate(basePath = "confidentialite")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance confidentialite(Page page);

        static native TemplateInstance medecin(Sheet sheet);
    }

    @GET
    public TemplateInstance kept(@RestQuery @DefaultValue("false") boolean efface) {
        Map<String, RetentionBook.Run> runs = retention.runs();
        List<Line> lines = retention.terms().stream()
                .map(terms -> new Line(terms, FrenchSpan.of(terms.kept()), Optional.ofNullable(runs.get(terms.name()))))
                .toList();
        boolean administrator = visitor.may(Act.ADMINISTER, new Thing.Installation());
        List<Physician> physicians = administrator
                ? directory.physicians().stream()
                        .filter(physician -> !physician.isErased())
                        .toList()
                : List.of();
        return Templates.confidentialite(new Page(lines, administrator, physicians, efface));
    }

    @GET
    @Path("medecins/{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public TemplateInstance physician(@RestPath String id) {
        return sheet(known(id), "", "");
    }

    /** The name is typed again: this cannot be undone. */
    @POST
    @Path("medecins/{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response erase(@RestPath String id, @RestForm @DefaultValue("") String name) {
        Physician physician = known(id);
        if (!WrittenValue.of(name).equalsIgnoreCase(physician.name().family())) {
            return refused(physician, name, "nom de famille : le recopier tel qu’il est écrit, pour confirmer");
        }
        return switch (desk.erase(physician.id(), visitor.signedIn().login())) {
            case PhysicianDataDesk.Erased.Done done ->
                Response.seeOther(java.net.URI.create("/confidentialite?efface=true"))
                        .build();
            case PhysicianDataDesk.Erased.Refused refused -> refused(physician, name, refused.why());
            case PhysicianDataDesk.Erased.Unknown unknown ->
                throw Problem.notFound("Ce médecin n’est pas dans l’annuaire.");
        };
    }

    private Response refused(Physician physician, String written, String why) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(sheet(physician, written, why))
                .build();
    }

    private TemplateInstance sheet(Physician physician, String written, String error) {
        return Templates.medecin(new Sheet(physician, desk.dutiesAhead(physician.id()), written, error));
    }

    private Physician known(String id) {
        return directory
                .physician(PhysicianId.parse(id))
                .filter(physician -> !physician.isErased())
                .orElseThrow(() -> Problem.notFound("Ce médecin n’est pas dans l’annuaire."));
    }
}
