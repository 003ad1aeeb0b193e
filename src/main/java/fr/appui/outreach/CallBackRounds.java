package fr.appui.outreach;

import fr.appui.directory.Territory;
import fr.appui.rota.OnDuty;
import fr.appui.rota.Rung;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallBackClosing;
import fr.appui.trace.CallId;
import fr.appui.trace.CallParties;
import fr.appui.trace.CallStory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/** Looks after the callers who wait: takes up new ones, alerts, rings, and hands over in the end. */
@ApplicationScoped
class CallBackRounds {

    private static final Logger LOG = Logger.getLogger(CallBackRounds.class);
    private final Watch watch = new Watch(LOG, "call-backs");

    /** A request that waited for longer, in the spool of a dead machine, is not for the telephone any more. */
    private static final Duration OLDEST = Duration.ofHours(24);

    private final CallBackLedger ledger;
    private final CallBacks callBacks;
    private final CallParties parties;
    private final CallArchive archive;
    private final Alerts alerts;
    private final TracedCalls calls;
    private final Clock clock;
    private final CallBackPlan.Limits limits;

    CallBackRounds(
            CallBackLedger ledger,
            CallBacks callBacks,
            CallParties parties,
            CallArchive archive,
            Alerts alerts,
            TracedCalls calls,
            Clock clock,
            OutreachSettings settings) {
        this.ledger = ledger;
        this.callBacks = callBacks;
        this.parties = parties;
        this.archive = archive;
        this.alerts = alerts;
        this.calls = calls;
        this.clock = clock;
        this.limits = CallBackPlan.Limits.of(settings.callBack());
    }

    @Scheduled(every = "${appui.outreach.call-back.every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread // rings people: never waits for a thread that pages hold
    void round() {
        watch.run(() -> {
            parties.askedBackSince(clock.instant().minus(OLDEST)).forEach(this::takeUp);
            ledger.allOpen().forEach(this::lookAfter);
        });
    }

    /** One that cannot be taken up keeps nobody else waiting. */
    private void takeUp(CallParties.AskedBack asked) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (ledger.open(asked.call(), asked.at())) {
                    tell(asked.call(), (territory, story) -> CallBackTexts.asked(territory, story), true);
                }
            });
        } catch (RuntimeException bug) {
            LOG.errorf(bug, "call %s: its call-back is not taken up", asked.call());
        }
    }

    private void lookAfter(OpenCallBack open) {
        try {
            Optional<CallStory> story = archive.find(open.call()).map(CallArchive.Traced::story);
            story.ifPresent(known -> lookAfter(open, known));
        } catch (RuntimeException bug) {
            LOG.errorf(bug, "call %s: its call-back is not looked after", open.call());
        }
    }

    private void lookAfter(OpenCallBack open, CallStory story) {
        switch (CallBackPlan.next(open, story, callBacks.toRing(story), clock.instant(), limits)) {
            case CallBackPlan.Step.Wait wait -> {}
            case CallBackPlan.Step.Ring ring -> ring(open, story, ring.callee());
            case CallBackPlan.Step.Close close -> close(open, close.closing());
        }
    }

    private void ring(OpenCallBack open, CallStory story, Callee callee) {
        switch (callBacks.ring(open, story, callee)) {
            case CallBacks.Attempt.Begun begun ->
                LOG.infof("call %s: call-back, attempt %d", open.call(), begun.number());
            case CallBacks.Attempt.Taken taken -> {}
            case CallBacks.Attempt.NoNumber gone -> close(open, CallBackClosing.HANDED_OVER);
            case CallBacks.Attempt.Forbidden forbidden -> {
                LOG.warnf("call %s: asks to be called back on a number that is not dialled", open.call());
                close(open, CallBackClosing.HANDED_OVER);
            }
            case CallBacks.Attempt.NoLine gone -> close(open, CallBackClosing.HANDED_OVER);
            case CallBacks.Attempt.Refused refused ->
                LOG.warnf("call %s: the call-back was not begun: %s", open.call(), refused.why());
        }
    }

    private void close(OpenCallBack open, CallBackClosing closing) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (callBacks.close(open.call(), closing) && closing == CallBackClosing.HANDED_OVER) {
                tell(
                        open.call(),
                        (territory, story) ->
                                CallBackTexts.handedOver(territory, story, CallBackPlan.spent(open, story)),
                        false);
            }
        });
    }

    private void tell(CallId call, BiFunction<Territory, CallStory, Alert.Content> words, boolean physicians) {
        calls.find(call).ifPresent(traced -> {
            Alert.Content content = words.apply(traced.territory(), traced.story());
            if (physicians && callBacks.onDuty(traced.story()) instanceof OnDuty.Open open) {
                alerts.toEverybody(
                        traced.about(),
                        open.ladder().stream().map(Rung::physician).toList(),
                        content);
            } else {
                alerts.toCoordination(traced.about(), content);
            }
        });
    }
}
