package fr.appui.web.calls;

import fr.appui.web.signin.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Server-sent events: a {@code calls} event whenever calls have something new, a {@code heartbeat} in between. */
@Path("/api/calls/stream")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "calls")
public class LiveCallsResource {

    private final LiveCalls live;

    LiveCallsResource(LiveCalls live) {
        this.live = live;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "Signale en direct qu'il y a du nouveau dans les appels")
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        return live.ticks()
                .map(tick -> sse.newEventBuilder()
                        .name(tick.name())
                        .id(Long.toString(tick.latest()))
                        .data(Long.toString(tick.latest()))
                        .build());
    }
}
