package fr.appui.web.swaps;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.SwapAnswer;
import fr.appui.planning.life.SwapDesk;
import fr.appui.planning.life.SwapOffer;
import fr.appui.rota.Substitution;
import fr.appui.web.Paging;
import fr.appui.web.request.Author;
import fr.appui.web.request.Known;
import fr.appui.web.rotas.Answers;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Swaps of a territory. A physician answers under their own address; the coordinator may do it on their behalf. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "planning")
public class SwapResource {

    private final Known known;
    private final Author author;
    private final Answers answers;
    private final SwapDesk desk;
    private final Visitor visitor;

    SwapResource(Known known, Author author, Answers answers, SwapDesk desk, Visitor visitor) {
        this.known = known;
        this.author = author;
        this.answers = answers;
        this.desk = desk;
        this.visitor = visitor;
    }

    /** @param given dates left to the other @param taken dates taken in return @param from a moment within the date given */
    public record Offer(
            @Nullable String territory,
            @Nullable String proposer,
            @Nullable String other,
            @Nullable List<String> given,
            @Nullable List<String> taken,
            @Nullable String from,
            @Nullable String reason) {}

    public record Reply(@Nullable String reason) {}

    @GET
    @Path("/territories/{code}/swaps")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(summary = "Les échanges d’un territoire, le plus récent d’abord")
    public Paging.Page<SwapLine> swaps(
            @RestPath String code, @RestQuery Optional<String> page, @RestQuery Optional<String> size) {
        TerritoryCode territory = known.territory(code);
        Paging paging = Paging.asked(page, size);
        return page(desk.page(territory, paging.page(), paging.size()), paging, desk.total(territory));
    }

    @GET
    @Path("/physicians/{id}/swaps")
    @RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
    @Operation(summary = "Les échanges qu’un médecin a proposés ou reçus, le plus récent d’abord")
    public Paging.Page<SwapLine> own(
            @RestPath String id, @RestQuery Optional<String> page, @RestQuery Optional<String> size) {
        PhysicianId physician = known.physicianAt(id);
        Paging paging = Paging.asked(page, size);
        Reach within = visitor.reachFor(physician);
        return page(desk.page(physician, within, paging.page(), paging.size()), paging, desk.total(physician, within));
    }

    @POST
    @Path("/territories/{code}/swaps")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(
            summary =
                    "Propose un échange au nom d’un médecin ; toutes les règles sont contrôlées avant que l’autre soit"
                            + " sollicité")
    @APIResponse(responseCode = "200", description = "L’échange proposé")
    @APIResponse(responseCode = "409", description = "Une règle s’y oppose : personne n’est sollicité")
    public SwapLine propose(@RestPath String code, @Nullable Offer offer) {
        Offer asked = Known.given(offer);
        TerritoryCode territory = known.territory(code);
        return propose(territory, known.physician("proposer", asked.proposer(), territory), asked);
    }

    @POST
    @Path("/physicians/{id}/swaps")
    @RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
    @Operation(summary = "Propose un échange d’une de ses astreintes")
    public SwapLine proposeOwn(@RestPath String id, @Nullable Offer offer) {
        Offer asked = Known.given(offer);
        PhysicianId proposer = known.physicianAt(id);
        TerritoryCode territory = known.territory(Known.required("territory", asked.territory()));
        visitor.require(Act.ACT_FOR_PHYSICIAN, new Thing.PhysicianAt(proposer, territory));
        return propose(territory, proposer, asked);
    }

    @POST
    @Path("/physicians/{id}/swaps/{swap}/acceptance")
    @RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
    @Operation(summary = "Accepte un échange reçu ; il prend effet aussitôt")
    @APIResponse(responseCode = "200", description = "L’échange, tel qu’il est désormais")
    @APIResponse(responseCode = "409", description = "Une règle s’y oppose désormais")
    public SwapLine accept(@RestPath String id, @RestPath String swap, @Nullable Reply reply) {
        return answered(id, swap, reply, "échange accepté", desk::accept);
    }

    @POST
    @Path("/physicians/{id}/swaps/{swap}/refusal")
    @RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
    @Operation(summary = "Refuse un échange reçu ; le planning ne change pas")
    public SwapLine decline(@RestPath String id, @RestPath String swap, @Nullable Reply reply) {
        return answered(id, swap, reply, "échange refusé", desk::decline);
    }

    @POST
    @Path("/physicians/{id}/swaps/{swap}/withdrawal")
    @RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
    @Operation(summary = "Retire un échange proposé, tant que personne n’a répondu ; le planning ne change pas")
    public SwapLine withdraw(@RestPath String id, @RestPath String swap, @Nullable Reply reply) {
        return answered(id, swap, reply, "échange retiré", desk::withdraw);
    }

    private Paging.Page<SwapLine> page(List<SwapOffer> offers, Paging paging, long total) {
        List<SwapLine> items = offers.stream()
                .map(offer -> SwapLine.of(offer, List.of(), answers))
                .toList();
        return paging.of(items, total);
    }

    private SwapLine propose(TerritoryCode territory, PhysicianId proposer, Offer offer) {
        var terms = new SwapOffer.Terms(
                proposer,
                known.physician("other", offer.other(), territory),
                dates("given", offer.given()),
                dates("taken", offer.taken()),
                Optional.ofNullable(offer.from()).map(from -> Known.moment("from", from)));
        return SwapLine.of(desk.propose(territory, terms, author.act(offer.reason())), answers);
    }

    private interface Answered {
        SwapAnswer of(UUID swap, PhysicianId physician, Substitution.Act act);
    }

    private SwapLine answered(String id, String swap, @Nullable Reply reply, String otherwise, Answered answered) {
        PhysicianId physician = known.physicianAt(id);
        UUID seen = known.inSight(
                swap, physician, offer -> desk.offer(offer).map(SwapOffer::territory), SwapAnswer.NotTheirs.WHY);
        var act = author.act(reply == null ? null : reply.reason(), otherwise);
        return SwapLine.of(answered.of(seen, physician, act), answers);
    }

    private SortedSet<LocalDate> dates(String field, @Nullable List<String> written) {
        var dates = new TreeSet<LocalDate>();
        if (written != null) {
            written.forEach(date -> dates.add(known.date(field, date)));
        }
        return dates;
    }
}
