package fr.appui.web.directory;

import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.Establishment;
import fr.appui.directory.Finess;
import fr.appui.directory.Versioned;
import fr.appui.web.Paging;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Establishments, for programs. They belong to the region: every coordinator may read and add them, and correct those that no other territory alone works with. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "directory")
public class EstablishmentsResource {

    private final Directory directory;
    private final DirectoryDesk desk;
    private final Exchange exchange;
    private final Scope scope;

    EstablishmentsResource(Directory directory, DirectoryDesk desk, Exchange exchange, Scope scope) {
        this.directory = directory;
        this.desk = desk;
        this.exchange = exchange;
        this.scope = scope;
    }

    @GET
    @Path("/establishments")
    @Operation(summary = "Les établissements, par numéro FINESS")
    public Paging.Page<EstablishmentEntry> list(@RestQuery Optional<String> page, @RestQuery Optional<String> size) {
        return Paging.asked(page, size)
                .of(directory.establishments().stream()
                        .map(EstablishmentEntry::of)
                        .toList());
    }

    @GET
    @Path("/establishments/{finess}")
    @Operation(summary = "Un établissement ; ETag dit sa version")
    public Response one(@RestPath String finess) {
        Versioned<Establishment> known = known(finess);
        return Response.ok(EstablishmentEntry.of(known.value()))
                .tag(Exchange.tag(known.version()))
                .build();
    }

    @POST
    @Path("/establishments")
    @Operation(summary = "Ajoute un établissement")
    public Response create(@Nullable EstablishmentEntry body) {
        var reading = new Reading();
        Establishment establishment = Exchange.sound(Exchange.given(body).read(reading), reading);
        return Exchange.answer(
                desk.create(establishment, exchange.author()),
                version -> Response.created(URI.create("/api/establishments/" + establishment.finess()))
                        .entity(EstablishmentEntry.of(establishment)));
    }

    @PUT
    @Path("/establishments/{finess}")
    @Operation(summary = "Remplace la fiche d’un établissement ; If-Match donne la version lue")
    @APIResponse(responseCode = "200", description = "La fiche telle qu’elle est gardée")
    @APIResponse(responseCode = "412", description = "Quelqu’un a modifié entre-temps ce qui avait été lu")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public Response change(
            @RestPath String finess,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable EstablishmentEntry body) {
        Finess known = known(finess).value().finess();
        int expected = Exchange.version(version);
        var reading = new Reading();
        Establishment establishment = Exchange.sound(Exchange.given(body).read(reading), reading);
        if (!establishment.finess().equals(known)) {
            throw Problem.badRequest("finess", "il ne change pas ; ajouter un autre établissement");
        }
        scope.requireChange(establishment);
        return Exchange.answer(
                desk.change(establishment, expected, exchange.author()),
                kept -> Response.ok(EstablishmentEntry.of(establishment)));
    }

    private Versioned<Establishment> known(String finess) {
        var reading = new Reading();
        Finess asked = Exchange.sound(reading.finess("finess", finess), reading);
        return desk.establishment(asked)
                .orElseThrow(() -> Problem.notFound("L’établissement " + finess + " n’est pas dans l’annuaire."));
    }
}
