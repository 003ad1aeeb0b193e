package fr.appui.web.duties;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.french.WrittenDate;
import fr.appui.outreach.DutyDesk;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One physician's duty of one date. */
@Path("/api/physicians/{id}/duties/{date}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
@Tag(name = "duties", description = "Début et déroulement d’une astreinte")
public class DutyResource {

    private final DutyDesk desk;
    private final Visitor visitor;

    DutyResource(DutyDesk desk, Visitor visitor) {
        this.desk = desk;
        this.visitor = visitor;
    }

    /** @param number as one writes it in France, or in E.164 */
    public record Number(@Nullable String number) {}

    @POST
    @Path("/confirmation")
    @RunOnVirtualThread
    @Operation(summary = "Confirmer sa présence avant l’astreinte, au lieu de répondre au téléphone")
    @APIResponse(responseCode = "204", description = "Présence confirmée")
    @APIResponse(
            responseCode = "404",
            description = "Ce médecin n’a pas d’astreinte à cette date (document de problème)")
    @APIResponse(responseCode = "409", description = "Trop tôt, ou trop tard (document de problème)")
    public void confirm(@RestPath String id, @RestPath String date) {
        LocalDate day = date(date);
        refuse(desk.confirm(allowed(id, day), day), date);
    }

    @PUT
    @Path("/number")
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "Changer, pour cette seule astreinte, le numéro où l’on est joignable")
    @APIResponse(responseCode = "204", description = "Le nouveau numéro sert dès maintenant")
    @APIResponse(responseCode = "400", description = "Le numéro n’est pas lisible (document de problème)")
    @APIResponse(
            responseCode = "404",
            description = "Ce médecin n’a pas d’astreinte à cette date (document de problème)")
    @APIResponse(responseCode = "409", description = "L’astreinte est finie (document de problème)")
    public void changeNumber(@RestPath String id, @RestPath String date, @Nullable Number asked) {
        LocalDate day = date(date);
        if (asked == null) {
            throw Problem.badRequest("number", "le donner dans le corps : {\"number\": \"06 12 34 56 78\"}");
        }
        refuse(desk.changeNumber(allowed(id, day), day, number(asked.number())), date);
    }

    @PUT
    @Path("/busy")
    @RunOnVirtualThread
    @Operation(
            summary = "Signaler qu’une astreinte prioritaire occupe le médecin",
            description =
                    "Jusqu’à la fin de l’astreinte en cours, les autres médecins du planning sont appelés d’abord ;"
                            + " il l’est en dernier.")
    @APIResponse(responseCode = "204", description = "Pris en compte pour le prochain appel")
    @APIResponse(
            responseCode = "404",
            description = "Ce médecin n’a pas d’astreinte à cette date (document de problème)")
    @APIResponse(responseCode = "409", description = "L’astreinte n’est pas en cours (document de problème)")
    public void busy(@RestPath String id, @RestPath String date) {
        LocalDate day = date(date);
        DutyDesk.Answer answer = desk.busy(allowed(id, day), day);
        if (answer == DutyDesk.Answer.TOO_EARLY) {
            throw Problem.conflict("duty", "l’astreinte n’a pas commencé ; le signaler une fois commencée");
        }
        refuse(answer, date);
    }

    @DELETE
    @Path("/busy")
    @RunOnVirtualThread
    @Operation(summary = "Signaler que le médecin est de nouveau disponible")
    @APIResponse(responseCode = "204", description = "Appelé à son rang dès le prochain appel")
    @APIResponse(
            responseCode = "404",
            description = "Ce médecin n’a pas d’astreinte à cette date (document de problème)")
    public void available(@RestPath String id, @RestPath String date) {
        LocalDate day = date(date);
        refuse(desk.available(allowed(id, day), day), date);
    }

    private static void refuse(DutyDesk.Answer answer, String date) {
        switch (answer) {
            case DONE -> {}
            case NOT_ON_DUTY -> throw notOnDuty(date);
            case TOO_EARLY ->
                throw Problem.conflict("duty", "l’astreinte commence dans plus de 12 heures ; confirmer plus tard");
            case OVER -> throw Problem.conflict("duty", "cette astreinte est finie");
            case NOT_RUNG ->
                throw Problem.badRequest(
                        "number",
                        "l’appui ne peut pas appeler celui-là (court, surtaxé, étranger, ou une ligne d’appui) ;"
                                + " écrire un numéro à dix chiffres, par exemple 06 12 34 56 78");
        }
    }

    /** Oneself; another physician for whoever coordinates every territory where the duty of that date is held. */
    private PhysicianId allowed(String id, LocalDate date) {
        Problem.Refused unknown = Problem.notFound("Aucun médecin n’a l’identifiant « " + id + " ».");
        PhysicianId physician = PhysicianId.tryParse(id).orElseThrow(() -> unknown);
        visitor.requireSight(Act.ACT_FOR_PHYSICIAN, new Thing.PhysicianFile(physician), unknown);
        Problem.Refused none = notOnDuty(date.toString());
        desk.territoriesOf(physician, date).stream()
                .filter(territory -> !visitor.isPhysician(physician))
                .forEach(territory ->
                        visitor.requireSight(Act.ACT_FOR_PHYSICIAN, new Thing.PhysicianAt(physician, territory), none));
        return physician;
    }

    private static Problem.Refused notOnDuty(String date) {
        return Problem.notFound("Ce médecin n’a pas d’astreinte le " + date + ".");
    }

    private static LocalDate date(String date) {
        return WrittenDate.tryRead(date).orElseThrow(() -> Problem.badRequest("date", WrittenDate.REMEDY));
    }

    private static PhoneNumber number(@Nullable String number) {
        return PhoneNumber.tryParse(number == null ? "" : number)
                .filter(read -> read.e164().startsWith("+"))
                .orElseThrow(() ->
                        Problem.badRequest("number", "écrire un numéro de téléphone, par exemple 06 12 34 56 78"));
    }
}
