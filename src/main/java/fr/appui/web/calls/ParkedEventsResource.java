package fr.appui.web.calls;

import fr.appui.trace.ParkedEvents;
import fr.appui.web.Paging;
import fr.appui.web.signin.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** For whoever runs the service: events that were set aside and need a look. */
@Path("/api/events/parked")
@RolesAllowed(Roles.ADMINISTRATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events", description = "Événements transmis à d’autres systèmes")
public class ParkedEventsResource {

    public record ParkedPage(List<Parked> items, int page, int size, long total) {}

    public record Parked(String eventId, String type, String consumer, String problem, OffsetDateTime parkedAt) {}

    private final ParkedEvents parked;

    ParkedEventsResource(ParkedEvents parked) {
        this.parked = parked;
    }

    @GET
    @RunOnVirtualThread
    @Operation(summary = "Événements mis de côté, du plus ancien au plus récent")
    @APIResponse(responseCode = "200", description = "Une page d’événements")
    public ParkedPage list(@RestQuery Optional<String> page, @RestQuery Optional<String> size) {
        Paging paging = Paging.asked(page, size);
        ParkedEvents.Page found = parked.list(paging.page(), paging.size());
        return new ParkedPage(
                found.items().stream().map(ParkedEventsResource::parked).toList(),
                paging.page(),
                paging.size(),
                found.total());
    }

    private static Parked parked(ParkedEvents.Parked event) {
        return new Parked(
                event.eventId(),
                event.type(),
                event.consumer(),
                event.problem(),
                event.parkedAt().atOffset(ZoneOffset.UTC));
    }
}
