package fr.appui.web.reports;

import fr.appui.directory.Written;
import fr.appui.indicators.report.Survey;
import fr.appui.indicators.report.SurveyTally;
import fr.appui.web.Problem;
import fr.appui.web.Revision;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The survey of a territory's callers: whether it is open, and what they said this year. */
@Path("/api/territories/{code}/survey")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SurveyResource {

    private final SurveyDesk desk;

    SurveyResource(SurveyDesk desk) {
        this.desk = desk;
    }

    /** @param asked links made this year @param useful replies to the first question @param inTime to the second */
    public record State(
            boolean open,
            int year,
            long asked,
            long answered,
            Map<Survey.Reply, Long> useful,
            Map<Survey.Reply, Long> inTime) {}

    public record Opened(@Nullable Boolean open) {}

    @GET
    @Operation(
            summary =
                    "L’enquête auprès des appelants : ouverte ou non, et les réponses de l’année ; ETag dit la version")
    public Response read(@PathParam("code") String code) {
        SurveyDesk.State state = desk.of(code);
        SurveyTally tally = state.tally();
        return Response.ok(new State(
                        state.setting().open(),
                        state.year(),
                        tally.asked(),
                        tally.answered(),
                        tally.useful(),
                        tally.inTime()))
                .tag(Revision.tag(state.setting().revision()))
                .build();
    }

    @PUT
    @Operation(summary = "Ouvre ou ferme l’enquête ; If-Match donne la version lue")
    @APIResponse(responseCode = "200", description = "L’état de l’enquête")
    @APIResponse(responseCode = "412", description = "Quelqu’un a modifié entre-temps ce qui avait été lu")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public Response set(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable Opened body) {
        long revision = Revision.of(version);
        if (body == null || body.open() == null) {
            throw Problem.badRequest("open", "dire si l’enquête est ouverte : true ou false");
        }
        if (desk.set(code, body.open(), revision) instanceof Written.Kept) {
            return read(code);
        }
        throw Problem.changedMeanwhile("Quelqu’un a changé ce réglage entre-temps : le relire, puis recommencer.");
    }
}
