package fr.appui.web.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.appui.french.InvalidInput;
import fr.appui.sms.SmsDeliveries;
import fr.appui.sms.SmsReceipts;
import fr.appui.web.Problem;
import fr.appui.web.TakesAnyParameter;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The gateway for text messages says what became of one. It is no user: a secret of its own is its right. Whether a message is known is
 * not said, so that a gateway does not repeat what it tells of others' messages.
 */
@Path("/api/sms-receipts")
@Tag(name = "planning")
@PermitAll
@TakesAnyParameter
@Blocking
public class SmsReceiptResource {

    private static final String BASIC = "Basic ";
    private static final int LONGEST_BODY = 16_384;

    private final SmsReceipts receipts;
    private final SmsDeliveries deliveries;

    SmsReceiptResource(SmsReceipts receipts, SmsDeliveries deliveries) {
        this.receipts = receipts;
        this.deliveries = deliveries;
    }

    @GET
    @Operation(
            summary = "Accusé de la passerelle SMS, dans l’adresse",
            description =
                    "Le secret (appui.outreach.sms.receipts.secret) est le mot de passe d’une authentification Basic, ou le paramètre"
                            + " `secret` ; les champs sont ceux que nomment appui.outreach.sms.receipts.id et .status.")
    @APIResponse(responseCode = "204", description = "Lu ; d’un message inconnu, rien ne change")
    @APIResponse(responseCode = "400", description = "Aucun message n’est nommé (document de problème)")
    @APIResponse(responseCode = "404", description = "Aucun accusé n’est attendu, ou le secret n’est pas le bon")
    public void inTheAddress(@Context UriInfo address, @Context HttpHeaders headers) {
        take(address, headers, "");
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Accusé de la passerelle SMS, en formulaire ou en JSON", description = "Comme par GET.")
    @APIResponse(responseCode = "204", description = "Lu ; d’un message inconnu, rien ne change")
    @APIResponse(responseCode = "400", description = "Aucun message n’est nommé (document de problème)")
    @APIResponse(responseCode = "404", description = "Aucun accusé n’est attendu, ou le secret n’est pas le bon")
    public void inTheBody(@Context UriInfo address, @Context HttpHeaders headers, String body) {
        take(address, headers, body);
    }

    private void take(UriInfo address, HttpHeaders headers, String body) {
        var parameters = new HashMap<String, String>();
        address.getQueryParameters().forEach((name, values) -> parameters.put(name, values.getFirst()));
        if (!receipts.isFromTheGateway(secret(parameters, headers))) {
            throw Problem.notFound("Aucun accusé n’est attendu ici.");
        }
        if (body.length() > LONGEST_BODY) {
            throw Problem.badRequest("accusé", "il est trop long ; en envoyer un par message");
        }
        try {
            deliveries.told(receipts.read(parameters, body));
        } catch (InvalidInput unnamed) {
            throw Problem.badRequest("accusé", unnamed.sentence());
        }
    }

    private static String secret(Map<String, String> parameters, HttpHeaders headers) {
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BASIC)) {
            return parameters.getOrDefault("secret", "");
        }
        try {
            String[] both = new String(Base64.getDecoder().decode(authorization.substring(BASIC.length())), UTF_8)
                    .split(":", 2);
            return both[both.length - 1];
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
