package fr.appui.web.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.trace.Transmissions;
import fr.appui.trace.Transmissions.State;
import fr.appui.trace.Transmissions.Transmission;
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

/** The transmissions of a territory, collated for its coordinator: what was sent to the hospital, and what waits. */
@Path("/api/territories/{code}/transmissions")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.APPLICATION_JSON)
public class TransmissionsResource {

    private final TransmissionDesk desk;

    TransmissionsResource(TransmissionDesk desk) {
        this.desk = desk;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            long id,
            String call,
            int revision,
            State state,
            int tries,
            Instant queuedAt,
            @Nullable Instant sentAt,
            @Nullable String recipient,
            @Nullable String problem) {

        static Line of(Transmission transmission) {
            return new Line(
                    transmission.id(),
                    transmission.call().value(),
                    transmission.revision(),
                    transmission.state(),
                    transmission.tries(),
                    transmission.queuedAt(),
                    transmission.sentAt().orElse(null),
                    transmission.recipient().orElse(null),
                    transmission.problem().orElse(null));
        }
    }

    @GET
    public Paging.Page<Line> list(
            @PathParam("code") String code,
            @QueryParam("state") Optional<String> state,
            @QueryParam("page") Optional<String> page,
            @QueryParam("size") Optional<String> size) {
        Paging paging = Paging.asked(page, size);
        Transmissions.Page found =
                desk.of(code, state.map(asked -> TransmissionDesk.state("state", asked)), paging.page(), paging.size());
        return paging.of(found.items().stream().map(Line::of).toList(), found.total());
    }

    /** Sends one again that failed or waits, at once and not at its next turn. */
    @POST
    @Path("{number}/retry")
    public Response retry(@PathParam("code") String code, @PathParam("number") long number) {
        desk.retry(code, number);
        return Response.accepted().build();
    }
}
