package fr.appui.web.privacy;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.PhysicianId;
import fr.appui.web.Problem;
import fr.appui.web.audit.Exported;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A physician's personal data, to take away or to have erased. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "privacy", description = "Données personnelles d’un médecin")
public class PersonalDataResource {

    private final PhysicianDataDesk desk;
    private final Visitor visitor;

    PersonalDataResource(PhysicianDataDesk desk, Visitor visitor) {
        this.desk = desk;
        this.visitor = visitor;
    }

    public record All(String physician, Map<String, List<Map<String, String>>> data) {}

    public record Result(int erased) {}

    @GET
    @Path("/physicians/{id}/personal-data")
    @RolesAllowed({Roles.PHYSICIAN, Roles.ADMINISTRATOR})
    @Exported
    @Operation(summary = "Tout ce qui est gardé d’un médecin, par sujet (article 15 et 20 du RGPD)")
    public Response export(@RestPath String id) {
        PhysicianId asked = asked(id);
        visitor.requireSight(Act.READ_PERSONAL_DATA, new Thing.PersonalData(asked), unknown(id));
        return desk.export(asked, visitor.signedIn().login())
                .map(data -> Response.ok(new All(id, data))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"donnees-personnelles.json\"")
                        .build())
                .orElseThrow(() -> unknown(id));
    }

    @DELETE
    @Path("/physicians/{id}/personal-data")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Efface ce qui dit qui est un médecin ; ses astreintes et ses appels restent, anonymes")
    @APIResponse(responseCode = "200", description = "Combien de lignes sont effacées")
    @APIResponse(responseCode = "409", description = "Des astreintes lui sont encore attribuées")
    public Result erase(@RestPath String id) {
        return switch (desk.erase(asked(id), visitor.signedIn().login())) {
            case PhysicianDataDesk.Erased.Done done -> new Result(done.things());
            case PhysicianDataDesk.Erased.Refused refused ->
                throw Problem.conflict("ASTREINTES_A_VENIR", refused.why());
            case PhysicianDataDesk.Erased.Unknown none -> throw unknown(id);
        };
    }

    private static Problem.Refused unknown(String id) {
        return Problem.notFound("Aucun médecin de l’annuaire n’a l’identifiant " + id + ".");
    }

    private static PhysicianId asked(String id) {
        return Problem.read("id", id, PhysicianId::parse);
    }
}
