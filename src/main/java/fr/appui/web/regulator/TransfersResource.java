package fr.appui.web.regulator;

import fr.appui.web.signin.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * For the software of a SAMU or SAS: its own file number of a call that it transferred, and what became of that call. Whoever
 * noted a number reads it back, and nobody else: neither another SAMU nor the coordination.
 */
@Path("/api/regulator/transfers")
@RolesAllowed(Roles.REGULATOR)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "regulator")
@Blocking
public class TransfersResource {

    private final TransferDesk desk;

    TransfersResource(TransferDesk desk) {
        this.desk = desk;
    }

    @Schema(name = "TransferToNote", description = "Un appel transféré et le numéro de dossier que le SAMU lui donne")
    public record ToNote(
            @Schema(description = "Le territoire dont la ligne a reçu l’appel") @Nullable
            String territory,

            @Schema(
                    description =
                            "Quand l’appel a été transféré, à trois minutes près, à dix secondes si plusieurs l’ont été ; absent : à l’instant")
            @Nullable
            String at,

            @Schema(description = "3 à 24 lettres sans accent, chiffres, ou / _ . -") @Nullable
            String file) {}

    @POST
    @Operation(
            summary = "Noter son numéro de dossier sur un appel que l’on vient de transférer",
            description =
                    "Fermé par défaut : un réglage du territoire l’ouvre. Le numéro n’est rendu qu’à qui l’a noté, avec l’issue"
                            + " de l’appel, et il est effacé comme le numéro de l’appelant. Un second numéro du même auteur remplace le premier.")
    @APIResponse(responseCode = "200", description = "Noté")
    @APIResponse(
            responseCode = "404",
            description =
                    "Aucun appel transféré à cet instant, ou plusieurs, ou un autre l’a noté : cela n’est pas dit (document de problème)")
    @APIResponse(
            responseCode = "409",
            description = "Le territoire ne le permet pas, ou trop de demandes en une heure (document de problème)")
    public TransferDesk.Transfer note(@Nullable ToNote given) {
        ToNote asked = given == null ? new ToNote(null, null, null) : given;
        return desk.note(said(asked.territory()), said(asked.file()), said(asked.at()));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    @GET
    @Operation(
            summary = "Les appels dont on a noté le numéro de dossier, et leur issue",
            description = "Les siens seulement, le plus récent d’abord, 100 au plus, tant que le numéro est gardé.")
    public List<TransferDesk.Transfer> mine(@RestQuery @DefaultValue("") String territory) {
        return desk.mine(territory);
    }

    @DELETE
    @Path("{call}")
    @Operation(summary = "Effacer le numéro de dossier que l’on a noté")
    @APIResponse(responseCode = "204", description = "Effacé")
    @APIResponse(responseCode = "404", description = "Aucun de ce demandeur (document de problème)")
    public void forget(@PathParam("call") String call) {
        desk.forget(call);
    }
}
