package fr.appui.web.directory;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Versioned;
import fr.appui.directory.Written;
import fr.appui.french.WrittenValue;
import fr.appui.web.Paging;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Volunteer physicians, for programs. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "directory", description = "Annuaire : médecins, établissements, conventions, lignes, périmètres")
public class PhysiciansResource {

    private final Directory directory;
    private final DirectoryDesk desk;
    private final Exchange exchange;
    private final Scope scope;
    private final Visitor visitor;

    PhysiciansResource(Directory directory, DirectoryDesk desk, Exchange exchange, Scope scope, Visitor visitor) {
        this.directory = directory;
        this.desk = desk;
        this.exchange = exchange;
        this.scope = scope;
        this.visitor = visitor;
    }

    public record Known(String id, PhysicianEntry physician) {
        static Known of(Physician physician) {
            return new Known(physician.id().toString(), PhysicianEntry.of(physician));
        }
    }

    @GET
    @Path("/physicians")
    @Operation(summary = "Les médecins d’un territoire, ou de tous ceux que l’on coordonne, par nom")
    public Paging.Page<Known> list(
            @RestQuery @Nullable String territory, @RestQuery Optional<String> page, @RestQuery Optional<String> size) {
        List<Physician> physicians = directory.physiciansOf(
                territory == null || WrittenValue.isNothing(territory)
                        ? visitor.reach(Act.COORDINATE)
                        : Reach.of(coordinated(territory)));
        return Paging.asked(page, size)
                .of(physicians.stream()
                        .filter(physician -> !physician.isErased())
                        .map(Known::of)
                        .toList());
    }

    @GET
    @Path("/physicians/{id}")
    @Operation(summary = "Un médecin ; l’en-tête ETag dit sa version, à renvoyer dans If-Match pour le modifier")
    public Response one(@RestPath String id) {
        Versioned<Physician> known = known(id);
        return Response.ok(Known.of(known.value()))
                .tag(Exchange.tag(known.version()))
                .build();
    }

    @POST
    @Path("/physicians")
    @Operation(summary = "Ajoute un médecin volontaire")
    @APIResponse(responseCode = "201", description = "Ajouté ; Location et ETag disent où et sa version")
    @APIResponse(responseCode = "400", description = "Chaque champ en cause, avec le remède")
    public Response create(@Nullable PhysicianEntry body) {
        Physician physician = read(Exchange.given(body), new PhysicianId(UUID.randomUUID()), Optional.empty());
        Written written = desk.create(physician, exchange.author());
        return Exchange.answer(
                written,
                version -> Response.created(URI.create("/api/physicians/" + physician.id()))
                        .entity(Known.of(physician)));
    }

    @PUT
    @Path("/physicians/{id}")
    @Operation(summary = "Remplace la fiche d’un médecin, si personne ne l’a modifiée depuis sa lecture")
    @APIResponse(responseCode = "200", description = "La fiche telle qu’elle est gardée")
    @APIResponse(responseCode = "412", description = "Quelqu’un l’a modifiée entre-temps")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public Response change(
            @RestPath String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable PhysicianEntry body) {
        Physician before = known(id).value();
        int expected = Exchange.version(version);
        Physician after = read(Exchange.given(body), before.id(), Optional.of(before));
        return Exchange.answer(desk.change(after, expected, exchange.author()), kept -> Response.ok(Known.of(after)));
    }

    private Versioned<Physician> known(String id) {
        var reading = new Reading();
        PhysicianId asked = Exchange.sound(reading.value("id", id, PhysicianId::parse), reading);
        Problem.Refused unknown = Problem.notFound("Aucun médecin de l’annuaire n’a l’identifiant " + id + ".");
        Versioned<Physician> known =
                desk.physician(asked).filter(found -> !found.value().isErased()).orElseThrow(() -> unknown);
        scope.requireSight(known.value(), unknown);
        return known;
    }

    private TerritoryCode coordinated(String territory) {
        TerritoryCode code = Exchange.code("territory", territory);
        visitor.require(Act.COORDINATE, new Thing.Place(code));
        return exchange.territory(territory).code();
    }

    private Physician read(PhysicianEntry body, PhysicianId id, Optional<Physician> before) {
        var reading = new Reading();
        Physician physician = Exchange.sound(body.read(id, reading), reading);
        scope.refuse(before, physician).ifPresent(error -> reading.refuse(error.field(), error.message()));
        Exchange.requireSound(reading);
        return physician;
    }
}
