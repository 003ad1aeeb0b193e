package fr.appui.web.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.indicators.report.Difficulty;
import fr.appui.web.Paging;
import fr.appui.web.Problem;
import fr.appui.web.Revision;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The log of difficulties that the annual report tells the ARS. */
@Path("/api/territories/{code}/difficulties")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
public class DifficultiesResource {

    private final DifficultyDesk desk;

    DifficultiesResource(DifficultyDesk desk) {
        this.desk = desk;
    }

    /**
     * @param territory where it was met; given to a correction, it moves there
     * @param category a code: {@code COVERAGE}…
     * @param answer what was done about it
     * @param toldAt when the ARS was told of it by mail
     * @param revision what a correction gives back in If-Match
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            @Nullable Long id,
            @Nullable String territory,
            @Nullable String date,
            @Nullable String category,
            @Nullable String text,
            @Nullable String answer,
            @Nullable Instant toldAt,
            @Nullable String arsAnswer,
            @Nullable Integer revision) {

        static final Entry NOTHING = new Entry(null, null, null, null, null, null, null, null, null);

        static Entry of(Difficulty difficulty, int revision) {
            return new Entry(
                    difficulty.id(),
                    difficulty.territory().value(),
                    difficulty.date().toString(),
                    difficulty.category().name(),
                    difficulty.text(),
                    difficulty.answer().orElse(null),
                    difficulty.told().orElse(null),
                    difficulty.arsAnswer().orElse(null),
                    revision);
        }

        DifficultyEntry written() {
            return new DifficultyEntry(date, category, text, answer);
        }
    }

    @GET
    public Paging.Page<Entry> list(
            @PathParam("code") String code,
            @QueryParam("year") Optional<Integer> year,
            @QueryParam("page") Optional<String> page,
            @QueryParam("size") Optional<String> size) {
        int asked = year.orElseThrow(() -> Problem.badRequest("year", "indiquer une année, par exemple 2026"));
        return Paging.asked(page, size)
                .of(desk.entries(code, Territories.year(asked).year()).stream()
                        .filter(entry -> !entry.withdrawn())
                        .map(entry -> Entry.of(entry.difficulty(), entry.revision()))
                        .toList());
    }

    @RolesAllowed(Roles.COORDINATOR)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("code") String code, @Nullable Entry entry) {
        Difficulty kept = desk.add(code, given(entry).written());
        return Response.status(Response.Status.CREATED)
                .entity(Entry.of(kept, 0))
                .build();
    }

    private static Entry given(@Nullable Entry entry) {
        return entry == null ? Entry.NOTHING : entry;
    }

    @RolesAllowed(Roles.COORDINATOR)
    @PUT
    @Path("{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Corrige une difficulté, ou la déplace (territory) ; sa réponse reste. If-Match donne la révision lue")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "412", description = "Changée depuis")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public Response correct(
            @PathParam("code") String code,
            @PathParam("number") long number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable Entry entry) {
        Entry given = given(entry);
        desk.correct(
                seen(code, number, version),
                Optional.ofNullable(given.territory()).orElse(code),
                new DifficultyEntry(given.date(), given.category(), given.text(), null));
        return Response.noContent().build();
    }

    @RolesAllowed(Roles.COORDINATOR)
    @DELETE
    @Path("{number}")
    @Operation(summary = "Retire une difficulté du journal ; son histoire reste. If-Match donne la révision lue")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "412", description = "Changée depuis")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public Response withdraw(
            @PathParam("code") String code,
            @PathParam("number") long number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        desk.withdraw(seen(code, number, version), true);
        return Response.noContent().build();
    }

    /** A revision that no entry could have is that of none. */
    private static DifficultyDesk.Seen seen(String code, long number, @Nullable String version) {
        return new DifficultyDesk.Seen(code, number, (int) Math.min(Integer.MAX_VALUE, Revision.of(version)));
    }

    @RolesAllowed(Roles.COORDINATOR)
    @PUT
    @Path("{number}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ce qui a été fait à la suite d’une difficulté. If-Match donne la révision lue")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "412", description = "Changée depuis")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public Response answer(
            @PathParam("code") String code,
            @PathParam("number") long number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable Answer answer) {
        desk.answer(seen(code, number, version), answer == null ? null : answer.answer());
        return Response.noContent().build();
    }

    @RolesAllowed(Roles.ARS_READER)
    @PUT
    @Path("{number}/ars-answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ce que l’ARS répond à une difficulté. If-Match donne la révision lue")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "412", description = "Changée depuis")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public Response answerOfTheArs(
            @PathParam("code") String code,
            @PathParam("number") long number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable Answer answer) {
        desk.answerOfTheArs(seen(code, number, version), answer == null ? null : answer.answer());
        return Response.noContent().build();
    }

    public record Answer(@Nullable String answer) {}
}
