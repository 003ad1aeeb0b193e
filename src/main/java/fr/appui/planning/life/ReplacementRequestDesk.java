package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Alternative.Move;
import fr.appui.planning.DutyRung;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.Replacement;
import fr.appui.planning.life.ReplacementRequest.Answer;
import fr.appui.planning.life.ReplacementRequest.Status;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * « Je ne peux plus assurer »: whoever may hold the duty is asked, the coordinator is told, and the first who accepts takes it by
 * the same act, under the same rules, as when the coordinator replaces ({@link ReplacementDesk}).
 */
@ApplicationScoped
@Transactional
public class ReplacementRequestDesk {

    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_OF_ONE = 100;

    private final ReplacementRequestBook requests;
    private final ReplacementDesk replacements;
    private final PublishedRotas rotas;
    private final Sharing sharing;
    private final DutyLocks locks;
    private final PlanningActs acts;
    private final Letters letters;
    private final WrittenNames names;
    private final Clock clock;

    ReplacementRequestDesk(
            ReplacementRequestBook requests,
            ReplacementDesk replacements,
            PublishedRotas rotas,
            Sharing sharing,
            DutyLocks locks,
            PlanningActs acts,
            Letters letters,
            WrittenNames names,
            Clock clock) {
        this.requests = requests;
        this.replacements = replacements;
        this.rotas = rotas;
        this.sharing = sharing;
        this.locks = locks;
        this.acts = acts;
        this.letters = letters;
        this.names = names;
        this.clock = clock;
    }

    /** On the rung that the giver holds, the first where they hold both; asked twice, it is the same request. */
    public ReplacementAnswer ask(TerritoryCode territory, LocalDate date, PhysicianId giver, Act act) {
        locks.hold(territory, List.of());
        return Stream.of(DutyRung.values())
                .filter(rung -> holds(territory, date, rung, giver))
                .findFirst()
                .map(rung -> ask(territory, date, rung, giver, act))
                .orElseGet(() -> new ReplacementAnswer.Senseless(
                        "date", FrenchDays.on(date) + " : ce médecin n’a pas d’astreinte à venir ; voir le planning"));
    }

    /** Asked twice, it is the same request: the giver holds the rung, so one that waits for it still does. */
    public ReplacementAnswer ask(TerritoryCode territory, LocalDate date, DutyRung rung, PhysicianId giver, Act act) {
        locks.hold(territory, List.of());
        if (!holds(territory, date, rung, giver)) {
            return new ReplacementAnswer.Senseless(
                    "date",
                    FrenchDays.on(date) + " : ce médecin n’a pas d’astreinte à venir (" + rung.label()
                            + ") ; voir le planning");
        }
        return requests.open(Reach.of(territory)).stream()
                .filter(open -> open.date().equals(date)
                        && open.rung() == rung
                        && open.giver().equals(giver))
                .findFirst()
                .map(ReplacementAnswer.Done::new)
                .orElseGet(() -> new ReplacementAnswer.Done(asked(territory, date, rung, giver, act)));
    }

    /** @param by only who was asked may answer, whoever does it for them */
    public ReplacementAnswer accept(UUID id, PhysicianId by, Act act) {
        hold(id, List.of(by));
        return whileOpen(id, request -> request.asks(by), request -> accept(request, by, act));
    }

    /** @param by only who was asked may answer, whoever does it for them */
    public ReplacementAnswer decline(UUID id, PhysicianId by, Act act) {
        hold(id, List.of());
        return whileOpen(id, request -> request.asks(by), request -> decline(request, by, act));
    }

    /** As long as nobody accepted. @param by only who asked may take it back */
    public ReplacementAnswer withdraw(UUID id, PhysicianId by, Act act) {
        hold(id, List.of());
        return whileOpen(id, request -> request.giver().equals(by), request -> withdraw(request, act));
    }

    /** To know where it belongs; nothing is held. */
    public Optional<ReplacementRequest> request(UUID id) {
        return requests.find(id);
    }

    /** Newest first. */
    public List<ReplacementRequest> page(TerritoryCode territory, int page, int size) {
        return requests.page(territory, page, size);
    }

    public long total(TerritoryCode territory) {
        return requests.total(territory);
    }

    /** Those a physician made or was asked in, newest first. */
    public List<ReplacementRequest> page(PhysicianId physician, Reach within, int page, int size) {
        return requests.page(physician, within, page, size);
    }

    public long total(PhysicianId physician, Reach within) {
        return requests.total(physician, within);
    }

    /** What still waits in a territory, the duty to come first. */
    public List<ReplacementRequest> open(TerritoryCode territory) {
        return open(Reach.of(territory));
    }

    /** The same in several territories, whose rotas are read at once. */
    public List<ReplacementRequest> open(Reach within) {
        return stillOpen(requests.open(within));
    }

