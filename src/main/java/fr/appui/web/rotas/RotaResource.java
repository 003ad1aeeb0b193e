package fr.appui.web.rotas;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Fairness;
import fr.appui.planning.Tally;
import fr.appui.planning.life.DraftDesk;
import fr.appui.planning.life.Edit;
import fr.appui.planning.life.OverrideDesk;
import fr.appui.planning.life.Placing;
import fr.appui.planning.life.PlacingDesk;
import fr.appui.planning.life.PublicationDesk;
import fr.appui.planning.life.Publishing;
import fr.appui.planning.life.RotaReader;
import fr.appui.planning.life.RotaView;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.Problem;
import fr.appui.web.Revision;
import fr.appui.web.request.Author;
import fr.appui.web.request.Known;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "planning", description = "Plannings : brouillon, contrôle, publication, actes")
public class RotaResource {

    private final Known known;
    private final Author author;
    private final Answers answers;
    private final RotaReader reader;
    private final DraftDesk drafts;
    private final PublicationDesk publications;
    private final PlacingDesk placings;
    private final OverrideDesk overrides;

    RotaResource(
            Known known,
            Author author,
            Answers answers,
            RotaReader reader,
            DraftDesk drafts,
            PublicationDesk publications,
            PlacingDesk placings,
            OverrideDesk overrides) {
        this.known = known;
        this.author = author;
        this.answers = answers;
        this.reader = reader;
        this.drafts = drafts;
        this.publications = publications;
        this.placings = placings;
        this.overrides = overrides;
    }

    /**
     * @param physician absent: the date is left to nobody
     * @param from a moment within a published duty, for who takes over
     * @param derogation the quota may be exceeded, for the reason given
     */
    public record DutyBody(
            @Nullable String physician,
            @Nullable DutyRung rung,
            @Nullable String from,
            @Nullable String reason,
            @Nullable Boolean derogation) {}

    /** @param derogation the quota may be exceeded, for the reason given */
    public record Reason(
            @Nullable String reason,
            @Nullable DutyRung rung,
            @Nullable Boolean derogation) {}

    /** @param acceptGaps publish although dates have nobody: they stay visible and alerted */
    public record Publication(
            @Nullable String reason, @Nullable Boolean acceptGaps) {}

    public record Published(int version, List<Answers.Changed> changes) {}

    /** @param withMemory the same with the previous four quarters @param room days they may still receive */
    public record Share(Answers.Person physician, Tally now, Tally withMemory, int backUpDays, int room) {}

    public record Shares(List<Share> items) {}

    public record Differences(List<Answers.Changed> items) {}

    @GET
    @Path("/territories/{code}/rotas/{quarter}")
    @Operation(summary = "Où en est le planning d’un trimestre : astreintes, règles enfreintes, version en vigueur")
    @APIResponse(
            responseCode = "200",
            description = "Le brouillon s’il y en a un, sinon ce qui est tenu ; ETag dit ce qui a été lu")
    public RestResponse<Answers.Rota> rota(@RestPath String code, @RestPath String quarter) {
        return tagged(view(known.territory(code), known.quarter(quarter)));
    }

    @PUT
    @Path("/territories/{code}/rotas/{quarter}/duties/{date}")
    @Operation(
            summary = "Place un médecin à une date, contrôlé par toutes les règles ; If-Match donne ce qui a été lu",
            description = "Dans le brouillon s’il y en a un ou si rien n’est publié ; sinon acte tracé sur l’astreinte"
                    + " publiée, avec sa raison.")
    @APIResponse(responseCode = "200", description = "Le planning après la modification")
    @APIResponse(responseCode = "409", description = "Refusé par une règle, que le type du problème nomme")
    @APIResponse(responseCode = "412", description = "Quelqu’un a changé cette date depuis la lecture")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public RestResponse<Answers.Rota> place(
            @RestPath String code,
            @RestPath String quarter,
            @RestPath String date,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String read,
            @Nullable DutyBody body) {
        OptionalLong seen = OptionalLong.of(Revision.of(read));
        TerritoryCode territory = known.territory(code);
        Quarter asked = known.quarter(quarter);
        DutyBody wanted = body == null ? new DutyBody(null, null, null, null, null) : body;
        Placing placing = placing(territory, known.date(date, asked), wanted).by(seen);
        Optional<Instant> from = Optional.ofNullable(wanted.from()).map(moment -> Known.moment("from", moment));
        view(territory, asked);
        return tagged(Answers.done(placings.place(territory, asked, placing, from, author.by(wanted.reason()))));
    }

