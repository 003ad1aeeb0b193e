package fr.appui.web.directory;

import fr.appui.directory.Discrepancy;
import fr.appui.directory.PublicDirectory.Reading;
import fr.appui.directory.Territory;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Physicians' sheets beside the Annuaire Santé, for programs. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "directory")
public class PublicDirectoryResource {

    private final PublicDirectoryDoor door;
    private final Exchange exchange;

    PublicDirectoryResource(PublicDirectoryDoor door, Exchange exchange) {
        this.door = door;
        this.exchange = exchange;
    }

    /** @param asOf when the extraction was written */
    public record Differences(Instant asOf, List<Difference> items) {}

    /** @param version of the sheet, to be given with what is taken over @param taken whether it can be, as it is */
    public record Difference(
            String physician, int version, Discrepancy.Kind kind, String ours, String theirs, boolean taken) {}

    /** @param theirs as it was read */
    public record Taken(@Nullable String kind, @Nullable String theirs) {}

    @GET
    @Path("/territories/{code}/national-directory")
    @Operation(
            summary = "Différences entre les fiches des médecins et l’Annuaire Santé",
            description = "404 sans extraction installée, 409 quand elle ne se lit pas. Aucune fiche n’est modifiée.")
    public Differences differences(@RestPath String code) {
        Territory territory = exchange.territory(code);
        return switch (door.reading(territory)) {
            case Reading.None none -> throw Problem.notFound("Aucune extraction de l’Annuaire Santé n’est installée.");
            case Reading.Unreadable unreadable -> throw Problem.conflict("extraction", unreadable.why());
            case Reading.Known known ->
                new Differences(
                        known.asOf(),
                        door.compared(territory, known).stream()
                                .flatMap(one -> one.differences().stream()
                                        .map(difference -> new Difference(
                                                one.physician().id().toString(),
                                                one.version(),
                                                difference.kind(),
                                                difference.ours(),
                                                difference.theirs(),
                                                difference.canBeTaken())))
                                .toList());
        };
    }

    @POST
    @Path("/physicians/{id}/national-directory")
    @Operation(summary = "Reprend une différence dans la fiche d’un médecin ; If-Match donne la version lue")
    @APIResponse(responseCode = "204", description = "La différence est reprise dans la fiche")
    @APIResponse(responseCode = "412", description = "Quelqu’un a modifié entre-temps ce qui avait été lu")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public Response take(
            @RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, @Nullable Taken body) {
        door.requireSight(id);
        int expected = Exchange.version(version);
        Taken taken = Exchange.given(body);
        return Exchange.answer(
                door.take(
                        id,
                        taken.kind() == null ? "" : taken.kind(),
                        taken.theirs() == null ? "" : taken.theirs(),
                        expected,
                        exchange.author()),
                kept -> Response.noContent());
    }
}
