package fr.appui.web.wishes;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.WishCampaign;
import fr.appui.planning.life.WishCampaignDesk;
import fr.appui.web.Problem;
import fr.appui.web.request.Author;
import fr.appui.web.request.Known;
import fr.appui.web.rotas.Answers;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A territory asks its physicians for their wishes for a quarter. */
@Path("/api/territories/{code}/wish-campaigns/{quarter}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "planning")
public class WishCampaignResource {

    private final Known known;
    private final Author author;
    private final Answers answers;
    private final WishCampaignDesk desk;
    private final Visitor visitor;

    WishCampaignResource(Known known, Author author, Answers answers, WishCampaignDesk desk, Visitor visitor) {
        this.known = known;
        this.author = author;
        this.answers = answers;
        this.desk = desk;
        this.visitor = visitor;
    }

    public record Deadline(@Nullable String deadline) {}

    /** @param answer absent as long as there is none */
    public record Asked(Answers.Person physician, Optional<WishCampaign.Kind> answer, Optional<Instant> answeredAt) {}

    public record Campaign(
            String territory,
            String quarter,
            LocalDate deadline,
            Instant openedAt,
            Optional<Instant> remindedAt,
            int answered,
            List<Asked> asked) {}

    @GET
    @Operation(summary = "Le recueil des souhaits d’un trimestre : échéance, et qui a répondu")
    public Campaign campaign(@RestPath String code, @RestPath String quarter) {
        Quarter asked = known.quarter(quarter);
        return desk.view(known.territory(code), asked)
                .map(this::campaign)
                .orElseThrow(() -> Problem.notFound("Aucun recueil n’est ouvert pour le " + asked.label() + "."));
    }

    @PUT
    @Operation(summary = "Ouvre le recueil et écrit à chaque médecin ; s’il est ouvert, change son échéance")
    public Campaign open(@RestPath String code, @RestPath String quarter, @Nullable Deadline body) {
        return campaign(desk.open(
                known.territory(code),
                known.quarter(quarter),
                known.date("deadline", Known.given(body).deadline()),
                author.act(null, "recueil des souhaits")));
    }

    @POST
    @Path("reminder")
    @Operation(summary = "Écrit à qui n’a pas répondu ; une fois en douze heures")
    @APIResponse(responseCode = "200", description = "Le recueil, avec qui n’a pas répondu")
    @APIResponse(responseCode = "400", description = "Tous ont répondu, ou une relance vient de partir")
    public Campaign remind(@RestPath String code, @RestPath String quarter) {
        return campaign(desk.remind(known.territory(code), known.quarter(quarter), author.act(null, "relance")));
    }

    @POST
    @Path("answers/{physician}")
    @RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
    @Operation(summary = "« Rien à dire » : le médecin n’a rien à demander ; qui a donné des souhaits a déjà répondu")
    public Asked answer(@RestPath String code, @RestPath String quarter, @RestPath String physician) {
        TerritoryCode territory = known.territory(code);
        PhysicianId id = known.physicianAt(physician);
        visitor.require(Act.ACT_FOR_PHYSICIAN, new Thing.PhysicianAt(id, territory));
        return campaign(desk.answer(territory, known.quarter(quarter), id, author.act(null, "rien à dire")))
                .asked()
                .stream()
                .filter(one -> one.physician().id().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private Campaign campaign(WishCampaignDesk.Outcome outcome) {
        return switch (outcome) {
            case WishCampaignDesk.Outcome.Done done -> campaign(done.view());
            case WishCampaignDesk.Outcome.Senseless senseless ->
                throw Problem.badRequest(senseless.field(), senseless.why());
        };
    }

    private Campaign campaign(WishCampaignDesk.View view) {
        WishCampaign campaign = view.campaign();
        return new Campaign(
                campaign.territory().value(),
                campaign.quarter().toString(),
                campaign.deadline(),
                campaign.opened().at(),
                campaign.remindedAt(),
                view.answered(),
                view.asked().stream()
                        .map(one -> new Asked(
                                answers.person(one.physician().id()),
                                one.answer().map(WishCampaign.Answer::kind),
                                one.answer().map(WishCampaign.Answer::at)))
                        .toList());
    }
}
