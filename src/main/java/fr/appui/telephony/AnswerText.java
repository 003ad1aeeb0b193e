package fr.appui.telephony;

import fr.appui.directory.PhoneNumber;
import fr.appui.dispatch.Command;
import fr.appui.dispatch.Command.AskNumber;
import fr.appui.dispatch.Command.AskProfile;
import fr.appui.dispatch.Command.HangUp;
import fr.appui.dispatch.Command.Hold;
import fr.appui.dispatch.Command.PutThrough;
import fr.appui.dispatch.Command.Ring;
import fr.appui.dispatch.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * An answer in one channel variable: the question's number, the command, the next state, the facts decided, what is said,
 * the command's arguments. One variable on purpose: the dialplan reads a whole answer or none.
 *
 * @param isOnePersons whether who calls from this number is certainly the physician whose it is
 */
record AnswerText(Recordings recordings, Predicate<PhoneNumber> isOnePersons) {

    /** Asterisk reads a line of FastAGI into 2 048 bytes; the variable's name and quotes come on top. */
    static final int LONGEST = 1_950;

    /** Says that the service cannot decide: the dialplan goes on by itself, without thinking the service dead. */
    static String goOnAlone(String question) {
        return String.join(Wire.PARTS, question, "alone", "", "", "");
    }

    /** @throws IllegalStateException when it would not fit, so that Asterisk never cuts one */
    String write(String question, Decision decision) {
        List<String> parts = new ArrayList<>(List.of(
                question,
                name(decision.command()),
                StateText.write(decision.next()),
                Facts.of(decision),
                recordings.of(decision.command().say())));
        parts.addAll(arguments(decision.command()));
        String answer = String.join(Wire.PARTS, parts);
        if (answer.length() > LONGEST) {
            throw new IllegalStateException("an answer of " + answer.length() + " characters does not fit");
        }
        return answer;
    }

    /** The extension of {@code appui-command} that carries it out. */
    static String name(Command command) {
        return switch (command) {
            case AskProfile ask -> "ask-profile";
            case Ring ring -> "ring";
            case Hold hold -> "hold";
            case PutThrough through -> "put-through";
            case AskNumber ask -> "ask-number";
            case HangUp hangUp -> "hang-up";
        };
    }

    private List<String> ring(Ring ring) {
        var arguments = new ArrayList<>(List.of(
                Integer.toString(ring.attempt()),
                ring.number().e164(),
                Long.toString(ring.ring().toSeconds()),
                recordings.of(ring.whisper()),
                own(ring.physician().toString(), ring.number())));
        ring.beside()
                .ifPresent(beside -> arguments.add(String.join(
                        "/",
                        Integer.toString(beside.attempt()),
                        beside.number().e164(),
                        Long.toString(beside.ring().toSeconds()),
                        beside.physician().toString(),
                        own(Long.toString(beside.after().toSeconds()), beside.number()))));
        return arguments;
    }

    private String own(String before, PhoneNumber number) {
        return isOnePersons.test(number) ? before + "/own" : before;
    }

    private List<String> arguments(Command command) {
        return switch (command) {
            case Ring ring -> ring(ring);
            case Hold hold ->
                List.of(
                        Long.toString(hold.longest().toSeconds()),
                        hold.physician().toString());
            case PutThrough through ->
                List.of(
                        through.destination().name(),
                        through.number().e164(),
                        Long.toString(through.ring().toSeconds()),
                        recordings.of(through.first()));
            case AskProfile ask -> List.of();
            case AskNumber ask -> List.of();
            case HangUp hangUp -> List.of();
        };
    }
}
