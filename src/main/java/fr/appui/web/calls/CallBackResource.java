package fr.appui.web.calls;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.PhysicianId;
import fr.appui.outreach.CallBackDesk;
import fr.appui.outreach.CallBackDesk.Answer;
import fr.appui.trace.CallStory;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
    private final SeenCalls calls;
    private final Visitor visitor;

    CallBackResource(CallBackDesk desk, SeenCalls calls, Visitor visitor) {
        this.desk = desk;
        this.calls = calls;
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
            summary = "Rappeler l’appelant",
            description =
                    "Fait sonner le médecin sur son numéro du moment, puis l’appelant ; les deux voient le numéro du"
                            + " territoire.")
    @APIResponse(responseCode = "202", description = "Le téléphone du médecin sonne")
    @APIResponse(responseCode = "404", description = "Appel ou médecin inconnu (document de problème)")
    @APIResponse(
            responseCode = "409",
            description = "L’appel ne peut pas être rappelé maintenant (document de problème)")
    @APIResponse(responseCode = "503", description = "Le commutateur ne prend pas l’ordre (document de problème)")
    public Begun callBack(@RestPath String id, @Nullable Asked asked) {
        Problem.Refused unknown = noSuchCall(id);
        CallStory call = calls.toCallBack(id, unknown);
        PhysicianId physician = physician(asked, call);
        return switch (desk.callBack(call.call(), physician)) {
            case Answer.Ringing ringing -> new Begun(ringing.attempt());
            case Answer.NoSuchCall none -> throw unknown;
            case Answer.NoSuchPhysician none -> throw noSuchPhysician(physician.toString());
            case Answer.Impossible impossible -> throw Problem.conflict("call-back", impossible.why());
            case Answer.SwitchAway away ->
                throw Problem.unavailable("Le rappel n’a pas commencé : " + away.why() + ".");
        };
    }

    @POST
    @Path("/handled")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    @Operation(summary = "Indiquer que l’appelant a été rappelé : le service ne fait plus sonner personne")
    @APIResponse(responseCode = "204", description = "Noté")
    @APIResponse(responseCode = "409", description = "Personne n’attend d’être rappelé (document de problème)")
    public void handled(@RestPath String id) {
        if (!desk.handled(calls.toCallBack(id, noSuchCall(id)).call())) {
            throw Problem.conflict("call-back", "aucun rappel n’est en attente pour cet appel");
        }
    }

    /** Oneself; another physician of the call's territory for whoever coordinates it. */
    private PhysicianId physician(@Nullable Asked asked, CallStory call) {
        String named = asked == null ? null : asked.physician();
        if (named == null) {
            return visitor.signedIn()
                    .physician()
                    .orElseThrow(() -> Problem.badRequest("physician", "donner l’identifiant du médecin qui rappelle"));
        }
        PhysicianId physician = parse(named);
        if (!visitor.isPhysician(physician)) {
            Thing thing = call.territory()
                    .<Thing>map(territory -> new Thing.PhysicianAt(physician, territory))
                    .orElseGet(Thing.Installation::new);
            visitor.requireSight(Act.COORDINATE, thing, noSuchPhysician(named));
        }
        return physician;
    }

    private static Problem.Refused noSuchCall(String id) {
        return Problem.notFound("Aucun appel n’a l’identifiant « " + id + " ».");
    }

    private static Problem.Refused noSuchPhysician(String named) {
        return Problem.notFound("Aucun médecin n’a l’identifiant « " + named + " ».");
    }

    private static PhysicianId parse(String id) {
        return PhysicianId.tryParse(id)
                .orElseThrow(() -> Problem.badRequest("physician", "donner l’identifiant du médecin qui rappelle"));
    }
}
