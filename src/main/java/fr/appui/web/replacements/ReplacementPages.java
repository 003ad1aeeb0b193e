package fr.appui.web.replacements;

import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.french.WrittenValue;
import fr.appui.planning.Alternative;
import fr.appui.planning.Alternative.Move;
import fr.appui.planning.DutyRung;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.Infeasibility;
import fr.appui.planning.Repair;
import fr.appui.planning.Replacement;
import fr.appui.planning.life.Edited;
import fr.appui.planning.life.ReplacementDesk;
import fr.appui.planning.life.ReplacementRequestDesk;
import fr.appui.planning.life.RotaReader;
import fr.appui.planning.life.Withdrawal;
import fr.appui.web.request.Author;
import fr.appui.web.request.Faults;
import fr.appui.web.rotas.DutyRelay;
import fr.appui.web.rotas.Planned;
import fr.appui.web.rotas.PlanningDoor;
import fr.appui.web.rotas.RotaPages;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A physician withdraws: what could be done, least change first, then what was chosen; and whom to ring for tonight. */
@Path("/planning")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ReplacementPages {

    private static final int MOST_MOVES = 200;

    private final PlanningDoor door;
    private final ReplacementDesk desk;
    private final ReplacementRequestDesk requests;
    private final RotaReader reader;
    private final Author author;
    private final Clock clock;

    ReplacementPages(
            PlanningDoor door,
            ReplacementDesk desk,
            ReplacementRequestDesk requests,
            RotaReader reader,
            Author author,
            Clock clock) {
        this.requests = requests;
        this.door = door;
        this.desk = desk;
        this.reader = reader;
        this.author = author;
        this.clock = clock;
    }

    /** What the form shows again. */
    record Asked(String medecin, String du, String au) {}

    /** @param moves as the form sends them back @param cost of the soft rules, to compare with the others */
    record Solution(
            int number, int changes, long cost, List<String> explanation, List<String> lines, List<String> moves) {}

    /** @param proved whether nothing changes fewer duties @param reasons why there is none */
    record Solutions(List<Solution> all, boolean proved, List<String> reasons) {}

    /** @param numbers where they can be rung now */
    record Askable(Replacement.Candidate candidate, List<String> numbers, List<String> moves) {}

    /**
     * @param holders in turn; empty where nobody is on duty
     * @param said who is on duty from now on
     * @param asked who cannot hold it any more, and what each colleague answered
     */
    record Tonight(
            LocalDate date,
            List<String> holders,
            String said,
            List<String> asked,
            List<Askable> askable,
            List<Replacement.Excluded> excluded) {}

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance remplacement(
                Planned at,
                List<Physician> physicians,
                Asked asked,
                Optional<Solutions> solutions,
                List<Faults.Fault> faults);

        static native TemplateInstance ceSoir(
                Planned at, LocalDate date, Optional<Tonight> tonight, boolean done, List<Faults.Fault> faults);
    }

    /** Nothing is written: the search is only read. */
    @GET
    @Path("{code}/remplacement")
    public TemplateInstance propose(
            @RestPath String code,
            @RestQuery @DefaultValue("") String medecin,
            @RestQuery @DefaultValue("") String du,
            @RestQuery @DefaultValue("") String au) {
        return proposals(door.today(code), new Asked(medecin, du, au), new Faults());
    }

    @POST
    @Path("{code}/remplacement")
    public Response apply(
            @RestPath String code,
            @RestForm List<String> move,
            @RestForm @DefaultValue("") String raison,
            @RestForm @DefaultValue("") String medecin,
            @RestForm @DefaultValue("") String du,
            @RestForm @DefaultValue("") String au) {
        Planned at = door.today(code);
        var faults = new Faults();
        Optional<List<LocalDate>> done = apply(at, move, raison, faults);
        return done.map(dates -> Response.seeOther(RotaPages.after(at.on(dates.getFirst()), dates, "", false))
                        .build())
                .orElseGet(() -> Response.status(Response.Status.CONFLICT)
                        .entity(proposals(at, new Asked(medecin, du, au), faults))
                        .build());
    }

    @GET
    @Path("{code}/ce-soir")
    public TemplateInstance tonight(
            @RestPath String code,
            @RestQuery @DefaultValue("") String date,
            @RestQuery @DefaultValue("false") boolean fait) {
        Planned at = door.today(code);
        var faults = new Faults();
        LocalDate asked = faults.date("date", "Date", date).orElseGet(() -> dutyDate(at));
        return tonight(at, asked, fait, faults);
    }

    @POST
    @Path("{code}/ce-soir")
    public Response replaceTonight(
            @RestPath String code,
            @RestForm List<String> move,
            @RestForm @DefaultValue("") String raison,
            @RestForm @DefaultValue("") String date) {
        Planned at = door.today(code);
        var faults = new Faults();
        Optional<List<LocalDate>> done = apply(at, move, raison, faults);
        LocalDate asked = new Faults().date("date", "Date", date).orElseGet(() -> dutyDate(at));
        return done.map(dates -> Response.seeOther(
                                URI.create(at.getPlace() + "/ce-soir?date=" + dates.getFirst() + "&fait=true"))
                        .build())
                .orElseGet(() -> Response.status(Response.Status.CONFLICT)
                        .entity(tonight(at, asked, false, faults))
                        .build());
    }

    /** The dates that changed hands; empty when it was refused, and {@code faults} then say why. */
    private Optional<List<LocalDate>> apply(Planned at, List<String> written, String reason, Faults faults) {
        if (WrittenValue.isNothing(reason)) {
            faults.add("", "Raison : à renseigner, les médecins concernés la liront.");
        }
        List<Move> moves = new ArrayList<>();
        for (String one : written.stream().limit(MOST_MOVES).toList()) {
            faults.reading("", () -> MoveText.read(one)).ifPresent(moves::add);
        }
        if (moves.isEmpty() || !moves.stream().allMatch(move -> isOf(at, move))) {
            faults.add("", "Choisir une des solutions proposées.");
        }
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return switch (desk.apply(at.code(), moves, author.act(reason))) {
            case Edited.Done done ->
                Optional.of(moves.stream().map(Move::date).sorted().distinct().toList());
            case Edited.Refused refused -> {
                refused.breach().violations().forEach(violation -> faults.add("", violation.sentence()));
                yield Optional.empty();
            }
            case Edited.Met met -> {
                faults.add("", met.why());
                yield Optional.empty();
            }
            case Edited.Senseless senseless -> {
                faults.add("", senseless.why());
                yield Optional.empty();
            }
        };
    }

    /** Whether it names physicians of this territory only. */
    private boolean isOf(Planned at, Move move) {
        return Stream.concat(move.from().stream(), move.to().stream())
                .allMatch(id -> door.physician(at.territory(), id.toString()).isPresent());
    }

    private TemplateInstance proposals(Planned at, Asked asked, Faults faults) {
        List<Physician> physicians = door.withdrawable(at);
        if (WrittenValue.isNothing(asked.medecin()) && WrittenValue.isNothing(asked.du())) {
            return Templates.remplacement(at, physicians, asked, Optional.empty(), faults.getAll());
        }
        Optional<PhysicianId> physician =
                door.physician(at.territory(), asked.medecin()).map(Physician::id);
        if (physician.isEmpty()) {
            faults.add("medecin", "Médecin : choisir celui qui se retire");
        }
        Optional<LocalDate> from = faults.requiredDate("du", "Du", asked.du());
        Optional<LocalDate> to = faults.date("au", "Au", asked.au()).or(() -> from);
        Optional<Solutions> solutions = physician.flatMap(id ->
                from.flatMap(first -> to.flatMap(last -> faults.reading("au", () -> Withdrawal.during(id, first, last))
                        .map(withdrawal -> solutions(at, withdrawal)))));
        return Templates.remplacement(at, physicians, asked, solutions, faults.getAll());
    }

    private Solutions solutions(Planned at, Withdrawal withdrawal) {
        Optional<Repair> repair = desk.propose(at.code(), withdrawal);
        if (repair.isEmpty()) {
            return new Solutions(List.of(), false, List.of("Le territoire n’a aucune plage à ces dates."));
        }
        return switch (repair.get()) {
            case Repair.Proposed proposed -> {
                var all = new ArrayList<Solution>();
                proposed.alternatives().forEach(one -> all.add(solution(all.size() + 1, one)));
                yield new Solutions(all, proposed.proved(), List.of());
            }
            case Repair.Impossible(Infeasibility why) -> new Solutions(List.of(), true, why.sentences());
            case Repair.Undecided undecided ->
                new Solutions(
                        List.of(),
                        false,
                        List.of("Le temps de calcul n’a pas suffi ; réduire les dates, ou replacer à la main."));
            case Repair.Unavailable(String reason) ->
                new Solutions(List.of(), false, List.of("Le calcul automatique n’est pas disponible. " + reason));
        };
    }

    private Solution solution(int number, Alternative one) {
        return new Solution(
                number,
                one.changes(),
                one.verdict().cost(),
                one.explanation(),
                one.moves().stream().map(this::line).toList(),
                one.moves().stream().map(MoveText::write).toList());
    }

    private String line(Move move) {
        String where = FrenchDays.on(move.date()) + (move.rung() == DutyRung.FIRST ? "" : " (recours)");
        String taker = move.to().map(door::name).orElse("plus personne");
        return where + " : " + taker
                + move.from().map(giver -> " au lieu de " + door.name(giver)).orElse("");
    }

    private TemplateInstance tonight(Planned at, LocalDate date, boolean done, Faults faults) {
        Optional<Tonight> tonight =
                desk.candidates(at.code(), date, DutyRung.FIRST).map(found -> tonight(at, found));
        return Templates.ceSoir(at, date, tonight, done, faults.getAll());
    }

    private Tonight tonight(Planned at, Replacement replacement) {
        LocalDate date = replacement.date();
        DutyRelay relay = door.relay(at, date, DutyRung.FIRST).orElseThrow();
        Optional<PhysicianId> first = reader.holderAhead(at.code(), date, DutyRung.FIRST);
        var now = LocalDateTime.ofInstant(clock.instant(), at.territory().timeZone());
        List<Askable> askable = replacement.askable().stream()
                .map(candidate -> askable(at, date, candidate, first, now))
                .toList();
        return new Tonight(
                date,
                relay.lines(),
                relay.said(date, clock.instant()),
                asked(at, date),
                askable,
                replacement.excluded());
    }

    private Askable askable(
            Planned at,
            LocalDate date,
            Replacement.Candidate candidate,
            Optional<PhysicianId> first,
            LocalDateTime now) {
        PhysicianId id = candidate.physician();
        List<String> numbers = door.physician(at.territory(), id.toString()).stream()
                .flatMap(physician -> physician.numbersAt(now).stream())
                .map(number -> number.national())
                .toList();
        return new Askable(
                candidate,
                numbers,
                desk.stepIn(at.code(), date, DutyRung.FIRST, first, id).stream()
                        .map(MoveText::write)
                        .toList());
    }

    /** What was asked of colleagues for that date, each with their answer. */
    private List<String> asked(Planned at, LocalDate date) {
        return requests.open(at.code()).stream()
                .filter(request -> request.date().equals(date))
                .flatMap(request -> Stream.concat(
                        Stream.of(door.name(request.giver()) + " ne peut plus assurer l’"
                                + request.rung().duty() + " : « "
                                + request.act().reason() + " »"),
                        request.asked().entrySet().stream()
                                .map(one -> door.name(one.getKey()) + " "
                                        + one.getValue().label())))
                .toList();
    }

    /** The duty under way, which after midnight is yesterday's, or today's. */
    private LocalDate dutyDate(Planned at) {
        LocalDate today = door.date(at.territory());
        return desk.underWay(at.code(), today.minusDays(1)) ? today.minusDays(1) : today;
    }
}
