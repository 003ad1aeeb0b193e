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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

    TransmissionsResource(Transmissions transmissions) {
        this.transmissions = transmissions;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
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
