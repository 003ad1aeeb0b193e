package fr.appui.web.outcomes;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.WrittenMoment;
import fr.appui.trace.CallId;
import fr.appui.trace.DeclaredCall;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Calls that did not pass by the line: a physician rung directly tells of them, and logs them like the others. */
@Path("/api/calls/declared")
@RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DeclaredCallsResource {

    private final OutcomeDesk outcomes;
    private final Directory directory;
    private final Clock clock;
    private final Visitor visitor;

    DeclaredCallsResource(OutcomeDesk outcomes, Directory directory, Clock clock, Visitor visitor) {
        this.outcomes = outcomes;
        this.directory = directory;
        this.clock = clock;
        this.visitor = visitor;
    }

    /** @param at ISO-8601 with offset */
    public record Declaration(
            @Nullable String territory,
            @Nullable String physician,
            @Nullable String at,
            @Nullable Long durationSeconds) {}

    @POST
    @Operation(
            summary = "Déclarer un appel reçu hors de la ligne",
            description =
                    "Le médecin a été appelé directement. Son moment (`at`) est des 60 derniers jours, sa durée d’au plus 4 heures ;"
                            + " sa fiche se remplit ensuite comme celle des autres appels. Déclaré deux fois à l’identique (territoire,"
                            + " médecin, moment, durée), il n’est gardé qu’une fois, et la réponse est la même : un envoi sans réponse"
                            + " peut être répété.")
    @APIResponse(responseCode = "201", description = "L’appel, et l’adresse de sa fiche")
    @APIResponse(
            responseCode = "400",
            description = "Un champ manque ou ne convient pas : lequel, et pourquoi (document de problème)")
    public Response declare(@Nullable Declaration declaration, @Context SecurityContext who) {
        if (declaration == null) {
            throw Problem.badRequest("corps", "un document JSON est attendu dans le corps de la demande");
        }
        TerritoryCode territory = territory(declaration.territory());
        PhysicianId physician = physician(declaration.physician());
        Instant at = at(declaration.at());
        var talk = Duration.ofSeconds(declaration.durationSeconds() == null ? 0 : declaration.durationSeconds());
        visitor.require(Act.ACT_FOR_PHYSICIAN, new Thing.Place(territory));
        visitor.requireSight(Act.ACT_FOR_PHYSICIAN, new Thing.PhysicianAt(physician, territory), unknownPhysician());
        CallId call = outcomes.declare(territory, physician, at, talk, OutcomeResource.author(who));
        String address = "/api/calls/" + call + "/outcome";
        return Response.created(URI.create(address))
                .entity(Map.of("call", call.value(), "outcome", address))
                .build();
    }

    private TerritoryCode territory(@Nullable String text) {
        TerritoryCode code = Problem.read("territory", text == null ? "" : text, TerritoryCode::new);
        if (directory.territory(code).isEmpty()) {
            throw Problem.badRequest("territory", "le territoire " + code + " n’est pas connu");
        }
        return code;
    }

    private PhysicianId physician(@Nullable String text) {
        PhysicianId id = Problem.read("physician", text == null ? "" : text, PhysicianId::parse);
        if (directory.physician(id).isEmpty()) {
            throw unknownPhysician();
        }
        return id;
    }

    private static Problem.Refused unknownPhysician() {
        return Problem.badRequest("physician", "ce médecin n’est pas dans l’annuaire de ce territoire");
    }

    private Instant at(@Nullable String text) {
        return Problem.read(
                "at", text == null ? "" : text, at -> DeclaredCall.tellable(WrittenMoment.read(at), clock.instant()));
    }
}
