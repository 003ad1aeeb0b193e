package fr.appui.telephony;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.dispatch.CallState;
import fr.appui.dispatch.CallState.Arriving;
import fr.appui.dispatch.CallState.AskingNumber;
import fr.appui.dispatch.CallState.AskingProfile;
import fr.appui.dispatch.CallState.Attempt;
import fr.appui.dispatch.CallState.Caller;
import fr.appui.dispatch.CallState.Finished;
import fr.appui.dispatch.CallState.PuttingThrough;
import fr.appui.dispatch.CallState.Ringing;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The state of a call as it travels in a channel variable, so that any node can answer the next question. The version
 * comes first: a node of another version refuses it, and the call goes on with the static ladder.
 */
final class StateText {

    private static final String VERSION = "1";

    private StateText() {}

    static String write(CallState state) {
        List<Object> fields = new ArrayList<>(List.of(VERSION));
        fields.addAll(
                switch (state) {
                    case Arriving arriving -> List.of("arriving");
                    case AskingProfile asking ->
                        List.of(
                                "asking-profile",
                                asking.line().e164(),
                                asking.arrived().toEpochMilli(),
                                asking.asked());
                    case Ringing ringing -> ringing(ringing);
                    case PuttingThrough through ->
                        List.of(
                                "putting-through",
                                through.number().e164(),
                                through.destination(),
                                through.ending(),
                                through.repeats());
                    case AskingNumber asking ->
                        List.of(
                                "asking-number",
                                asking.asked(),
                                asking.fallback().map(PhoneNumber::e164).orElse(""));
                    case Finished finished -> List.of("finished", finished.ending());
                });
        return Wire.fields(fields.toArray());
    }

    /** @param text empty for a call that was not asked about yet */
    static CallState read(String text) {
        if (text.isEmpty()) {
            return new Arriving();
        }
        Iterator<String> fields = Wire.parse(text).iterator();
        try {
            String version = fields.next();
            if (!version.equals(VERSION)) {
                throw new IllegalArgumentException("state of a call: version " + version + " is not " + VERSION);
            }
            return read(fields.next(), fields);
        } catch (java.util.NoSuchElementException cut) {
            throw new IllegalArgumentException("state of a call: cut short", cut);
        }
    }

    private static CallState read(String kind, Iterator<String> fields) {
        return switch (kind) {
            case "arriving" -> new Arriving();
            case "asking-profile" ->
                new AskingProfile(
                        new PhoneNumber(fields.next()),
                        Instant.ofEpochMilli(Long.parseLong(fields.next())),
                        Integer.parseInt(fields.next()));
            case "ringing" -> readRinging(fields);
            case "putting-through" ->
                new PuttingThrough(
                        new PhoneNumber(fields.next()),
                        Destination.valueOf(fields.next()),
                        Ending.valueOf(fields.next()),
                        Integer.parseInt(fields.next()));
            case "asking-number" -> new AskingNumber(Integer.parseInt(fields.next()), number(fields.next()));
            case "finished" -> new Finished(Ending.valueOf(fields.next()));
            default -> throw new IllegalArgumentException("state of a call: unknown kind " + kind);
        };
    }

    private static List<Object> ringing(Ringing ringing) {
        List<Object> fields = new ArrayList<>(List.of(
                "ringing",
                ringing.line().e164(),
                ringing.caller().origin(),
                ringing.caller().profile(),
                ringing.repeats(),
                ringing.left().size() + 1));
        addAttempt(fields, ringing.current());
        ringing.left().forEach(attempt -> addAttempt(fields, attempt));
        return fields;
    }

    private static Ringing readRinging(Iterator<String> fields) {
        PhoneNumber line = new PhoneNumber(fields.next());
        Caller caller = new Caller(Origin.valueOf(fields.next()), Profile.valueOf(fields.next()));
        int repeats = Integer.parseInt(fields.next());
        List<Attempt> attempts = new ArrayList<>();
        for (int left = Integer.parseInt(fields.next()); left > 0; left--) {
            attempts.add(readAttempt(fields));
        }
        return new Ringing(line, caller, attempts.getFirst(), attempts.subList(1, attempts.size()), repeats);
    }

    private static void addAttempt(List<Object> fields, Attempt attempt) {
        fields.addAll(List.of(
                attempt.number(),
                attempt.rung(),
                attempt.physician(),
                attempt.phone().e164(),
                attempt.ring().toMillis()));
    }

    private static Attempt readAttempt(Iterator<String> fields) {
        return new Attempt(
                Integer.parseInt(fields.next()),
                Integer.parseInt(fields.next()),
                PhysicianId.parse(fields.next()),
                new PhoneNumber(fields.next()),
                Duration.ofMillis(Long.parseLong(fields.next())));
    }

    private static Optional<PhoneNumber> number(String e164) {
        return e164.isEmpty() ? Optional.empty() : Optional.of(new PhoneNumber(e164));
    }
}
