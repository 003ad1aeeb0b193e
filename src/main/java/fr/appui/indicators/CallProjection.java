package fr.appui.indicators;

import fr.appui.trace.CallArchive;
import fr.appui.trace.CallEventConsumer;
import fr.appui.trace.CallId;
import fr.appui.trace.EveryCall;
import fr.appui.trace.OutcomeRevision;
import fr.appui.trace.Outcomes;
import fr.appui.trace.WireEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Keeps the counted calls true to the trace. A call that has something new is folded again whole, so that neither the order
 * nor the repetition of events matters; a rebuild is the same fold over every call there is.
 */
@ApplicationScoped
public class CallProjection implements CallEventConsumer {

    private static final int BATCH = 200;

    private final CallArchive archive;
    private final Outcomes outcomes;
    private final EveryCall everyCall;
    private final CountedCalls counted;
    private final KeptTallies kept;

    CallProjection(
            CallArchive archive, Outcomes outcomes, EveryCall everyCall, CountedCalls counted, KeptTallies kept) {
        this.archive = archive;
        this.outcomes = outcomes;
        this.everyCall = everyCall;
        this.counted = counted;
        this.kept = kept;
    }

    @Override
    public String name() {
        return "indicators";
    }

    @Override
    public void consume(WireEvent event) {
        project(event.call());
    }

    @Override
    public boolean isContentWithTheLast() {
        return true;
    }

    /**
     * Folds every call again, and drops what the trace no longer knows; but for calls that the trace erased with age, of
     * which the count is all that stays.
     *
     * @return how many calls are counted
     */
    public long rebuild() {
        long read = 0;
        Set<CallId> tellNothing = new HashSet<>();
        List<CallId> batch = everyCall.after(Optional.empty(), BATCH);
        while (!batch.isEmpty()) {
            List<CallId> calls = batch;
            QuarkusTransaction.requiringNew()
                    .run(() -> calls.stream().filter(call -> !project(call)).forEach(tellNothing::add));
            read += calls.size();
            batch = everyCall.after(Optional.of(calls.getLast()), BATCH);
        }
        dropAllBut(call -> !tellNothing.contains(call));
        QuarkusTransaction.requiringNew().run(kept::forget);
        return read;
    }

    private void dropAllBut(Predicate<CallId> told) {
        Instant traced = everyCall.erasedBefore();
        List<CallId> batch = counted.after("", traced, BATCH);
        while (!batch.isEmpty()) {
            Set<CallId> stay = everyCall.among(batch).stream().filter(told).collect(Collectors.toSet());
            List<CallId> gone =
                    batch.stream().filter(call -> !stay.contains(call)).toList();
            QuarkusTransaction.requiringNew().run(() -> gone.forEach(counted::remove));
            batch = counted.after(batch.getLast().value(), traced, BATCH);
        }
    }

    /** @return whether its events tell a call */
    private boolean project(CallId call) {
        Optional<CallFacts> known = factsOf(call);
        known.ifPresent(facts -> counted.put(outcomes.latest(call)
                .map(revision -> logged(facts, revision))
                .orElseGet(() -> CountedCall.unlogged(facts))));
        return known.isPresent();
    }

    private Optional<CallFacts> factsOf(CallId call) {
        return outcomes.declared(call)
                .map(declared -> CallFacts.declared(
                        call, declared.territory(), declared.at(), declared.physician(), declared.duration()))
                .or(() -> archive.find(call)
                        .flatMap(traced -> CallFacts.of(traced.story().events())));
    }

    private static CountedCall logged(CallFacts facts, OutcomeRevision revision) {
        return CountedCall.unlogged(facts).logged(revision.status(), revision.nomenclature(), revision.outcome());
    }
}
