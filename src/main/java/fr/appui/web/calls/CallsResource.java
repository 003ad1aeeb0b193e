package fr.appui.web.calls;

import fr.appui.trace.CallArchive;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The calls that were traced: a page of them, or one with all that is known of it. */
@Path("/api/calls")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "calls", description = "Appels reçus, leur histoire et leurs durées")
public class CallsResource {

    private final SeenCalls calls;
    private final Storyteller storyteller;
    private final Visitor visitor;

    CallsResource(SeenCalls calls, Storyteller storyteller, Visitor visitor) {
        this.calls = calls;
        this.storyteller = storyteller;
        this.visitor = visitor;
    }

    @GET
    @RunOnVirtualThread
    @Operation(summary = "Appels des territoires que l’on coordonne, du plus récent au plus ancien")
    @APIResponse(responseCode = "200", description = "Une page d’appels")
    @APIResponse(responseCode = "400", description = "Un paramètre n’est pas lisible (document de problème)")
    public CallPage list(
            @Parameter(description = "Arrivés à partir de cet instant (ISO-8601 avec décalage) ou de ce jour")
                    @RestQuery
                    Optional<String> from,
            @Parameter(description = "Arrivés avant cet instant ou ce jour, exclu") @RestQuery Optional<String> to,
            @Parameter(description = "Code de territoire, par exemple HDF-OISE") @RestQuery Optional<String> territory,
            @Parameter(description = "Fin de l’appel : ANSWERED, NOT_REACHED…") @RestQuery Optional<String> ending,
            @Parameter(description = "Fiche de l’appel : AWAITED (attendue) ou VALIDATED (validée)") @RestQuery
                    Optional<String> outcome,
            @Parameter(description = "Première page : 0") @RestQuery Optional<String> page,
            @Parameter(description = "Appels par page, de 1 à 200 ; 50 par défaut") @RestQuery Optional<String> size) {
        var asked = new AskedCalls(from, to, territory, ending, outcome, page, size).search(visitor, storyteller::zone);
        CallArchive.Page found = calls.search(asked);
        return new CallPage(
                found.items().stream()
                        .map(call -> CallLine.of(call, storyteller.zone(call.territory())))
                        .toList(),
                asked.page(),
                asked.size(),
                found.total());
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(summary = "Un appel : événements, histoire, tentatives, durées")
    @APIResponse(responseCode = "200", description = "L’appel")
    @APIResponse(responseCode = "404", description = "Aucun appel n’a cet identifiant (document de problème)")
    public CallDetail one(@RestPath String id) {
        var unknown = Problem.notFound("Aucun appel n’a l’identifiant « " + id + " ».");
        return CallDetail.of(calls.coordinated(id, unknown), storyteller);
    }
}
