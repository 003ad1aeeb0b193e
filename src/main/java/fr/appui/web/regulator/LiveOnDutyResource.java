package fr.appui.web.regulator;

import fr.appui.web.LiveStreams;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
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

/** Server-sent events, as {@link fr.appui.web.LiveNews} tells them. */
@Path("/api/regulator/on-duty/stream")
@RolesAllowed({Roles.REGULATOR, Roles.COORDINATOR})
@Tag(name = "regulator")
public class LiveOnDutyResource {

    private final LiveOnDuty live;
    private final LiveStreams streams;
    private final Visitor visitor;

    LiveOnDutyResource(LiveOnDuty live, LiveStreams streams, Visitor visitor) {
        this.live = live;
        this.streams = streams;
        this.visitor = visitor;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Signale en direct qu’un autre médecin répond, ou qu’un appui ouvre ou ferme",
            description =
                    "Des événements envoyés par le serveur : `on-duty` quand la réponse peut être autre, ou que son `readLast`"
                            + " apparaît ou s’en va, `heartbeat` sinon, `away` tant que le planning ne peut pas être relu : ce qui est"
                            + " affiché peut alors être dépassé.")
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        return streams.follow(visitor.signedIn(), live.news(), sse);
    }
}
