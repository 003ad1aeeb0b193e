package fr.appui.web.outcomes;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.access.Act;
import fr.appui.french.WrittenValue;
import fr.appui.trace.CallId;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.OutcomeRevision;
import fr.appui.trace.Outcomes;
import fr.appui.web.OwnAddress;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The outcome of one call: what it is, what it was, and how to log it. */
@Path("/api/calls/{id}/outcome")
@RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
@Produces(MediaType.APPLICATION_JSON)
public class OutcomeResource {

    private final OutcomeDesk desk;
    private final SurveyLinks links;
    private final OwnAddress address;

    OutcomeResource(OutcomeDesk desk, SurveyLinks links, OwnAddress address) {
        this.address = address;
        this.links = links;
        this.desk = desk;
    }

    /**
     * @param revision 0 while nothing is logged: the form then holds what the trace proposes
     * @param nomenclature the version whose codes are used
     * @param noteAllowed whether free text is open on this territory
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answered(
            String call,
            int revision,
            String nomenclature,
            boolean noteAllowed,
            OutcomeForm outcome,
            List<Earlier> history) {}

    /** An earlier state, or the present one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Earlier(
            int revision, Instant at, @Nullable String author, OutcomeForm outcome) {}

    @GET
    public Answered read(@PathParam("id") String id) {
        LoggableCall call = call(id);
        OutcomeDesk.Sheet sheet = desk.sheet(call);
        return new Answered(
                call.call().value(),
                sheet.revision(),
                sheet.latest()
                        .map(OutcomeRevision::nomenclature)
                        .orElseGet(() -> desk.lists(call).version()),
                sheet.noteAllowed(),
                OutcomeForm.of(sheet.status(), sheet.outcome()),
                desk.history(call).stream()
                        .map(past -> new Earlier(
                                past.number(), past.at(), past.author(), OutcomeForm.of(past.status(), past.outcome())))
                        .toList());
    }

    /**
     * @param seen the revision the writer last saw, as an entity tag ({@code "3"}); absent, what is there is written over
     *     without a question
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Enregistrer la fiche d’un appel",
            description =
                    "Avec If-Match: \"n\" (n : la dernière révision vue, 0 si aucune), une fiche que quelqu’un d’autre a modifiée"
                            + " depuis n’est pas remplacée : la réponse est 412. Un envoi répété ne crée pas de seconde révision.")
    @APIResponse(responseCode = "200", description = "La fiche telle qu’elle est gardée")
    @APIResponse(responseCode = "412", description = "Modifiée depuis par quelqu’un d’autre (document de problème)")
    public Answered write(
            @PathParam("id") String id,
            @Nullable OutcomeForm form,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @Context SecurityContext who) {
        LoggableCall call = call(id);
        if (form == null) {
            throw Problem.badRequest("body", "donner la fiche, au moins {\"status\": \"DRAFT\"}");
        }
        OptionalInt revision = seen == null ? OptionalInt.empty() : OptionalInt.of(revision(seen));
        kept(desk.write(call, revision, form.askedStatus(), form.asked(), author(who)), id);
        return read(id);
    }

    @POST
    @Path("survey-link")
    @RolesAllowed(Roles.PHYSICIAN)
    @Operation(
            summary = "Un lien d’enquête à donner à l’appelant",
            description =
                    "Le lien sert une fois, trente jours ; rien ne le rattache à l’appel. 409 où l’enquête est fermée, ou la fiche"
                            + " pas encore validée.")
    public SurveyLinks.Made surveyLink(@PathParam("id") String id, @Context UriInfo uri, @Context SecurityContext who) {
        return links.make(call(id, Act.BE_THE_PHYSICIAN), address.base(uri), author(who));
    }

    private static int revision(String tag) {
        String digits = WrittenValue.of(tag).replaceAll("^(W/)?\"|\"$", "");
        if (!digits.matches("\\d{1,6}")) {
            throw Problem.badRequest("If-Match", "donner la dernière révision vue entre guillemets, par exemple \"3\"");
        }
        return Integer.parseInt(digits);
    }

    static OutcomeRevision kept(Outcomes.Writing writing, String id) {
        return switch (writing) {
            case Outcomes.Writing.Kept kept -> kept.revision();
            case Outcomes.Writing.NoSuchCall none -> throw unknown(id);
            case Outcomes.Writing.ChangedMeanwhile(OutcomeRevision latest) ->
                throw Problem.changedMeanwhile("La fiche a été modifiée depuis (révision " + latest.number()
                        + ") ; la relire avant de l’enregistrer.");
            case Outcomes.Writing.Refused refused ->
                throw Problem.badRequest(refused.refusals().stream()
                        .map(refusal -> new Problem.FieldError(refusal.field(), refusal.message()))
                        .toList());
        };
    }

    static String author(SecurityContext who) {
        return who.getUserPrincipal() == null
                ? "non identifié"
                : who.getUserPrincipal().getName();
    }

    private LoggableCall call(String id) {
        return call(id, Act.ACT_FOR_PHYSICIAN);
    }

    private LoggableCall call(String id, Act act) {
        return desk.call(callId(id), act, unknown(id));
    }

    private static CallId callId(String id) {
        return Problem.read("id", id, CallId::new);
    }

    private static Problem.Refused unknown(String id) {
        return Problem.notFound("Aucun médecin n’a répondu à un appel « " + id + " », et personne ne l’a déclaré.");
    }
}
