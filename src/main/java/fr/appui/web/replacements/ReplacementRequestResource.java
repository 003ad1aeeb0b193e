package fr.appui.web.replacements;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.DutyRung;
import fr.appui.planning.life.ReplacementAnswer;
import fr.appui.planning.life.ReplacementRequest;
import fr.appui.planning.life.ReplacementRequestDesk;
import fr.appui.web.Paging;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A duty that its physician cannot hold any more, and the colleagues who are asked for it. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "planning")
public class ReplacementRequestResource {

    private static final String UNFORESEEN = "empêchement";

    private final Known known;
    private final Author author;
    private final Answers answers;
    private final ReplacementRequestDesk desk;
    private final Visitor visitor;

    ReplacementRequestResource(
            Known known, Author author, Answers answers, ReplacementRequestDesk desk, Visitor visitor) {
        this.known = known;
        this.author = author;
        this.answers = answers;
        this.desk = desk;
        this.visitor = visitor;
    }

    /** @param rung the one that the giver holds where not said, the first where they hold both */
    public record DutyToGive(
            @Nullable String territory,
            @Nullable String date,
            @Nullable DutyRung rung,
            @Nullable String reason) {}

    /** @param open whether an answer still changes anything @param asked in the order of asking */
    public record Line(
            UUID id,
            String territory,
            LocalDate date,
            DutyRung rung,
            Answers.Person giver,
            ReplacementRequest.Status status,
            String statusLabel,
            boolean open,
            String reason,
            Instant askedAt,
            List<Asked> asked) {}

    public record Asked(Answers.Person physician, ReplacementRequest.Answer answer) {}

    @GET
    @Path("/territories/{code}/replacement-requests")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(
            summary = "Les astreintes que leur médecin ne peut plus assurer et les réponses, la plus récente d’abord")
    public Paging.Page<Line> all(
            @RestPath String code, @RestQuery Optional<String> page, @RestQuery Optional<String> size) {
        TerritoryCode territory = known.territory(code);
        Paging paging = Paging.asked(page, size);
        return page(desk.page(territory, paging.page(), paging.size()), paging, desk.total(territory));
    }

    @GET
    @Path("/physicians/{id}/replacement-requests")
    @RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
    @Operation(summary = "Les demandes qu’un médecin a faites ou reçues, la plus récente d’abord")
    public Paging.Page<Line> own(
            @RestPath String id, @RestQuery Optional<String> page, @RestQuery Optional<String> size) {
        PhysicianId physician = known.physicianAt(id);
        Paging paging = Paging.asked(page, size);
        Reach within = visitor.reachFor(physician);
        return page(desk.page(physician, within, paging.page(), paging.size()), paging, desk.total(physician, within));
    }

    @POST
    @Path("/physicians/{id}/replacement-requests")
    @RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
    @Operation(
            summary = "« Je ne peux plus assurer » : sollicite les médecins qui le peuvent et prévient la coordination",
            description = "L’astreinte reste à ce médecin tant que personne n’a accepté. Demander deux fois ne fait"
                    + " qu’une demande.")
    public Line ask(@RestPath String id, @Nullable DutyToGive duty) {
        DutyToGive asked = Known.given(duty);
        PhysicianId giver = known.physicianAt(id);
        TerritoryCode territory = known.territory(Known.required("territory", asked.territory()));
        visitor.require(Act.ACT_FOR_PHYSICIAN, new Thing.PhysicianAt(giver, territory));
        LocalDate date = known.date("date", asked.date());
        var act = author.act(asked.reason(), UNFORESEEN);
        return line(
                asked.rung() == null
                        ? desk.ask(territory, date, giver, act)
                        : desk.ask(territory, date, asked.rung(), giver, act));
    }

    @POST
    @Path("/physicians/{id}/replacement-requests/{request}/acceptance")
    @RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
    @Operation(
            summary = "Prend l’astreinte d’un collègue ; les règles sont contrôlées de nouveau, l’effet est immédiat")
    @APIResponse(responseCode = "200", description = "La demande, telle qu’elle est désormais")
    @APIResponse(responseCode = "409", description = "Une règle s’y oppose désormais")
    public Line accept(@RestPath String id, @RestPath String request) {
        PhysicianId physician = known.physicianAt(id);
        return line(desk.accept(inSight(request, physician), physician, author.act(null, "remplacement accepté")));
    }

    @POST
    @Path("/physicians/{id}/replacement-requests/{request}/refusal")
    @RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
    @Operation(summary = "Répond ne pas pouvoir prendre l’astreinte ; le planning ne change pas")
    public Line decline(@RestPath String id, @RestPath String request) {
        PhysicianId physician = known.physicianAt(id);
        return line(desk.decline(inSight(request, physician), physician, author.act(null, "ne peut pas")));
    }

    @POST
    @Path("/physicians/{id}/replacement-requests/{request}/withdrawal")
    @RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
    @Operation(summary = "Assure finalement l’astreinte, tant que personne ne l’a prise ; le planning ne change pas")
    public Line withdraw(@RestPath String id, @RestPath String request) {
        PhysicianId physician = known.physicianAt(id);
        return line(desk.withdraw(inSight(request, physician), physician, author.act(null, "assure finalement")));
    }

    private UUID inSight(String request, PhysicianId physician) {
        return known.inSight(
                request,
                physician,
                id -> desk.request(id).map(ReplacementRequest::territory),
                ReplacementAnswer.NotTheirs.WHY);
    }

    private Paging.Page<Line> page(List<ReplacementRequest> requests, Paging paging, long total) {
        return paging.of(requests.stream().map(this::line).toList(), total);
    }

    private Line line(ReplacementAnswer answer) {
        return switch (answer) {
            case ReplacementAnswer.Done done -> line(done.request());
            case ReplacementAnswer.Refused refused -> throw Answers.refused(refused.breach());
            case ReplacementAnswer.NotTheirs none -> throw Problem.notFound(ReplacementAnswer.NotTheirs.WHY);
            case ReplacementAnswer.Senseless senseless -> throw Problem.badRequest(senseless.field(), senseless.why());
        };
    }

    private Line line(ReplacementRequest request) {
        return new Line(
                request.id(),
                request.territory().value(),
                request.date(),
                request.rung(),
                answers.person(request.giver()),
                request.status(),
                request.status().label(),
                desk.isOpen(request),
                request.act().reason(),
                request.act().at(),
                request.asked().entrySet().stream()
                        .map(one -> new Asked(answers.person(one.getKey()), one.getValue()))
                        .toList());
    }
}
