package fr.appui.web.calls;

import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.CallBackDesk;
import fr.appui.outreach.CallBackDesk.Answer;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A physician calls back the one who called, or says that it is done. */
@Path("/api/calls/{id}/call-back")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
@Tag(name = "calls")
public class CallBackResource {

    private final CallBackDesk desk;
    private final CallArchive archive;
    private final Directory directory;
    private final Visitor visitor;

    CallBackResource(CallBackDesk desk, CallArchive archive, Directory directory, Visitor visitor) {
        this.desk = desk;
        this.archive = archive;
        this.directory = directory;
        this.visitor = visitor;
    }

    /** @param physician who calls back, whose telephone rings first; absent, the physician who is signed in */
    public record Asked(@Nullable String physician) {}

    /** @param attempt the attempts of a call are counted from 1; the trace tells them apart by it */
    public record Begun(int attempt) {}

    @POST
    @RunOnVirtualThread
    @ResponseStatus(202)
    @Operation(
            summary = "Rappeler l'appelant",
            description =
                    "Fait sonner le médecin sur son numéro du moment, puis l'appelant ; les deux voient le numéro du"
                            + " territoire.")
    @APIResponse(responseCode = "202", description = "Le téléphone du médecin sonne")
    @APIResponse(responseCode = "404", description = "Appel ou médecin inconnu (document de problème)")
    @APIResponse(
            responseCode = "409",
            description = "L'appel ne peut pas être rappelé maintenant (document de problème)")
    @APIResponse(responseCode = "503", description = "Le commutateur ne prend pas l'ordre (document de problème)")
    public Begun callBack(@RestPath String id, @Nullable Asked asked) {
        CallId call = reachable(id);
        return switch (desk.callBack(call, physician(asked, call))) {
            case Answer.Ringing ringing -> new Begun(ringing.attempt());
            case Answer.NoSuchCall none -> throw Problem.notFound("Aucun appel n'a l'identifiant « " + id + " ».");
            case Answer.NoSuchPhysician none ->
                throw Problem.notFound(
                        "Aucun médecin n'a l'identifiant « " + (asked == null ? "" : asked.physician()) + " ».");
            case Answer.Impossible impossible -> throw Problem.conflict("call-back", impossible.why());
            case Answer.SwitchAway away ->
                throw Problem.unavailable("Le rappel n'a pas commencé : " + away.why() + ".");
        };
    }

    @POST
    @Path("/handled")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    @Operation(summary = "Indiquer que l'appelant a été rappelé : le service ne fait plus sonner personne")
    @APIResponse(responseCode = "204", description = "Noté")
    @APIResponse(responseCode = "409", description = "Personne n'attend d'être rappelé (document de problème)")
    public void handled(@RestPath String id) {
        if (!desk.handled(reachable(id))) {
            throw Problem.conflict("call-back", "aucun rappel n'est en attente pour cet appel");
        }
    }

    /** A call of a territory that the visitor coordinates or practises in. */
    private CallId reachable(String id) {
        CallArchive.Traced call = archive.find(new CallId(id))
                .orElseThrow(() -> Problem.notFound("Aucun appel n'a l'identifiant « " + id + " »."));
        TerritoryCode territory = call.story().territory().orElseThrow(ForbiddenException::new);
        visitor.require(territory, List.of(Roles.PHYSICIAN, Roles.COORDINATOR));
        if (!visitor.signedIn().reaches(territory, List.of(Roles.COORDINATOR)) && !practises(territory)) {
            throw new ForbiddenException();
        }
        return call.story().call();
    }

    private boolean practises(TerritoryCode territory) {
        return visitor.signedIn()
                .physician()
                .flatMap(directory::physician)
                .filter(physician -> physician.career().practices().stream()
                        .anyMatch(practice -> practice.territory().equals(territory)))
                .isPresent();
    }

    /** Oneself; another physician for whoever coordinates. */
    private PhysicianId physician(@Nullable Asked asked, CallId call) {
        String named = asked == null ? null : asked.physician();
        if (named == null) {
            return visitor.signedIn()
                    .physician()
                    .orElseThrow(() -> Problem.badRequest("physician", "donner l'identifiant du médecin qui rappelle"));
        }
        PhysicianId physician = parse(named);
        if (!visitor.isPhysician(physician)) {
            visitor.requireReach(
                    archive.find(call).flatMap(traced -> traced.story().territory()), Roles.COORDINATOR);
        }
        return physician;
    }

    private static PhysicianId parse(String id) {
        try {
            return PhysicianId.parse(id);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.badRequest("physician", "donner l'identifiant du médecin qui rappelle");
        }
    }
}
