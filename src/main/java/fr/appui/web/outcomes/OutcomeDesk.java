package fr.appui.web.outcomes;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.trace.DeclaredCall;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.Nomenclature;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeRevision;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.Outcomes;
import fr.appui.trace.Profile;
import fr.appui.trace.UsualTerms;
import fr.appui.web.Problem;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The outcome of a call, found, shown and written by the page as by the API. */
@ApplicationScoped
class OutcomeDesk {

    /** Whose outcomes say which terms are likely. */
    private static final int RECENT_CALLS = 300;

    private final Outcomes outcomes;
    private final CallArchive archive;
    private final Visitor visitor;
    private final Clock clock;

    OutcomeDesk(Outcomes outcomes, CallArchive archive, Visitor visitor, Clock clock) {
        this.outcomes = outcomes;
        this.archive = archive;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** What is kept of a call, or what the trace proposes while nothing is. @param noteAllowed whether free text is open */
    record Sheet(LoggableCall call, Optional<OutcomeRevision> latest, boolean noteAllowed) {

        /** 0 while nothing is kept. */
        public int revision() {
            return latest.map(OutcomeRevision::number).orElse(0);
        }

        public OutcomeStatus status() {
            return latest.map(OutcomeRevision::status).orElse(OutcomeStatus.DRAFT);
        }

        public Outcome outcome() {
            return latest.map(OutcomeRevision::outcome)
                    .orElseGet(() -> Outcome.proposed(Optional.of(call.talk()).filter(Duration::isPositive)));
        }
    }

    /** A call that a physician answered or declared. @param act what the visitor must be allowed to do with it */
    LoggableCall call(CallId id, Act act, Problem.Refused unknown) {
        LoggableCall call = outcomes.call(id).orElseThrow(() -> unknown);
        visitor.requireSight(
                act, new Thing.Call(Optional.of(call.territory()), Optional.of(call.physician())), unknown);
        return call;
    }

    Sheet sheet(LoggableCall call) {
        return new Sheet(call, outcomes.latest(call.call()), outcomes.noteAllowed(call));
    }

    /** First revision first. */
    List<OutcomeRevision> history(LoggableCall call) {
        return outcomes.history(call.call());
    }

    /** The lists a call of that moment is logged with. */
    Nomenclature lists(LoggableCall call) {
        return outcomes.nomenclatureFor(call);
    }

    /** What the territory's calls were mostly logged with. */
    UsualTerms usual(LoggableCall call) {
        return UsualTerms.in(outcomes.recent(call.territory(), RECENT_CALLS));
    }

    /** Who called, as the line was told. */
    Optional<Profile> profile(LoggableCall call) {
        return archive.find(call.call()).flatMap(traced -> traced.story().profile());
    }

    /** @param seen the revision the writer saw; empty, what is there is written over without a question */
    Outcomes.Writing write(LoggableCall call, OptionalInt seen, OutcomeStatus status, Outcome outcome, String author) {
        return outcomes.write(call.call(), seen, status, outcome, author);
    }

    /**
     * A call outside the line. Told twice alike, by two touches of a button or a program that tries again, it is one call.
     *
     * @throws InvalidInput in French, when it lasted too long or not at all, is to come or too far back
     */
    CallId declare(TerritoryCode territory, PhysicianId physician, Instant at, Duration talk, String author) {
        String told = String.join("|", territory.value(), physician.toString(), at.toString(), talk.toString());
        var id = new CallId("declare-" + UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)));
        outcomes.declare(DeclaredCall.told(id, territory, physician, at, talk, clock.instant()), author);
        return id;
    }
}
