package fr.appui.web.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.trace.HandOver;
import fr.appui.trace.HandOvers;
import fr.appui.web.Paging;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the night's sheets ask of the day teams, until somebody takes it over. */
@Path("/api/territories/{code}/hand-overs")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.APPLICATION_JSON)
public class HandOversResource {

    private final HandOverDesk desk;

    HandOversResource(HandOverDesk desk) {
        this.desk = desk;
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
                desk.of(code, state.map(HandOverDesk::isTaken).orElse(false), paging.page(), paging.size());
        return paging.of(found.items().stream().map(Line::of).toList(), found.total());
    }

    @POST
    @Path("{call}/taken")
    public Response take(@PathParam("code") String code, @PathParam("call") String call) {
        desk.take(code, call);
        return Response.noContent().build();
    }
}
