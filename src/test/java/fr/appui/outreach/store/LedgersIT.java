package fr.appui.outreach.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.Alert;
import fr.appui.outreach.AlertQueue;
import fr.appui.outreach.AlertQueue.Waiting;
import fr.appui.outreach.CallBackDesk;
import fr.appui.outreach.CallBackLedger;
import fr.appui.outreach.LineCheckLedger;
import fr.appui.outreach.LineCheckLedger.State;
import fr.appui.outreach.LineCheckLedger.Way;
import fr.appui.outreach.Messenger;
import fr.appui.outreach.OpenCallBack;
import fr.appui.outreach.OpenLineCheck;
import fr.appui.outreach.OutreachSettings;
import fr.appui.outreach.TrialCalls;
import fr.appui.outreach.TrialLedger;
import fr.appui.trace.AlertChannel;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallBackClosing;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Calls;
import fr.appui.trace.Journal;
import fr.appui.versions.KeptVersion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two nodes never do the same thing. Long ago, so that the rounds of the running service have nothing to do with it. */
@QuarkusTest
class LedgersIT {

    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    @Inject
    CallBackLedger callBacks;

    @Inject
    LineCheckLedger checks;

    @Inject
    TrialLedger trials;

    @Inject
    TrialCalls trialCalls;

    @Inject
    AlertQueue alerts;

    @Inject
    StoredAlertQueue messages;

    @Inject
    CallBackDesk desk;

    @Inject
    OutreachKept kept;

    @Inject
    OutreachSettings settings;

    @Inject
    Journal journal;

    @Inject
    CallArchive archive;

    @Test
    void aCallBackIsOpenedOnce() {
        var call = new CallId("ledger-" + UUID.randomUUID());
        assertThat(callBacks.open(call, LONG_AGO)).isTrue();
        assertThat(callBacks.open(call, LONG_AGO)).isFalse();
        assertThat(callBacks.close(call, CallBackClosing.HANDLED, LONG_AGO)).isTrue();
        assertThat(callBacks.close(call, CallBackClosing.DONE, LONG_AGO)).isFalse();
        assertThat(callBacks.open(call, LONG_AGO)).isFalse();
        assertThat(callBacks.allOpen()).noneMatch(open -> open.call().equals(call));
    }

