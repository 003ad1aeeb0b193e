package fr.appui.planning.life;

import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Swap;
import fr.appui.planning.SwapDecision;
import fr.appui.planning.life.SwapOffer.Status;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Swaps between two physicians: every rule is checked before either is asked, and again when the other accepts. */
@ApplicationScoped
@Transactional
public class SwapDesk {

    private final RotaReader reader;
    private final SwapBook offers;
    private final Sharing sharing;
    private final DutyLocks locks;
    private final ActRecorder recorder;
    private final PlanningActs acts;
    private final SwapLetters letters;
    private final LifeSettings settings;
    private final Clock clock;

    SwapDesk(
            RotaReader reader,
            SwapBook offers,
            Sharing sharing,
            DutyLocks locks,
            ActRecorder recorder,
            PlanningActs acts,
            SwapLetters letters,
            LifeSettings settings,
            Clock clock) {
        this.reader = reader;
        this.offers = offers;
        this.sharing = sharing;
        this.locks = locks;
        this.recorder = recorder;
        this.acts = acts;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    public SwapAnswer propose(TerritoryCode territory, SwapOffer.Terms terms, Act act) {
        return switch (decide(territory, terms)) {
            case SwapDecision.Refused refused -> refusal(refused);
            case SwapDecision.Allowed allowed -> {
                var offer = new SwapOffer(
                        UUID.randomUUID(), territory, terms, Status.PROPOSED, act, expiry(territory, terms, act.at()));
                offers.keep(offer);
                record(offer, PlanningAct.Kind.SWAP_PROPOSED, act);
                letters.proposed(offer, allowed.remarks());
                yield new SwapAnswer.Done(offer, allowed.remarks());
            }
        };
    }

    /** @param by only who was asked may answer, whoever does it for them */
    public SwapAnswer accept(UUID id, PhysicianId by, Act act) {
        offers.offer(id)
                .ifPresent(offer -> locks.hold(
                        offer.territory(),
                        List.of(offer.terms().proposer(), offer.terms().other())));
        return whileOpen(id, Party.ASKED, by, offer -> accept(offer, act));
    }

    /** @param by only who was asked may answer, whoever does it for them */
    public SwapAnswer decline(UUID id, PhysicianId by, Act act) {
        return whileOpen(
                id,
                Party.ASKED,
                by,
                offer -> end(offer, Status.DECLINED, PlanningAct.Kind.SWAP_DECLINED, letters::unchanged, act));
    }

    /** As long as nobody answered. @param by only who proposed it may take it back */
    public SwapAnswer withdraw(UUID id, PhysicianId by, Act act) {
        return whileOpen(
                id,
                Party.PROPOSER,
                by,
                offer -> end(offer, Status.WITHDRAWN, PlanningAct.Kind.SWAP_WITHDRAWN, letters::withdrawn, act));
    }

    /** To know where it belongs; nothing is held. */
    public Optional<SwapOffer> offer(UUID id) {
        return offers.offer(id);
    }

    /** Newest first. */
    public List<SwapOffer> page(TerritoryCode territory, int page, int size) {
        return offers.page(territory, page, size);
    }

    public long total(TerritoryCode territory) {
        return offers.total(territory);
    }

    /** Those a physician proposed or received, newest first. */
    public List<SwapOffer> page(PhysicianId physician, Reach within, int page, int size) {
        return offers.page(physician, within, page, size);
    }

    public long total(PhysicianId physician, Reach within) {
        return offers.total(physician, within);
    }

    /** Offers that nobody answered in time. */
    public List<UUID> overdue() {
        return offers.overdue(clock.instant()).stream().map(SwapOffer::id).toList();
    }

    /** One of these comes to an end, and the proposer hears so; who answers at the last moment has answered. */
    public void expire(UUID offer) {
        offers.toAnswer(offer)
                .filter(waiting -> waiting.status() == Status.PROPOSED)
                .ifPresent(this::expired);
    }

    private void expired(SwapOffer offer) {
        SwapOffer expired = answered(offer, Status.EXPIRED);
        record(expired, PlanningAct.Kind.SWAP_EXPIRED, new Act("service", "sans réponse à temps", clock.instant()));
        letters.unchanged(expired);
    }

    /** Whose act it is. */
    private enum Party {
        ASKED(SwapOffer.Terms::other),
        PROPOSER(SwapOffer.Terms::proposer);

        private final Function<SwapOffer.Terms, PhysicianId> who;

        Party(Function<SwapOffer.Terms, PhysicianId> who) {
            this.who = who;
        }

        boolean is(PhysicianId physician, SwapOffer offer) {
            return who.apply(offer.terms()).equals(physician);
        }
    }

    private SwapAnswer whileOpen(UUID id, Party party, PhysicianId by, Function<SwapOffer, SwapAnswer> act) {
        Optional<SwapOffer> theirs = offers.toAnswer(id).filter(offer -> party.is(by, offer));
        if (theirs.isEmpty()) {
            return new SwapAnswer.NotTheirs();
        }
        return theirs.filter(this::isOpen).map(act).orElseGet(SwapDesk::noLongerOpen);
    }

    private SwapAnswer end(SwapOffer offer, Status status, PlanningAct.Kind kind, Consumer<SwapOffer> letter, Act act) {
        SwapOffer ended = answered(offer, status);
        record(ended, kind, act);
        letter.accept(ended);
        return new SwapAnswer.Done(ended, List.of());
    }

    private SwapAnswer accept(SwapOffer offer, Act act) {
        return switch (decide(offer.territory(), offer.terms())) {
            case SwapDecision.Refused refused -> refusal(refused);
            case SwapDecision.Allowed allowed -> {
                SwapOffer accepted = answered(offer, Status.ACCEPTED);
                recorder.swap(
                        accepted.territory(),
                        allowed.takeovers(),
                        new Act(act.author(), accepted.act().reason(), act.at()));
                yield new SwapAnswer.Done(accepted, allowed.remarks());
            }
        };
    }

    private SwapDecision decide(TerritoryCode territory, SwapOffer.Terms terms) {
        var dates = new DateRange(
                Quarter.of(terms.first()).first(), Quarter.of(terms.last()).last());
        Optional<RotaProblem> problem = reader.problem(territory, dates);
        if (problem.isEmpty()) {
            return new SwapDecision.Refused(List.of("Le territoire n’a pas de plage à ces dates."));
        }
        var checked = new Sharing.Checked(problem.get(), reader.held(territory, dates));
        for (LocalDate date : terms.given()) {
            checked = sharing.given(checked, date, DutyRung.FIRST, terms.proposer());
        }
        for (LocalDate date : terms.taken()) {
            checked = sharing.given(checked, date, DutyRung.FIRST, terms.other());
        }
        return new Swap(checked.problem(), checked.held())
                .decide(terms.proposal(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private boolean isOpen(SwapOffer offer) {
        return offer.status() == Status.PROPOSED && offer.expiresAt().isAfter(clock.instant());
    }

    private SwapOffer answered(SwapOffer offer, Status status) {
        SwapOffer answered = offer.now(status);
        offers.keep(answered);
        return answered;
    }

    /** Not later than the first duty concerned begins; for one under way, not later than it ends. */
    private Instant expiry(TerritoryCode territory, SwapOffer.Terms terms, Instant now) {
        DutyWindow first = reader.window(territory, terms.first()).orElseThrow();
        Instant latest = first.start().isAfter(now) && terms.from().isEmpty() ? first.start() : first.end();
        Instant patient = now.plus(settings.swapPatience());
        return patient.isBefore(latest) ? patient : latest;
    }

    private void record(SwapOffer offer, PlanningAct.Kind kind, Act act) {
        acts.record(new PlanningAct(offer.territory(), kind, offer.id().toString(), letters.sentence(offer), act));
    }

    private static SwapAnswer refusal(SwapDecision.Refused refused) {
        return refused.rules().isEmpty()
                ? new SwapAnswer.Senseless("dates", String.join(" ", refused.reasons()))
                : new SwapAnswer.Refused(refused.rules(), refused.reasons());
    }

    private static SwapAnswer noLongerOpen() {
        return new SwapAnswer.Senseless("swap", "cet échange n’attend plus de réponse ; en proposer un autre");
    }
}
