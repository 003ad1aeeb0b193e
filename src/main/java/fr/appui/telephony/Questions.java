package fr.appui.telephony;

import fr.appui.dispatch.CallContext;
import fr.appui.dispatch.CallState;
import fr.appui.dispatch.Decision;
import fr.appui.dispatch.Dispatch;
import fr.appui.dispatch.Observation;
import fr.appui.rota.RotaSnapshot;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEvent.AttemptEnded;
import fr.appui.trace.CallEvent.AttemptStarted;
import fr.appui.trace.CallId;
import fr.appui.trace.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.jboss.logging.Logger;

/**
 * One question of the dialplan: what is known of the call and what was just seen come in, one answer goes back, and only
 * then are the events recorded. An answer that could not be delivered records nothing: the dialplan went on by itself and
 * states what it does in CEL.
 */
final class Questions implements AgiScript {

    private static final Logger LOG = Logger.getLogger(Questions.class);
    private static final String ANSWER = "APPUI_ANSWER";
    private static final String PROOF = "proof";
    private static final int ARGUMENTS = 3;
    private static final int STATE = 3;
    private static final int SECRET = 4;

    private final Supplier<RotaSnapshot> rota;
    private final Journal journal;
    private final Clock clock;
    private final AnswerText text;
    private final Predicate<CallId> witnessed;
    private final BiPredicate<String, String> isTrusted;
    private final Function<RoundTrip.Question, Optional<String>> proofs;
    private final MeterRegistry meters;
    private volatile boolean told;

    /**
     * @param witnessed whether the switch of a call tells what becomes of it, so that it need not be guessed here
     * @param isTrusted whether this call, with this secret, is a question of a switch of ours: the answer holds numbers
     * @param proofs what is answered to a question that only asks whether it is heard
     */
    Questions(
            Supplier<RotaSnapshot> rota,
            Journal journal,
            Clock clock,
            AnswerText text,
            Predicate<CallId> witnessed,
            BiPredicate<String, String> isTrusted,
            Function<RoundTrip.Question, Optional<String>> proofs,
            MeterRegistry meters) {
        this.rota = rota;
        this.journal = journal;
        this.clock = clock;
        this.text = text;
        this.witnessed = witnessed;
        this.isTrusted = isTrusted;
        this.proofs = proofs;
        this.meters = meters;
    }

    @Override
    public void service(AgiRequest request, AgiChannel channel) throws AgiException {
        String[] arguments = request.getArguments();
        if (arguments.length < ARGUMENTS) {
            LOG.warnf("a question with %d arguments: is the dialplan of this version?", arguments.length);
            return;
        }
        boolean trusted = isTrusted.test(arguments[1], argument(arguments, SECRET));
        if (PROOF.equals(request.getScript())) {
            prove(new RoundTrip.Question(arguments[0], arguments[1], argument(arguments, STATE), trusted), channel);
            return;
        }
        if (!trusted) {
            LOG.warn("a question without the secret of its switch is not answered (question-secret, APPUI_SECRET)");
            return;
        }
        if (!rota.get().isKnown()) {
            knowsNothing();
            return;
        }
        Timer.Sample sample = Timer.start(meters);
        Answer answer = answer(arguments);
        channel.setVariable(ANSWER, answer.text());
        sample.stop(timer(answer.command()));
        journal.appendLive(answer.events());
    }

    private void prove(RoundTrip.Question question, AgiChannel channel) throws AgiException {
        Optional<String> answer = proofs.apply(question);
        if (answer.isPresent()) {
            channel.setVariable(ANSWER, answer.get());
        }
    }

    /**
     * A node that has read no rota yet must not say of a line that it does not exist: it says nothing, and the dialplan asks the
     * next node, or goes on with the ladder in AstDB.
     */
    private void knowsNothing() {
        if (!told) {
            told = true;
            LOG.warn("no rota was read yet: questions are left to the other nodes and to the ladder kept in AstDB");
        }
    }

    /** One that is empty is not there, or null where another follows. */
    private static String argument(String[] arguments, int place) {
        return arguments.length > place ? Objects.toString(arguments[place], "") : "";
    }

    private record Answer(String text, String command, List<CallEvent> events) {}

    private Answer answer(String[] arguments) {
        try {
            Decision decision = decide(arguments[1], arguments[2], argument(arguments, STATE));
            return new Answer(
                    text.write(arguments[0], decision),
                    AnswerText.name(decision.command()),
                    recorded(decision, new CallId(arguments[1]), kind(arguments)));
        } catch (RuntimeException bug) {
            LOG.errorf(
                    bug, "call %s: no decision on « %s »; the dialplan goes on alone", arguments[1], kind(arguments));
            return new Answer(AnswerText.goOnAlone(arguments[0]), "alone", List.of());
        }
    }

    /**
     * Attempts begin and end as the switch tells them: a physician who is busy elsewhere is passed over within a millisecond, and
     * two witnesses with two clocks would tell the end before the beginning.
     */
    private List<CallEvent> recorded(Decision decision, CallId call, String observed) {
        boolean toldByTheSwitch = observed.equals("attempt");
        return witnessed.test(call)
                ? decision.events().stream()
                        .filter(event -> !(event instanceof AttemptStarted)
                                && !(toldByTheSwitch && event instanceof AttemptEnded))
                        .toList()
                : decision.events();
    }

    private Decision decide(String call, String observation, String state) {
        CallContext context = new CallContext(new CallId(call), clock.instant(), rota.get());
        CallState known = StateText.read(state);
        Observation seen = ObservationText.read(observation);
        return Dispatch.decide(known, seen, context);
    }

    /** The word alone: what follows may be a caller's number, which no log holds. */
    private static String kind(String[] arguments) {
        return arguments[2].split("\\|", 2)[0];
    }

    private Timer timer(String command) {
        return Timer.builder("appui.telephony.decision")
                .description("From the dialplan's question to the answer's delivery")
                .tag("command", command)
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }
}