    /** What still waits of what this physician made or was asked in, the duty to come first. */
    public List<ReplacementRequest> open(PhysicianId physician) {
        return stillOpen(requests.page(physician, Reach.EVERYWHERE, 0, MOST_OF_ONE)).stream()
                .sorted(Comparator.comparing(ReplacementRequest::date))
                .toList();
    }

    /** Whether an answer still changes anything: whoever asked holds the duty, and it is not over. */
    public boolean isOpen(ReplacementRequest request) {
        return !stillOpen(List.of(request)).isEmpty();
    }

    private List<ReplacementRequest> stillOpen(List<ReplacementRequest> known) {
        List<ReplacementRequest> open = known.stream()
                .filter(request -> request.status() == Status.OPEN)
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        List<LocalDate> dates =
                open.stream().map(ReplacementRequest::date).sorted().toList();
        Sharing held = new Sharing(rotas.read(
                Reach.of(open.stream().map(ReplacementRequest::territory).collect(Collectors.toSet())),
                dates.getFirst(),
                dates.getLast()));
        Instant now = clock.instant();
        return open.stream()
                .filter(request ->
                        held.holds(request.territory(), request.date(), request.rung(), request.giver(), now))
                .toList();
    }

    /** Requests that wait for an answer, the duty to come first. */
    public List<UUID> waiting() {
        return requests.open(MOST_AT_ONCE).stream().map(ReplacementRequest::id).toList();
    }

    /** One that another act or the time has answered comes to an end. */
    public void close(UUID request) {
        requests.toAnswer(request)
                .filter(waiting -> waiting.status() == Status.OPEN && !isOpen(waiting))
                .ifPresent(this::overtaken);
    }

    private void overtaken(ReplacementRequest request) {
        requests.keep(request.now(Status.OVERTAKEN));
        record(
                request,
                PlanningAct.Kind.REPLACEMENT_OVERTAKEN,
                new Act("service", "astreinte finie ou donnée autrement", clock.instant()));
    }

    private ReplacementRequest asked(
            TerritoryCode territory, LocalDate date, DutyRung rung, PhysicianId giver, Act act) {
        var asked = new LinkedHashMap<PhysicianId, Answer>();
        replacements.candidates(territory, date, rung).stream()
                .flatMap(found -> found.askable().stream())
                .map(Replacement.Candidate::physician)
                .filter(one -> !one.equals(giver))
                .forEach(one -> asked.put(one, Answer.NONE));
        var request = new ReplacementRequest(UUID.randomUUID(), territory, date, rung, giver, asked, Status.OPEN, act);
        requests.keep(request);
        record(request, PlanningAct.Kind.REPLACEMENT_ASKED, act);
        String sentence = sentence(request);
        asked.keySet()
                .forEach(colleague -> letters.toPhysician(
                        territory,
                        colleague,
                        "Pouvez-vous prendre une " + rung.duty() + ", " + FrenchDays.on(date) + " ?",
                        "Bonjour,\n\n" + sentence + "\nRaison : " + act.reason()
                                + "\n\nLes règles du planning vous permettent de la prendre. Répondez dans l’application,"
                                + " page « Mes astreintes » : la première réponse favorable est retenue.\n"));
        letters.toCoordinator(
                territory,
                titled(rung) + " à reprendre : " + FrenchDays.on(date),
                "Bonjour,\n\n" + sentence + "\nRaison : " + act.reason() + "\n\n" + told(request)
                        + "\nPersonne ne perd l’astreinte tant que personne n’a accepté.\n");
        return request;
    }

    private String told(ReplacementRequest request) {
        return request.asked().isEmpty()
                ? "Aucun autre médecin ne remplit les conditions : personne n’a été sollicité."
                        + (request.rung() == DutyRung.FIRST
                                ? " Page « Ce soir » du planning : pourquoi pas les autres.\n"
                                : "\n")
                : "Sollicités : "
                        + FrenchDays.join(
                                request.asked().keySet().stream().map(names::of).toList()) + ".\n";
    }

    private ReplacementAnswer accept(ReplacementRequest request, PhysicianId by, Act act) {
        List<Move> moves = replacements.stepIn(
                request.territory(), request.date(), request.rung(), Optional.of(request.giver()), by);
        Act replacing = new Act(act.author(), request.act().reason(), act.at());
        return switch (replacements.apply(request.territory(), moves, replacing)) {
            case Edited.Done done -> {
                ReplacementRequest taken = request.answered(by, Answer.ACCEPTED).now(Status.TAKEN);
                requests.keep(taken);
                tellTaken(taken, by);
                yield new ReplacementAnswer.Done(taken);
            }
            case Edited.Refused refused -> new ReplacementAnswer.Refused(refused.breach());
            case Edited.Met met -> new ReplacementAnswer.Senseless("request", met.why());
            case Edited.Senseless senseless -> new ReplacementAnswer.Senseless("request", senseless.why());
        };
    }

