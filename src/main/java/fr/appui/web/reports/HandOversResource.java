package fr.appui.web.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.trace.HandOver;
import fr.appui.trace.HandOvers;
import fr.appui.web.Paging;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the night's sheets ask of the day teams, until somebody takes it over. */
@Path("/api/territories/{code}/hand-overs")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.APPLICATION_JSON)
public class HandOversResource {

    private final HandOvers handOvers;
    private final Visitor visitor;
    private final Clock clock;

    HandOversResource(HandOvers handOvers, Visitor visitor, Clock clock) {
        this.handOvers = handOvers;
        this.visitor = visitor;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String call,
            Instant received,
            HandOver.Whom whom,
            HandOver.What what,
            HandOver.By by,
            @Nullable String takenBy,
            @Nullable Instant takenAt) {

        static Line of(HandOvers.Asked asked) {
            return new Line(
                    asked.call().value(),
                    asked.received(),
                    asked.what().whom(),
                    asked.what().what(),
                    asked.what().by(),
                    asked.taken().map(HandOvers.Taken::by).orElse(null),
                    asked.taken().map(HandOvers.Taken::at).orElse(null));
        }
    }

    /** @param state {@code OPEN}, the oldest first, or {@code TAKEN}, the latest first */
    @GET
    public Paging.Page<Line> list(
            @PathParam("code") String code,
            @QueryParam("state") Optional<String> state,
            @QueryParam("page") Optional<String> page,
            @QueryParam("size") Optional<String> size) {
        Paging paging = Paging.asked(page, size);
        HandOvers.Page found =
                handOvers.of(Territories.code(code), isTaken(state.orElse("OPEN")), paging.page(), paging.size());
        return new Paging.Page<>(
                found.items().stream().map(Line::of).toList(), paging.page(), paging.size(), (int) found.total());
    }

    @POST
    @Path("{call}/taken")
    public Response take(@PathParam("code") String code, @PathParam("call") String call) {
        if (!handOvers.take(
                Territories.code(code),
                Territories.call(call),
                visitor.signedIn().login(),
                clock.instant())) {
            throw Problem.notFound("Rien n’attend pour cet appel : la suite est prise, ou n’est plus demandée.");
        }
        return Response.noContent().build();
    }

    static boolean isTaken(String state) {
        return switch (state) {
            case "OPEN" -> false;
            case "TAKEN" -> true;
            default -> throw Problem.badRequest("state", "choisir OPEN (à prendre) ou TAKEN (prises)");
        };
    }
}
