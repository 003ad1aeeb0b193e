package fr.appui.web.duties;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.feed.CalendarFile;
import fr.appui.planning.life.FeedDesk;
import fr.appui.planning.life.FeedTokens.Owner;
import fr.appui.web.Problem;
import fr.appui.web.request.Author;
import fr.appui.web.request.Known;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Calendars to subscribe to. The secret in the address is the only key: a phone's calendar signs in nowhere. */
@Path("/api")
@Tag(name = "planning")
public class FeedResource {

    private final Known known;
    private final Author author;
    private final FeedDesk feeds;

    FeedResource(Known known, Author author, FeedDesk feeds) {
        this.known = known;
        this.author = author;
        this.feeds = feeds;
    }

    /** @param path to subscribe to, the secret in it; shown this once */
    public record Subscription(String path) {}

    @GET
    @Path("/physicians/{id}/duties.ics")
    @Produces(CalendarFile.MEDIA_TYPE)
    @PermitAll
    @Operation(summary = "Les astreintes d’un médecin (iCalendar), par un jeton secret")
    @APIResponse(responseCode = "200", description = "L’agenda, en text/calendar")
    @APIResponse(responseCode = "404", description = "Jeton faux ou révoqué")
    public String ofPhysician(@RestPath String id, @RestQuery Optional<String> token) {
        // whether a physician exists is not told to who has no secret
        return PhysicianId.tryParse(id)
                .flatMap(physician -> feeds.ofPhysician(physician, token.orElse("")))
                .orElseThrow(FeedResource::closed);
    }

    @GET
    @Path("/territories/{code}/duties.ics")
    @Produces(CalendarFile.MEDIA_TYPE)
    @PermitAll
    @Operation(summary = "Les astreintes d’un territoire (iCalendar), par un jeton secret")
    @APIResponse(responseCode = "200", description = "L’agenda, en text/calendar")
    @APIResponse(responseCode = "404", description = "Jeton faux ou révoqué")
    public String ofTerritory(@RestPath String code, @RestQuery Optional<String> token) {
        return feeds.ofTerritory(known.territory(code), token.orElse("")).orElseThrow(FeedResource::closed);
    }

    @POST
    @Path("/physicians/{id}/calendar-token")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
    @Operation(summary = "Crée l’abonnement d’un médecin, ou le remplace : l’adresse d’avant ne répond plus")
    public Subscription issueToPhysician(@RestPath String id) {
        PhysicianId physician = known.physicianAt(id);
        String secret = feeds.issue(new Owner.OfPhysician(physician), author.act(null, "abonnement"));
        return new Subscription("/api/physicians/" + physician + "/duties.ics?token=" + secret);
    }

    @DELETE
    @Path("/physicians/{id}/calendar-token")
    @RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
    @Operation(summary = "Révoque l’abonnement d’un médecin")
    public void revokeFromPhysician(@RestPath String id) {
        revoke(new Owner.OfPhysician(known.physicianAt(id)));
    }

    @POST
    @Path("/territories/{code}/calendar-token")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(summary = "Crée l’abonnement d’un territoire, ou le remplace : l’adresse d’avant ne répond plus")
    public Subscription issueToTerritory(@RestPath String code) {
        TerritoryCode territory = known.territory(code);
        String secret = feeds.issue(new Owner.OfTerritory(territory), author.act(null, "abonnement"));
        return new Subscription("/api/territories/" + territory + "/duties.ics?token=" + secret);
    }

    @DELETE
    @Path("/territories/{code}/calendar-token")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(summary = "Révoque l’abonnement d’un territoire")
    public void revokeFromTerritory(@RestPath String code) {
        revoke(new Owner.OfTerritory(known.territory(code)));
    }

    private void revoke(Owner owner) {
        if (!feeds.revoke(owner, author.act(null, "révocation"))) {
            throw Problem.notFound("Aucun abonnement n’est en cours.");
        }
    }

    private static Problem.Refused closed() {
        return Problem.notFound(
                "Cette adresse d’abonnement n’est pas ou plus valable ; en demander une autre à la coordination.");
    }
}
