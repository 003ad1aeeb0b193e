package fr.appui.web.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.indicators.report.Difficulty;
import fr.appui.indicators.report.DifficultyLog;
import fr.appui.indicators.report.Reports;
import fr.appui.web.Paging;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The log of difficulties that the annual report tells the ARS. */
@Path("/api/territories/{code}/difficulties")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
public class DifficultiesResource {

    private final DifficultyLog log;
    private final Reports reports;

    DifficultiesResource(DifficultyLog log, Reports reports) {
        this.log = log;
        this.reports = reports;
    }

    /** @param category a code: {@code COVERAGE}… @param answer what was done about it @param toldAt when the ARS was told of it by mail */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            @Nullable Long id,
            @Nullable String date,
            @Nullable String category,
            @Nullable String text,
            @Nullable String answer,
            @Nullable Instant toldAt,
            @Nullable String arsAnswer) {

        static Entry of(Difficulty difficulty) {
            return new Entry(
                    difficulty.id(),
                    difficulty.date().toString(),
                    difficulty.category().name(),
                    difficulty.text(),
                    difficulty.answer().orElse(null),
                    difficulty.told().orElse(null),
                    difficulty.arsAnswer().orElse(null));
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
                .of(log.of(Territories.code(code), Territories.year(asked).year()).stream()
                        .map(Entry::of)
                        .toList());
    }

    @RolesAllowed(Roles.COORDINATOR)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("code") String code, @Nullable Entry entry) {
        Entry given = entry == null ? new Entry(null, null, null, null, null, null, null) : entry;
        Difficulty kept = log.add(new DifficultyEntry(given.date(), given.category(), given.text(), given.answer())
                .read(Territories.code(code), reports.today(code)));
        return Response.status(Response.Status.CREATED).entity(Entry.of(kept)).build();
    }

    /** What was done about a difficulty. */
    @RolesAllowed(Roles.COORDINATOR)
    @PUT
    @Path("{number}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(@PathParam("code") String code, @PathParam("number") long number, @Nullable Answer answer) {
        String text = DifficultyEntry.answer(answer == null ? null : answer.answer(), reports.today(code));
        if (!log.answer(Territories.code(code), number, text)) {
            throw Problem.notFound("Cette difficulté n'est pas dans le journal de ce territoire.");
        }
        return Response.noContent().build();
    }

    /** What the ARS answers, which follows the difficulty to its end. */
    @RolesAllowed(Roles.ARS_READER)
    @PUT
    @Path("{number}/ars-answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answerOfTheArs(
            @PathParam("code") String code, @PathParam("number") long number, @Nullable Answer answer) {
        String text = DifficultyEntry.answer(answer == null ? null : answer.answer(), reports.today(code));
        if (!log.answerOfTheArs(Territories.code(code), number, text)) {
            throw Problem.notFound("Cette difficulté n'est pas dans le journal de ce territoire.");
        }
        return Response.noContent().build();
    }

    public record Answer(@Nullable String answer) {}
}
