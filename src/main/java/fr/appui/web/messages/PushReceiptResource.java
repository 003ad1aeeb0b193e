package fr.appui.web.messages;

import fr.appui.planning.notice.DeviceReceipts;
import fr.appui.web.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A device says that it showed a message. It may be signed in no longer: the message's own name, which nobody else learns, is its right. */
@Path("/api/push-receipts")
@Tag(name = "planning")
@Blocking
public class PushReceiptResource {

    private final DeviceReceipts receipts;

    PushReceiptResource(DeviceReceipts receipts) {
        this.receipts = receipts;
    }

    @POST
    @Path("{receipt}")
    @PermitAll
    @Operation(summary = "Accusé d’un appareil : la notification est affichée")
    @APIResponse(responseCode = "204", description = "Noté")
    @APIResponse(responseCode = "404", description = "Notification inconnue, ou déjà accusée")
    public void received(@RestPath UUID receipt) {
        if (!receipts.shown(receipt)) {
            throw Problem.notFound("Cette notification est inconnue, ou déjà accusée.");
        }
    }
}