    @POST
    @Path("/territories/{code}/rotas/{quarter}/duties/{date}/undo")
    @Operation(summary = "Rend une astreinte publiée à qui la tenait avant le dernier acte")
    @APIResponse(responseCode = "200", description = "Le planning après l’annulation")
    @APIResponse(responseCode = "409", description = "Refusé par une règle ; derogation passe outre le quota")
    @APIResponse(responseCode = "412", description = "Quelqu’un a changé cette date depuis la lecture")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public RestResponse<Answers.Rota> undo(
            @RestPath String code,
            @RestPath String quarter,
            @RestPath String date,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String read,
            @Nullable Reason body) {
        OptionalLong seen = OptionalLong.of(Revision.of(read));
        Quarter asked = known.quarter(quarter);
        LocalDate day = known.date(date, asked);
        Reason why = body == null ? new Reason(null, null, null) : body;
        boolean derogation = Boolean.TRUE.equals(why.derogation());
        Edit undoing = Edit.undoing(day, rung(why.rung()), derogation, seen);
        return tagged(Answers.done(overrides.undo(known.territory(code), undoing, author.act(why.reason()))));
    }

    @POST
    @Path("/territories/{code}/rotas/{quarter}/draft")
    @Operation(summary = "Ouvre un brouillon à partir de ce qui est tenu")
    public Answers.Rota open(@RestPath String code, @RestPath String quarter) {
        TerritoryCode territory = known.territory(code);
        Quarter asked = known.quarter(quarter);
        view(territory, asked);
        drafts.open(territory, asked, author.act(null, "ouverture d’un brouillon"));
        return answers.rota(view(territory, asked));
    }

    @POST
    @Path("/territories/{code}/rotas/{quarter}/draft/rebase")
    @Operation(
            summary = "Reprend dans le brouillon ce qui a changé depuis qu’il a été fait",
            description =
                    "Échanges, remplacements et versions survenus depuis, là où le brouillon n’en décide pas autrement.")
    public Answers.Rota rebase(@RestPath String code, @RestPath String quarter, @Nullable Reason body) {
        TerritoryCode territory = known.territory(code);
        Quarter asked = known.quarter(quarter);
        String reason = body == null ? null : body.reason();
        if (drafts.rebase(territory, asked, author.act(reason, "reprise de ce qui a changé"))
                .isEmpty()) {
            throw Problem.notFound("Il n’y a pas de brouillon au " + asked.label() + ".");
        }
        return answers.rota(view(territory, asked));
    }

    @DELETE
    @Path("/territories/{code}/rotas/{quarter}/draft")
    @Operation(summary = "Abandonne le brouillon ; ce qui est publié reste")
    public Answers.Rota discard(@RestPath String code, @RestPath String quarter, @RestQuery @Nullable String reason) {
        TerritoryCode territory = known.territory(code);
        Quarter asked = known.quarter(quarter);
        if (!drafts.discard(territory, asked, author.act(reason, "abandon du brouillon"))) {
            throw Problem.notFound("Il n’y a pas de brouillon au " + asked.label() + ".");
        }
        return answers.rota(view(territory, asked));
    }

    @GET
    @Path("/territories/{code}/rotas/{quarter}/difference")
    @Operation(
            summary = "Ce que le brouillon changerait, date par date",
            description = "Ou, avec from et to, ce qui change d’une version publiée à l’autre.")
    public Differences difference(
            @RestPath String code,
            @RestPath String quarter,
            @RestQuery Optional<Integer> from,
            @RestQuery Optional<Integer> to) {
        TerritoryCode territory = known.territory(code);
        Quarter asked = known.quarter(quarter);
        if (from.isPresent() && to.isPresent()) {
            return new Differences(answers.changes(publications.between(territory, asked, from.get(), to.get())));
        }
        return new Differences(publications
                .difference(territory, asked)
                .map(answers::changes)
                .orElseThrow(() -> Problem.notFound("Il n’y a pas de brouillon au " + asked.label() + ".")));
    }