    @Test
    void oneOfManyTakesTheNextAttempt() throws Exception {
        var call = new CallId("ledger-" + UUID.randomUUID());
        callBacks.note(call, LONG_AGO);
        OpenCallBack seen = callBacks.find(call).orElseThrow();
        List<Callable<Boolean>> nodes = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(node -> () -> callBacks.begin(seen, LONG_AGO))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            long winners = threads.invokeAll(nodes).stream()
                    .filter(won -> won.resultNow())
                    .count();
            assertThat(winners).isEqualTo(1);
        }
        assertThat(callBacks.find(call).orElseThrow().attempts()).isEqualTo(1);
    }

    /** A round reads all that are open, and comes to the last of them seconds later. */
    @Test
    void nobodyIsRungForOneThatWasClosedSinceItWasRead() {
        var call = new CallId("ledger-" + UUID.randomUUID());
        callBacks.open(call, LONG_AGO);
        OpenCallBack seen = callBacks.find(call).orElseThrow();
        callBacks.close(call, CallBackClosing.HANDLED, LONG_AGO);
        assertThat(callBacks.begin(seen, LONG_AGO)).isFalse();
        assertThat(callBacks.begin(callBacks.find(call).orElseThrow(), LONG_AGO))
                .as("a physician, from the page")
                .isTrue();
    }

    @Test
    void aPhysiciansOwnCallBackIsNotTheServicesUntilTheCallerAsks() {
        var call = new CallId("ledger-" + UUID.randomUUID());
        callBacks.note(call, LONG_AGO);
        assertThat(callBacks.close(call, CallBackClosing.HANDLED, LONG_AGO)).isFalse();
        assertThat(callBacks.open(call, LONG_AGO)).isTrue();
        assertThat(callBacks.close(call, CallBackClosing.HANDLED, LONG_AGO)).isTrue();
    }

    /** One that the caller never asked for is never closed, and is over with its time all the same. */
    @Test
    void whatIsOverIsKeptForItsTime() {
        var own = new CallId("ledger-" + UUID.randomUUID());
        var waits = new CallId("ledger-" + UUID.randomUUID());
        callBacks.note(own, LONG_AGO);
        callBacks.open(waits, LONG_AGO);
        kept.eraseOld(LONG_AGO.plus(settings.kept()));
        assertThat(callBacks.find(own)).isPresent();
        kept.eraseOld(LONG_AGO.plus(settings.kept()).plusSeconds(1));
        assertThat(callBacks.find(own)).isEmpty();
        assertThat(callBacks.find(waits)).isPresent();
        callBacks.close(waits, CallBackClosing.HANDLED, LONG_AGO);
    }

    @Test
    void anAttemptThatRangNobodyIsGivenBackOnce() {
        OpenLineCheck check = check();
        checks.open(check);
        checks.begin(check, LONG_AGO);
        var second = new OpenLineCheck(check.id(), check.duty(), 1, Optional.of(LONG_AGO), Optional.empty());
        assertThat(checks.begin(second, LONG_AGO)).isTrue();
        checks.giveBack(check.id());
        checks.giveBack(check.id());
        assertThat(checks.begin(second, LONG_AGO)).as("the second again").isTrue();
        checks.confirm(check.id(), Way.PAGE, LONG_AGO);
    }

    /** Heard by both nodes, and looked at by either, or by one that was started since. */
    @Test
    void aFailureThatIsNotThePhysiciansIsKeptWithItsReasonAndCountedOnce() {
        OpenLineCheck check = check();
        checks.open(check);
        checks.begin(check, LONG_AGO);
        checks.failed(check.id(), "le réseau ne répond pas", LONG_AGO.plusSeconds(60));
        checks.failed(check.id(), "le réseau ne répond pas", LONG_AGO.plusSeconds(61));
        OpenLineCheck failed = open(check);
        assertThat(failed.attempts()).isZero();
        assertThat(failed.rungAt()).isEmpty();
        assertThat(failed.trouble())
                .contains(
                        new OpenLineCheck.Trouble("le réseau ne répond pas", Optional.of(LONG_AGO.plusSeconds(60)), 1));

        checks.begin(failed, LONG_AGO.plusSeconds(60));
        checks.note(check.id(), Optional.of("téléphone renvoyé"));
        assertThat(open(check).trouble()).contains(new OpenLineCheck.Trouble("téléphone renvoyé", Optional.empty(), 0));
        checks.note(check.id(), Optional.empty());
        assertThat(open(check).trouble()).isEmpty();
        checks.confirm(check.id(), Way.PAGE, LONG_AGO);
    }

    /** A node of 0.2.0 beside this one is tapped « Je confirme » for it. */
    @Test
    void whatCouldNotBeCheckedIsWrittenInAWordThatTheVersionBeforeReads() {
        OpenLineCheck check = check();
        checks.open(check);
        assertThat(checks.close(check.id(), State.NOT_CHECKED, LONG_AGO)).isTrue();
        assertThat(KeptVersion.beforeThis().values().get(State.class.getName()))
                .contains(checks.confirm(check.id(), Way.PAGE, LONG_AGO)
                        .orElseThrow()
                        .name());
    }

    private OpenLineCheck open(OpenLineCheck check) {
        return checks.allOpen().stream()
                .filter(one -> one.id().equals(check.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCheckThatWasConfirmedIsNotGivenUp() {
        OpenLineCheck check = check();
        assertThat(checks.open(check)).isTrue();
        assertThat(checks.open(
                        new OpenLineCheck(UUID.randomUUID(), check.duty(), 0, Optional.empty(), Optional.empty())))
                .isFalse();
        assertThat(checks.find(check.duty())).contains(check.id());
        assertThat(checks.begin(check, LONG_AGO)).isTrue();
        assertThat(checks.begin(check, LONG_AGO)).isFalse();
        assertThat(checks.confirm(check.id(), Way.PAGE, LONG_AGO)).contains(State.WAITING);
        assertThat(checks.close(check.id(), State.UNCONFIRMED, LONG_AGO)).isFalse();
        assertThat(checks.confirm(check.id(), Way.TELEPHONE, LONG_AGO)).contains(State.CONFIRMED);
        assertThat(checks.confirm(UUID.randomUUID(), Way.PAGE, LONG_AGO)).isEmpty();
    }

    @Test
    void ofManyTrialsOfALineOneRings() throws Exception {
        var line = new TerritoryCode("LEDGER-" + (int) (Math.random() * 1_000_000));
        List<Callable<Boolean>> nodes = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(node -> () -> trials.begin(trial(line, LONG_AGO)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            long winners = threads.invokeAll(nodes).stream()
                    .filter(won -> won.resultNow())
                    .count();
            assertThat(winners).isEqualTo(1);
        }
        TrialLedger.Trial ringing = trials.latest(line, 10).getFirst();
        assertThat(trials.end(ringing.id(), TrialLedger.State.CONFIRMED, Optional.empty(), LONG_AGO))
                .isTrue();
        assertThat(trials.end(ringing.id(), TrialLedger.State.FAILED, Optional.of("tard"), LONG_AGO))
                .as("what is over stays as it ended")
                .isFalse();
        assertThat(trials.begin(trial(line, LONG_AGO.plusSeconds(60)))).isTrue();
        assertThat(trials.endThoseBegunBefore(LONG_AGO.plusSeconds(120), "silence", LONG_AGO.plusSeconds(180)))
                .isPositive();
        assertThat(trials.latest(line, 10))
                .extracting(TrialLedger.Trial::state)
                .containsExactly(TrialLedger.State.FAILED, TrialLedger.State.CONFIRMED);
        assertThat(trials.find(ringing.id())).map(TrialLedger.Trial::begunBy).contains("essai");
    }

    /** Where no switch tells what became of it, it failed, whoever looks: else the line would not be tried again. */
    @Test
    void aTrialOfWhichNothingIsHeardHasFailed() {
        var line = new TerritoryCode("LEDGER-" + (int) (Math.random() * 1_000_000));
        assertThat(trials.begin(trial(line, LONG_AGO))).isTrue();
        assertThat(trialCalls.latest(line, 10)).singleElement().satisfies(trial -> {
            assertThat(trial.state()).isEqualTo(TrialLedger.State.FAILED);
            assertThat(trial.trouble()).isPresent();
        });
    }

    private static TrialLedger.Trial trial(TerritoryCode line, Instant at) {
        return new TrialLedger.Trial(
                UUID.randomUUID(),
                line,
                at,
                "essai",
                false,
                TrialLedger.State.RINGING,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void anAlertIsTakenByOneAndNotAgainBeforeItsTime() {
        var alert = new Alert(
                UUID.randomUUID(),
                Optional.empty(),
                new TerritoryCode("NOWHERE"),
                AlertChannel.MAIL,
                Optional.of(new PhysicianId(new UUID(0, 1))),
                new Alert.Content("sujet", "texte"));
        Instant farAhead = Instant.parse("2999-01-01T00:00:00Z");
        alerts.add(List.of(alert), farAhead);
        Waiting waiting = waiting(alert, farAhead);
        assertThat(waiting.alert()).isEqualTo(alert);
        assertThat(alerts.take(waiting, farAhead.plusSeconds(60))).isTrue();
        assertThat(alerts.take(waiting, farAhead.plusSeconds(60))).isFalse();
        assertThat(alerts.due(farAhead)).noneMatch(other -> other.alert().equals(alert));
        alerts.refused(alert.id(), "le serveur ne répond pas", farAhead.plusSeconds(30));
        assertThat(waiting(alert, farAhead.plusSeconds(30)).tries()).isEqualTo(1);
        alerts.sent(alert, Messenger.Taken.WITHOUT_A_WORD, farAhead);
        assertThat(alerts.due(farAhead.plusSeconds(60)))
                .noneMatch(other -> other.alert().equals(alert));
    }

    /** A node that ends before the commit has neither closed it nor told so; one that ends after has done both. */
    @Test
    void theEndOfACallBackIsToldInTheTransactionThatKeepsIt() {
        CallId call = callThatIsKnown();
        Runnable askedAndHandled = () -> {
            // in one transaction: the rounds of the running service would hand over what they find open
            callBacks.open(call, LONG_AGO);
            assertThat(desk.handled(call)).isTrue();
        };
        undone(askedAndHandled);
        assertThat(told(call, CallEvent.CallBackClosed.class)).isEmpty();
        assertThat(callBacks.find(call)).isEmpty();

        QuarkusTransaction.requiringNew().run(askedAndHandled);
        assertThat(told(call, CallEvent.CallBackClosed.class))
                .as("as it returns")
                .hasSize(1);
        assertThat(desk.handled(call)).isFalse();
    }

    @Test
    void whatBecameOfAnAlertIsToldInTheTransactionThatKeepsIt() {
        Alert alert = textMessage();
        undone(() -> alerts.sent(alert, Messenger.Taken.WITHOUT_A_WORD, LONG_AGO));
        undone(() -> alerts.givenUp(alert, "la passerelle ne répond pas", LONG_AGO));
        assertThat(told(alert.call().orElseThrow(), CallEvent.Alerted.class)).isEmpty();

        alerts.sent(alert, Messenger.Taken.WITHOUT_A_WORD, LONG_AGO);
        assertThat(told(alert.call().orElseThrow(), CallEvent.Alerted.class))
                .singleElement()
                .matches(CallEvent.Alerted::sent);
    }

    /** The gateway took it, and its answer came late or to a node that is gone: the receipt is what tells. */
    @Test
    void anAlertOfWhichAReceiptSpeaksFirstIsToldAsSentAndNotAsGivenUp() {
        Alert alert = textMessage();
        messages.receipt(alert.id().toString(), true, LONG_AGO);
        alerts.givenUp(alert, "la passerelle n’a pas répondu", LONG_AGO);
        assertThat(told(alert.call().orElseThrow(), CallEvent.Alerted.class))
                .singleElement()
                .matches(CallEvent.Alerted::sent);
    }

    @Test
    void whatWasTakenBackIsNoReasonForSilence() {
        Alert alert = alert(AlertChannel.MAIL, "le téléphone est renvoyé " + UUID.randomUUID());
        Instant farAhead = Instant.parse("2999-01-01T00:00:00Z");
        String subject = alert.content().subject();
        undone(() -> alerts.add(List.of(alert), farAhead));
        assertThat(alerts.wasQueued(alert.territory(), subject, LONG_AGO)).isFalse();
        alerts.add(List.of(alert), farAhead);
        assertThat(alerts.wasQueued(alert.territory(), subject, LONG_AGO)).isTrue();
        assertThat(alerts.wasQueued(alert.territory(), subject, farAhead))
                .as("an hour later")
                .isFalse();
        assertThat(alerts.wasQueued(alert.territory(), "autre chose", LONG_AGO)).isFalse();
    }

    private Alert textMessage() {
        Alert alert = alert(AlertChannel.SMS, "sujet");
        Instant farAhead = Instant.parse("2999-01-01T00:00:00Z");
        alerts.add(List.of(alert), farAhead);
        assertThat(alerts.take(new Waiting(alert, 0), farAhead)).isTrue();
        return alert;
    }

    private Alert alert(AlertChannel channel, String subject) {
        return new Alert(
                UUID.randomUUID(),
                Optional.of(callThatIsKnown()),
                new TerritoryCode("NOWHERE"),
                channel,
                Optional.empty(),
                new Alert.Content(subject, "texte"));
    }

    private CallId callThatIsKnown() {
        var call = new CallId("ledger-" + UUID.randomUUID());
        journal.append(Calls.answeredBySecond(call.value()));
        await().until(() -> archive.find(call).isPresent());
        return call;
    }

    private static void undone(Runnable act) {
        QuarkusTransaction.begin();
        act.run();
        QuarkusTransaction.rollback();
    }

    private <E extends CallEvent> List<E> told(CallId call, Class<E> what) {
        await().until(() -> journal.age().isZero());
        return archive.find(call).orElseThrow().story().events().stream()
                .filter(what::isInstance)
                .map(what::cast)
                .toList();
    }

    private Waiting waiting(Alert alert, Instant now) {
        return alerts.due(now).stream()
                .filter(one -> one.alert().id().equals(alert.id()))
                .findFirst()
                .orElseThrow();
    }

    private static OpenLineCheck check() {
        return new OpenLineCheck(
                UUID.randomUUID(),
                new OpenLineCheck.HeldDuty(
                        new TerritoryCode("NOWHERE"),
                        LocalDate.of(2001, 1, 1),
                        new PhysicianId(UUID.randomUUID()),
                        LONG_AGO),
                0,
                Optional.empty(),
                Optional.empty());
    }
}
