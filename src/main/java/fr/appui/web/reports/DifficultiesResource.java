package fr.appui.web.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.indicators.report.Difficulty;
import fr.appui.indicators.report.DifficultyLog;
import fr.appui.web.Paging;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The log of difficulties that the annual report tells the ARS. */
@Path("/api/territories/{code}/difficulties")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
public class DifficultiesResource {

    private final DifficultyLog log;

    DifficultiesResource(DifficultyLog log) {
        this.log = log;
    }

    /** @param category a code: {@code COVERAGE}… @param answer what was done about it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            @Nullable Long id,
            @Nullable String date,
            @Nullable String category,
            @Nullable String text,
            @Nullable String answer) {

        static Entry of(Difficulty difficulty) {
            return new Entry(
                    difficulty.id(),
                    difficulty.date().toString(),
                    difficulty.category().name(),
                    difficulty.text(),
                    difficulty.answer().orElse(null));
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
                .of(log.of(Territories.code(code), asked).stream()
                        .map(Entry::of)
                        .toList());
    }

    @RolesAllowed(Roles.COORDINATOR)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("code") String code, Entry entry) {
        Difficulty kept = log.add(new Difficulty(
                0,
                Territories.code(code),
                date(entry.date()),
                category(entry.category()),
                text(entry.text()),
                Optional.ofNullable(entry.answer()).filter(answer -> !answer.isBlank())));
        return Response.status(Response.Status.CREATED).entity(Entry.of(kept)).build();
    }

    private static LocalDate date(@Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException invalid) {
            throw Problem.badRequest("date", "écrire un jour, par exemple 2026-03-09");
        }
    }

    private static Difficulty.Category category(@Nullable String text) {
        return Arrays.stream(Difficulty.Category.values())
                .filter(category -> category.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "category", "choisir parmi " + Arrays.toString(Difficulty.Category.values())));
    }

    private static String text(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > Difficulty.LONGEST_TEXT) {
            throw Problem.badRequest(
                    "text", "décrire en 1 à " + Difficulty.LONGEST_TEXT + " caractères ce qui a été rencontré");
        }
        return text;
    }
}
