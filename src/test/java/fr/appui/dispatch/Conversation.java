package fr.appui.dispatch;

import fr.appui.directory.PhoneNumber;
import fr.appui.dispatch.Announcement.Digits;
import fr.appui.dispatch.Announcement.Recorded;
import fr.appui.dispatch.Announcement.TerritoryName;
import fr.appui.dispatch.Announcement.TimeOfDay;
import fr.appui.dispatch.CallState.Finished;
import fr.appui.dispatch.Command.Ring;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plays the switch: reports an observation, keeps the command and what was recorded. One second passes each time. */
final class Conversation {

    private static final CallId CALL = new CallId("lille-1772737924.1");

    private FakeRota rota;
    private Instant now;
    private CallState state = new CallState.Arriving();
    private Command command = new Command.HangUp(List.of());
    private final List<CallEvent> recorded = new ArrayList<>();

    Conversation(FakeRota rota, Instant start) {
        this.rota = rota;
        this.now = start;
    }

    static Conversation tonight(FakeRota rota) {
        return new Conversation(rota, FakeRota.EVENING);
    }

    Conversation rotaBecomes(FakeRota changed) {
        rota = changed;
        return this;
    }

    Conversation clockAt(Instant instant) {
        now = instant;
        return this;
    }

    Conversation arrives() {
        return sees(new Observation.Arrived("0344112233", Origin.PUBLIC, Optional.empty()));
    }

    Conversation arrivesFrom(Origin origin) {
        return sees(new Observation.Arrived("0344112233", origin, Optional.empty()));
    }

    Conversation keys(char key) {
        return sees(new Observation.KeyPressed(key));
    }

    Conversation silence() {
        return sees(new Observation.NoKey());
    }

    Conversation rang(AttemptResult result) {
        return sees(new Observation.AttemptFinished(((Ring) command).attempt(), result, 16));
    }

    /** Both telephones that rang side by side. */
    Conversation rangBoth(AttemptResult result, AttemptResult beside) {
        return sees(new Observation.AttemptFinished(((Ring) command).attempt(), result, 16, Optional.of(beside)));
    }

    Conversation waited() {
        return sees(new Observation.Waited());
    }

    Conversation keysNumber(String number) {
        return sees(new Observation.NumberKeyed(PhoneNumber.tryParse(number)));
    }

    Conversation otherLine(boolean answered) {
        return sees(new Observation.PutThroughFinished(answered, 16));
    }

    Conversation callerGone() {
        return sees(new Observation.CallerGone(16));
    }

    Conversation sees(Observation observation) {
        Decision decision = Dispatch.decide(state, observation, new CallContext(CALL, now, rota));
        state = decision.next();
        command = decision.command();
        recorded.addAll(decision.events());
        now = now.plusSeconds(1);
        return this;
    }

    Command command() {
        return command;
    }

    CallState state() {
        return state;
    }

    String said() {
        return inWords(
                command instanceof Command.PutThrough through
                        ? Stream.concat(through.first().stream(), through.say().stream())
                                .toList()
                        : command.say());
    }

    String whispered() {
        return inWords(((Ring) command).whisper());
    }

    /** The keys of what was recorded, in order, each once, as the trace keeps them. */
    List<String> trace() {
        return recorded.stream().map(CallEvent::key).distinct().toList();
    }

    <T extends CallEvent> T event(Class<T> type) {
        return recorded.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    boolean over() {
        return state instanceof Finished;
    }

    Ending ending() {
        return event(CallEvent.Ended.class).ending();
    }

    private static String inWords(List<Announcement> say) {
        return say.stream().map(Conversation::inWords).collect(Collectors.joining(" "));
    }

    private static String inWords(Announcement announcement) {
        return switch (announcement) {
            case Recorded recorded -> recorded.name();
            case Digits digits -> digits.number().national().replace(" ", "");
            case TimeOfDay time -> time.time().toString();
            case TerritoryName name -> name.territory().value();
        };
    }
}
