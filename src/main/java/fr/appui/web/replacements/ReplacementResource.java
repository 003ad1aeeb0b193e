package fr.appui.web.replacements;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDate;
import fr.appui.planning.Alternative;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Infeasibility;
import fr.appui.planning.Repair;
import fr.appui.planning.Replacement;
import fr.appui.planning.life.ReplacementDesk;
import fr.appui.planning.life.Withdrawal;
import fr.appui.web.Problem;
import fr.appui.web.request.Author;
import fr.appui.web.request.Known;
import fr.appui.web.rotas.Answers;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "planning")
public class ReplacementResource {

    private static final int MOST_MOVES = 200;

    private final Known known;
    private final Author author;
    private final Answers answers;
    private final ReplacementDesk desk;

    ReplacementResource(Known known, Author author, Answers answers, ReplacementDesk desk) {
        this.known = known;
        this.author = author;
        this.answers = answers;
        this.desk = desk;
    }

    /** @param to last date of a range that begins at {@code from}; or give {@code dates} one by one */
    public record WithdrawalBody(
            @Nullable String physician,
            @Nullable String from,
            @Nullable String to,
            @Nullable List<String> dates) {}

    /** @param cost of the soft rules afterwards, to compare alternatives with one another */
    public record Proposal(int changes, long cost, List<MoveLine> moves, List<String> explanation) {}

    public record MoveLine(LocalDate date, DutyRung rung, Optional<Answers.Person> from, Optional<Answers.Person> to) {}

    /** @param proved whether no repair changes fewer duties @param reasons why there is none, when there is none */
    public record Proposals(List<Proposal> alternatives, boolean proved, List<String> reasons) {}

    public record MoveBody(
            @Nullable String date,
            @Nullable DutyRung rung,
            @Nullable String from,
            @Nullable String to) {}

    public record Chosen(
            @Nullable List<MoveBody> moves, @Nullable String reason) {}

    /** @param askable in the order to ask them */
    public record Candidates(LocalDate date, List<Askable> askable, List<Excluded> excluded) {}

    /** @param days held in the quarter @param room days they may still receive @param remarks to know before asking */
    public record Askable(Answers.Person physician, int days, int room, List<String> remarks) {}

    public record Excluded(Answers.Person physician, List<String> reasons) {}

    @POST
    @Path("/territories/{code}/replacements")
    @Operation(
            summary = "Un médecin se retire de dates : jusqu’à cinq solutions, la moins bouleversante d’abord",
            description = "Rien n’est écrit : la solution choisie se soumet à /applied.")
    @APIResponse(
            responseCode = "200",
            description = "Les solutions, expliquées, ou les raisons pour lesquelles il n’y en a pas")
    public Proposals propose(@RestPath String code, @Nullable WithdrawalBody body) {
        WithdrawalBody asked = Known.given(body);
        TerritoryCode territory = known.territory(code);
        PhysicianId physician = known.physician("physician", asked.physician(), territory);
        Repair repair = desk.propose(territory, new Withdrawal(physician, dates(asked)))
                .orElseThrow(() -> Problem.notFound("Le territoire n’a aucune plage à ces dates."));
        return switch (repair) {
            case Repair.Proposed proposed ->
                new Proposals(
                        proposed.alternatives().stream().map(this::proposal).toList(), proposed.proved(), List.of());
            case Repair.Impossible(Infeasibility why) -> new Proposals(List.of(), true, why.sentences());
            case Repair.Undecided undecided ->
                new Proposals(
                        List.of(),
                        false,
                        List.of("Le temps de calcul n’a pas suffi ; réduire les dates, ou replacer à la main."));
            case Repair.Unavailable(String reason) ->
                throw Problem.unavailable("Le calcul automatique n’est pas disponible. " + reason);
        };
    }

    @GET
    @Path("/territories/{code}/replacements/candidates")
    @Operation(summary = "Qui peut être appelé pour une date, ce soir par exemple, et sa charge")
    public Candidates candidates(@RestPath String code, @RestQuery @Nullable String date) {
        LocalDate asked = known.date("date", date);
        return desk.candidates(known.territory(code), asked, DutyRung.FIRST)
                .map(ReplacementResource::candidates)
                .orElseThrow(() -> Problem.notFound("Le territoire n’a pas de plage le " + FrenchDate.of(asked) + "."));
    }

    @POST
    @Path("/territories/{code}/replacements/applied")
    @Operation(
            summary = "Applique la solution choisie, après un nouveau contrôle ; les médecins concernés sont avertis")
    @APIResponse(responseCode = "200", description = "Le planning tel qu’il est désormais")
    @APIResponse(responseCode = "409", description = "Une règle s’y oppose")
    public Answers.Rota apply(@RestPath String code, @Nullable Chosen chosen) {
        List<MoveBody> asked = Optional.ofNullable(chosen).map(Chosen::moves).orElse(List.of());
        if (asked.isEmpty() || asked.size() > MOST_MOVES) {
            throw Problem.badRequest("moves", "donner de 1 à " + MOST_MOVES + " changements");
        }
        TerritoryCode territory = known.territory(code);
        List<Alternative.Move> moves =
                asked.stream().map(move -> move(move, territory)).toList();
        return answers.edited(desk.apply(territory, moves, author.act(chosen == null ? null : chosen.reason())));
    }

    private static Candidates candidates(Replacement replacement) {
        return new Candidates(
                replacement.date(),
                replacement.askable().stream()
                        .map(one -> new Askable(
                                new Answers.Person(one.physician().toString(), one.name()),
                                one.days(),
                                one.room(),
                                one.remarks()))
                        .toList(),
                replacement.excluded().stream()
                        .map(one ->
                                new Excluded(new Answers.Person(one.physician().toString(), one.name()), one.reasons()))
                        .toList());
    }

    private Set<LocalDate> dates(WithdrawalBody body) {
        var dates = new HashSet<LocalDate>();
        if (body.dates() != null) {
            body.dates().forEach(date -> dates.add(known.date("dates", date)));
        }
        if (body.from() != null) {
            LocalDate from = known.date("from", body.from());
            LocalDate to = body.to() == null ? from : known.date("to", body.to());
            if (to.isBefore(from) || from.plusDays(MOST_MOVES).isBefore(to)) {
                throw Problem.badRequest("to", "la fin doit suivre le début, de " + MOST_MOVES + " jours au plus");
            }
            dates.addAll(from.datesUntil(to.plusDays(1)).collect(Collectors.toSet()));
        }
        if (dates.isEmpty()) {
            throw Problem.badRequest("dates", "à renseigner : des dates, ou from et to");
        }
        return dates;
    }

    private Alternative.Move move(MoveBody body, TerritoryCode territory) {
        return new Alternative.Move(
                known.date("moves.date", body.date()),
                body.rung() == null ? DutyRung.FIRST : body.rung(),
                Optional.ofNullable(body.from()).map(from -> known.physician("moves.from", from, territory)),
                Optional.ofNullable(body.to()).map(to -> known.physician("moves.to", to, territory)));
    }

    private Proposal proposal(Alternative alternative) {
        return new Proposal(
                alternative.changes(),
                alternative.verdict().cost(),
                alternative.moves().stream()
                        .map(move -> new MoveLine(
                                move.date(),
                                move.rung(),
                                move.from().map(answers::person),
                                move.to().map(answers::person)))
                        .toList(),
                alternative.explanation());
    }
}
