package fr.appui.outreach;

import fr.appui.directory.Dialling;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.SupportLine;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.NextDoor;
import fr.appui.rota.OnDuty;
import fr.appui.rota.RotaSnapshot;
import fr.appui.rota.Rung;
import fr.appui.trace.CallBackClosing;
import fr.appui.trace.CallBackResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.CallParties;
import fr.appui.trace.CallStory;
import fr.appui.trace.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Begins and closes call-backs, whoever wants it: the rounds of the service, or a physician from the page. */
@ApplicationScoped
class CallBacks {

    private final CallBackLedger ledger;
    private final CallParties parties;
    private final CurrentRota rota;
    private final Telephone telephone;
    private final Journal journal;
    private final Dialling dialling;
    private final Clock clock;

    CallBacks(
            CallBackLedger ledger,
            CallParties parties,
            CurrentRota rota,
            Telephone telephone,
            Journal journal,
            Dialling dialling,
            Clock clock) {
        this.ledger = ledger;
        this.parties = parties;
        this.rota = rota;
        this.telephone = telephone;
        this.journal = journal;
        this.dialling = dialling;
        this.clock = clock;
    }

    /** What came of wanting to ring. */
    sealed interface Attempt {
        record Begun(int number) implements Attempt {}

        /** Another node, or somebody else, rings at this moment. */
        record Taken() implements Attempt {}

        /** The caller's number was withheld, or erased since. */
        record NoNumber() implements Attempt {}

        /** The number is one that we do not dial: it costs money, lies abroad, is short, or is a line of ours. */
        record Forbidden() implements Attempt {}

        /** The line is not published any more. */
        record NoLine() implements Attempt {}

        /** @param why in French */
        record Refused(String why) implements Attempt {}
    }

    Attempt ring(OpenCallBack seen, CallStory story, Callee physician) {
        Optional<PhoneNumber> caller = parties.numberOf(seen.call());
        Optional<SupportLine> line = lineOf(story);
        if (caller.isEmpty()) {
            return new Attempt.NoNumber();
        }
        if (line.isEmpty()) {
            return new Attempt.NoLine();
        }
        if (!mayDial(line.get(), caller.get())) {
            return new Attempt.Forbidden();
        }
        if (!ledger.begin(seen, clock.instant())) {
            return new Attempt.Taken();
        }
        int number = seen.attempts() + 1;
        var order = new CallBackOrder(seen.call(), number, line.get(), physician, caller.get());
        return telephone
                .callBack(order)
                .<Attempt>map(why -> refused(order, why))
                .orElse(new Attempt.Begun(number));
    }

    private boolean mayDial(SupportLine line, PhoneNumber caller) {
        return dialling.of(line.settings().dialling()).allows(Dialling.Whose.CALLER, caller)
                && rota.current().line(caller).isEmpty();
    }

    /** Closed and told in one transaction: the end of a call-back that nobody heard of would wait for ever in what others count. */
    @Transactional
    boolean close(CallId call, CallBackClosing closing) {
        Instant now = clock.instant();
        boolean closed = ledger.close(call, closing, now);
        if (closed) {
            journal.appendKept(List.of(new CallEvent.CallBackClosed(call, now, closing)));
        }
        return closed;
    }

    /** The neighbours' where nobody of one's own is on duty. */
    OnDuty onDuty(CallStory story) {
        return lineOf(story)
                .map(line -> onDuty(line, rota.current(), clock.instant()))
                .orElse(new OnDuty.Closed(Optional.empty()));
    }

    /** Who may be rung to call this caller back. */
    OnDuty toRing(CallStory story) {
        return CallBackPlan.besides(parties.numberOf(story.call()).filter(rota.current()::isOnePersons), onDuty(story));
    }

    static OnDuty onDuty(SupportLine line, RotaSnapshot rota, Instant at) {
        OnDuty own = rota.onDuty(line, at);
        return switch (own) {
            case OnDuty.Open open when !open.ladder().isEmpty() -> open;
            case OnDuty.Open hole -> nextDoor(line, rota, at, false).orElse(own);
            case OnDuty.Closed closed -> nextDoor(line, rota, at, true).orElse(own);
        };
    }

    private static Optional<OnDuty> nextDoor(SupportLine line, RotaSnapshot rota, Instant at, boolean whenClosed) {
        return NextDoor.of(line, at, rota, whenClosed).stream()
                .<OnDuty>map(NextDoor::duty)
                .findFirst();
    }

    /** On the number they gave for this duty, when they are on duty. */
    Optional<PhoneNumber> currentNumber(PhysicianId physician, CallStory story) {
        return onDuty(story) instanceof OnDuty.Open open
                ? open.ladder().stream()
                        .filter(rung -> rung.physician().equals(physician))
                        .map(Rung::numbers)
                        .map(List::getFirst)
                        .findFirst()
                : Optional.empty();
    }

    private Optional<SupportLine> lineOf(CallStory story) {
        return story.received()
                .flatMap(received -> PhoneNumber.tryParse(received.dialled())
                        .flatMap(dialled -> rota.current().line(dialled, received.at())));
    }

    private Attempt refused(CallBackOrder order, String why) {
        Instant now = clock.instant();
        CallId call = order.call();
        journal.append(List.of(
                new CallEvent.CallBackStarted(
                        call, now, order.attempt(), order.physician().physician()),
                new CallEvent.CallBackEnded(
                        call, now, order.attempt(), CallBackResult.FAILED, CallBackPlan.OUT_OF_ORDER)));
        return new Attempt.Refused(why);
    }
}
