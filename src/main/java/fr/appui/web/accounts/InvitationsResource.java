package fr.appui.web.accounts;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.web.OwnAddress;
import fr.appui.web.Problem;
import fr.appui.web.signin.InvitationDesk;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Accounts of a territory's physicians, by a link that each is sent. The link itself is told to nobody but by its mail. */
@Path("/api/territories/{code}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "directory")
@Blocking
public class InvitationsResource {

    private final InvitationDesk desk;
    private final Directory directory;
    private final OwnAddress address;
    private final Visitor visitor;

    InvitationsResource(InvitationDesk desk, Directory directory, OwnAddress address, Visitor visitor) {
        this.desk = desk;
        this.directory = directory;
        this.address = address;
        this.visitor = visitor;
    }

    /** Named as programs know it. */
    @Schema(name = "Chosen1")
    public record Chosen(@Nullable List<String> physicians) {}

    /** @param login empty as long as there is no account @param invitedAt absent where no link was sent */
    public record Invitation(
            String physician,
            String name,
            InvitationDesk.State state,
            String stateLabel,
            String login,
            Optional<Instant> invitedAt) {}

    /** @param written those to whom a link leaves; the others have their account */
    public record Invited(List<String> written, List<Invitation> items) {}

    @GET
    @Operation(summary = "Les médecins d’un territoire, leur compte et leur invitation")
    public List<Invitation> all(@RestPath String code) {
        return all(territory(code));
    }

    @POST
    @Operation(
            summary = "Crée les comptes de ces médecins et écrit à chacun un lien, qui sert une fois, sept jours",
            description = "Qui est déjà entré n’est pas écrit ; qui ne l’est pas reçoit un nouveau lien.")
    @APIResponse(responseCode = "200", description = "À qui un lien est parti, et tous les médecins")
    @APIResponse(responseCode = "400", description = "Aucun médecin, ou un qui n’exerce pas sur ce territoire")
    public Invited invite(@RestPath String code, @Nullable Chosen body, @Context UriInfo here) {
        Territory territory = territory(code);
        List<Physician> invited = desk.invite(
                territory,
                chosen(territory, body),
                address.base(here).toString(),
                visitor.signedIn().login());
        return new Invited(invited.stream().map(one -> one.id().toString()).toList(), all(territory));
    }

    @DELETE
    @Path("{physician}")
    @Operation(summary = "Le lien envoyé à ce médecin ne sert plus ; son compte reste et peut être invité de nouveau")
    @APIResponse(responseCode = "204", description = "Le lien ne sert plus")
    @APIResponse(responseCode = "404", description = "Aucun lien en attente pour ce médecin sur ce territoire")
    public void withdraw(@RestPath String code, @RestPath String physician) {
        Territory territory = territory(code);
        Physician invited = desk.physicians(territory).stream()
                .filter(one -> one.id().toString().equals(physician))
                .findFirst()
                .orElseThrow(InvitationsResource::noLink);
        if (desk.withdraw(invited, visitor.signedIn().login()) == InvitationDesk.Withdrawal.NO_LINK) {
            throw noLink();
        }
    }

    private List<Physician> chosen(Territory territory, @Nullable Chosen body) {
        List<String> ids = Optional.ofNullable(body).map(Chosen::physicians).orElse(List.of());
        if (ids.isEmpty()) {
            throw Problem.badRequest("physicians", "au moins un médecin est attendu, par son identifiant");
        }
        List<Physician> known = desk.physicians(territory);
        var chosen = new ArrayList<Physician>();
        for (String id : ids) {
            chosen.add(known.stream()
                    .filter(one -> one.id().toString().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Problem.badRequest(
                            "physicians", "« " + id + " » n’exerce pas sur ce territoire ; voir l’annuaire")));
        }
        return chosen.stream().distinct().toList();
    }

    private List<Invitation> all(Territory territory) {
        return desk.standing(desk.physicians(territory)).stream()
                .map(one -> new Invitation(
                        one.physician().id().toString(),
                        one.physician().name().titled(),
                        one.state(),
                        one.state().label(),
                        one.login(),
                        one.invitedAt()))
                .toList();
    }

    private Territory territory(String code) {
        visitor.require(Act.ADMINISTER, new Thing.Installation());
        return directory
                .territory(new TerritoryCode(code))
                .orElseThrow(() -> Problem.notFound("Le territoire « " + code + " » n’existe pas."));
    }

    private static Problem.Refused noLink() {
        return Problem.notFound("Aucun lien n’attend ce médecin sur ce territoire.");
    }
}