    @POST
    @Path("/territories/{code}/rotas/{quarter}/publish")
    @Operation(summary = "Publie le brouillon : version en vigueur, appels et agendas à jour, médecins avertis")
    @APIResponse(responseCode = "200", description = "La version publiée et ce qui change")
    @APIResponse(responseCode = "409", description = "Une règle est enfreinte, ou quelqu’un a publié entre-temps")
    public Published publish(@RestPath String code, @RestPath String quarter, @Nullable Publication body) {
        Quarter asked = known.quarter(quarter);
        Publication wanted = body == null ? new Publication(null, null) : body;
        boolean gaps = Boolean.TRUE.equals(wanted.acceptGaps());
        Act act = gaps ? author.act(wanted.reason()) : author.act(wanted.reason(), "publication");
        return switch (publications.publish(known.territory(code), asked, gaps, act)) {
            case Publishing.Published published ->
                new Published(published.version(), answers.changes(published.difference()));
            case Publishing.Refused refused -> throw Answers.refused(refused.breach());
            case Publishing.NoDraft none ->
                throw Problem.notFound("Il n’y a pas de brouillon à publier au " + asked.label() + ".");
            case Publishing.NoHours none -> throw noHours(asked);
            case Publishing.OutOfDate outOfDate ->
                throw Problem.conflict(
                        "VERSION",
                        "La version " + outOfDate.versionInForce()
                                + " vient d’être publiée ; relire la différence et publier de nouveau.");
            case Publishing.Outrun outrun ->
                throw Problem.conflict(
                        "REBASE",
                        "Depuis que ce brouillon a été fait : "
                                + String.join(" ; ", outrun.rebase().sentences())
                                + ". Reprendre ces changements (draft/rebase), relire la différence, puis publier.");
            case Publishing.Changed changed ->
                throw Problem.changedMeanwhile(
                        "Le brouillon vient d’être modifié : relire la différence et publier de nouveau.");
            case Publishing.RewritesThePast past ->
                throw Problem.conflict(
                        "PAST", "Des astreintes commencées ou passées changeraient : " + past.sentence() + ".");
        };
    }

    @GET
    @Path("/territories/{code}/rotas/{quarter}/fairness")
    @Operation(summary = "Comment se répartissent astreintes, week-ends et jours fériés, trimestres précédents compris")
    public Shares fairness(@RestPath String code, @RestPath String quarter) {
        Quarter asked = known.quarter(quarter);
        return reader.fairness(known.territory(code), asked)
                .map(RotaResource::shares)
                .orElseThrow(() -> noHours(asked));
    }

    private static Shares shares(Fairness fairness) {
        return new Shares(fairness.rows().stream()
                .map(row -> new Share(
                        new Answers.Person(row.physician().toString(), row.name()),
                        row.now(),
                        row.withMemory(),
                        row.backUpDays(),
                        row.room()))
                .toList());
    }

    private Placing placing(TerritoryCode territory, LocalDate date, DutyBody body) {
        Optional<PhysicianId> physician =
                Optional.ofNullable(body.physician()).map(id -> known.physician("physician", id, territory));
        return Placing.of(List.of(date), rung(body.rung()), physician, Boolean.TRUE.equals(body.derogation()));
    }

    private static DutyRung rung(@Nullable DutyRung asked) {
        return asked == null ? DutyRung.FIRST : asked;
    }

    private RestResponse<Answers.Rota> tagged(RotaView view) {
        return ResponseBuilder.ok(answers.rota(view))
                .tag(Revision.tag(view.stamp()))
                .build();
    }

    private RotaView view(TerritoryCode territory, Quarter quarter) {
        return reader.view(territory, quarter).orElseThrow(() -> noHours(quarter));
    }

    private static Problem.Refused noHours(Quarter quarter) {
        return Problem.notFound("Le territoire n’a aucune plage au " + quarter.label()
                + " : aucun périmètre agréé par l’ARS n’est alors en vigueur.");
    }
}
