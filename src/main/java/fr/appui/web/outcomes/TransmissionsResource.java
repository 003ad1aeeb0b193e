package fr.appui.web.outcomes;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.Transmissions;
import fr.appui.trace.Transmissions.State;
import fr.appui.trace.Transmissions.Transmission;
import fr.appui.web.Paging;
import fr.appui.web.Problem;
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
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transmissions of a territory, collated for its coordinator: what was sent to the hospital, and what waits. */
@Path("/api/territories/{code}/transmissions")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.APPLICATION_JSON)
public class TransmissionsResource {

    private final Transmissions transmissions;

    private final Clock clock;

    TransmissionsResource(Transmissions transmissions, Clock clock) {
        this.transmissions = transmissions;
        this.clock = clock;
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
        Transmissions.Page found = transmissions.of(
                territory(code), state.map(TransmissionsResource::state), paging.page(), paging.size());
        return new Paging.Page<>(
                found.items().stream().map(Line::of).toList(), paging.page(), paging.size(), (int) found.total());
    }

    /** Sends one again that failed or waits, at once and not at its next turn. */
    @POST
    @Path("{number}/retry")
    public Response retry(@PathParam("code") String code, @PathParam("number") long number) {
        if (!transmissions.retry(territory(code), number, clock.instant())) {
            throw Problem.notFound("Ce territoire n’a pas de transmission en attente ni en échec de ce numéro.");
        }
        return Response.accepted().build();
    }

    private static TerritoryCode territory(String code) {
        try {
            return new TerritoryCode(code);
        } catch (IllegalArgumentException invalid) {
            throw Problem.badRequest("code", String.valueOf(invalid.getMessage()));
        }
    }

    private static State state(String text) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("state", "choisir parmi " + Arrays.toString(State.values())));
    }
}