    private void tellTaken(ReplacementRequest taken, PhysicianId by) {
        String sentence = names.of(by) + " remplace " + names.of(taken.giver()) + " pour l’"
                + taken.rung().duty() + ", " + FrenchDays.on(taken.date()) + ".";
        taken.who(Answer.NONE)
                .forEach(other -> letters.toPhysician(
                        taken.territory(),
                        other,
                        titled(taken.rung()) + " reprise : " + FrenchDays.on(taken.date()),
                        "Bonjour,\n\n" + sentence + " Vous n’avez plus rien à faire.\n"));
        letters.toCoordinator(
                taken.territory(),
                titled(taken.rung()) + " reprise : " + FrenchDays.on(taken.date()),
                "Bonjour,\n\n" + sentence + " Le planning et les appels suivent.\n");
    }

    private ReplacementAnswer decline(ReplacementRequest request, PhysicianId by, Act act) {
        ReplacementRequest declined = request.answered(by, Answer.DECLINED);
        requests.keep(declined);
        record(declined, PlanningAct.Kind.REPLACEMENT_DECLINED, act, names.of(by) + " ne peut pas. ");
        if (declined.who(Answer.NONE).isEmpty()) {
            letters.toCoordinator(
                    declined.territory(),
                    "Personne ne peut reprendre l’" + declined.rung().duty() + " : " + FrenchDays.on(declined.date()),
                    "Bonjour,\n\n" + sentence(declined) + "\nTous les médecins sollicités ont répondu qu’ils ne peuvent"
                            + " pas. L’astreinte reste à qui la tient.\n");
        }
        return new ReplacementAnswer.Done(declined);
    }

    private ReplacementAnswer withdraw(ReplacementRequest request, Act act) {
        ReplacementRequest withdrawn = request.now(Status.WITHDRAWN);
        requests.keep(withdrawn);
        record(withdrawn, PlanningAct.Kind.REPLACEMENT_WITHDRAWN, act);
        String sentence = names.of(withdrawn.giver()) + " assure finalement son "
                + withdrawn.rung().duty() + ", " + FrenchDays.on(withdrawn.date()) + ".";
        withdrawn
                .who(Answer.NONE)
                .forEach(other -> letters.toPhysician(
                        withdrawn.territory(),
                        other,
                        titled(withdrawn.rung()) + " assurée : " + FrenchDays.on(withdrawn.date()),
                        "Bonjour,\n\n" + sentence + " Vous n’avez plus rien à faire.\n"));
        letters.toCoordinator(
                withdrawn.territory(),
                titled(withdrawn.rung()) + " assurée : " + FrenchDays.on(withdrawn.date()),
                "Bonjour,\n\n" + sentence + "\n");
        return new ReplacementAnswer.Done(withdrawn);
    }

    private void hold(UUID id, List<PhysicianId> takers) {
        requests.find(id).ifPresent(request -> locks.hold(request.territory(), takers));
    }

    private ReplacementAnswer whileOpen(
            UUID id, Predicate<ReplacementRequest> theirs, Function<ReplacementRequest, ReplacementAnswer> act) {
        Optional<ReplacementRequest> found = requests.toAnswer(id).filter(theirs);
        if (found.isEmpty()) {
            return new ReplacementAnswer.NotTheirs();
        }
        return found.filter(this::isOpen).map(act).orElseGet(() -> over(found.get()));
    }

    private ReplacementAnswer over(ReplacementRequest request) {
        String why = request.who(Answer.ACCEPTED).stream()
                .findFirst()
                .map(taker -> names.of(taker) + " a déjà pris cette astreinte ; il n’y a plus rien à faire")
                .orElse("cette demande n’attend plus de réponse : l’astreinte est assurée, donnée autrement ou finie");
        return new ReplacementAnswer.Senseless("request", why);
    }

    private boolean holds(TerritoryCode territory, LocalDate date, DutyRung rung, PhysicianId giver) {
        return sharing.holds(territory, date, rung, giver, clock.instant());
    }

    private void record(ReplacementRequest request, PlanningAct.Kind kind, Act act) {
        record(request, kind, act, "");
    }

    private void record(ReplacementRequest request, PlanningAct.Kind kind, Act act, String before) {
        acts.record(
                new PlanningAct(request.territory(), kind, request.date().toString(), before + sentence(request), act));
    }

    private String sentence(ReplacementRequest request) {
        return names.of(request.giver()) + " ne peut plus assurer l’"
                + request.rung().duty() + ", " + FrenchDays.on(request.date()) + ".";
    }

    private static String titled(DutyRung rung) {
        return Character.toUpperCase(rung.duty().charAt(0)) + rung.duty().substring(1);
    }
}
