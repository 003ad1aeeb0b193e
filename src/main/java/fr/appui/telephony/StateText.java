package fr.appui.telephony;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.dispatch.CallState;
import fr.appui.dispatch.CallState.Arriving;
import fr.appui.dispatch.CallState.AskingNumber;
import fr.appui.dispatch.CallState.AskingProfile;
import fr.appui.dispatch.CallState.Attempt;
import fr.appui.dispatch.CallState.Callee;
import fr.appui.dispatch.CallState.Caller;
import fr.appui.dispatch.CallState.Finished;
import fr.appui.dispatch.CallState.Holding;
import fr.appui.dispatch.CallState.Outlet;
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

    private static final String VERSION = "2";

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
                    case Holding holding -> holding(holding);
                    case PuttingThrough through -> {
                        List<Object> all = new ArrayList<>(List.of(
                                "putting-through",
                                through.ending(),
                                through.until().toEpochMilli(),
                                through.repeats(),
                                through.left().size() + 1));
                        addOutlet(all, through.outlet());
                        through.left().forEach(outlet -> addOutlet(all, outlet));
                        yield all;
                    }
                    case AskingNumber asking -> {
                        List<Object> all = new ArrayList<>(List.of(
                                "asking-number",
                                asking.asked(),
                                asking.until().toEpochMilli(),
                                asking.lines().size()));
                        asking.lines().forEach(outlet -> addOutlet(all, outlet));
                        yield all;
                    }
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
            case "holding" -> {
                int repeats = Integer.parseInt(fields.next());
                yield new Holding(readRinging(fields), repeats);
            }
            case "putting-through" -> readPuttingThrough(fields);
            case "asking-number" ->
                new AskingNumber(Integer.parseInt(fields.next()), instant(fields), readOutlets(fields));
            case "finished" -> new Finished(Ending.valueOf(fields.next()));
            default -> throw new IllegalArgumentException("state of a call: unknown kind " + kind);
        };
    }

    private static List<Object> ringing(Ringing ringing) {
        List<Object> fields = new ArrayList<>(List.of("ringing"));
        addRinging(fields, ringing);
        return fields;
    }

    private static List<Object> holding(Holding holding) {
        List<Object> fields = new ArrayList<>(List.of("holding", holding.repeats()));
        addRinging(fields, holding.awaited());
        return fields;
    }

    private static void addRinging(List<Object> fields, Ringing ringing) {
        fields.addAll(List.of(
                ringing.line().e164(),
                ringing.caller().origin(),
                ringing.caller().profile(),
                ringing.caller().house().orElse(""),
                ringing.until().toEpochMilli(),
                ringing.holds(),
                ringing.repeats(),
                ringing.current().number(),
                ringing.beside().isPresent() ? 1 : 0,
                ringing.left().size()));
        addCallee(fields, ringing.current().callee());
        ringing.beside().ifPresent(callee -> addCallee(fields, callee));
        ringing.left().forEach(callee -> addCallee(fields, callee));
    }

    private static Ringing readRinging(Iterator<String> fields) {
        PhoneNumber line = new PhoneNumber(fields.next());
        Caller caller =
                new Caller(Origin.valueOf(fields.next()), Profile.valueOf(fields.next()), optional(fields.next()));
        Instant until = instant(fields);
        int holds = Integer.parseInt(fields.next());
        int repeats = Integer.parseInt(fields.next());
        int number = Integer.parseInt(fields.next());
        int beside = Integer.parseInt(fields.next());
        int left = Integer.parseInt(fields.next());
        Attempt current = new Attempt(number, readCallee(fields));
        return new Ringing(
                line,
                caller,
                until,
                current,
                readCallees(beside, fields).stream().findFirst(),
                readCallees(left, fields),
                holds,
                repeats);
    }

    private static void addCallee(List<Object> fields, Callee callee) {
        fields.addAll(List.of(
                callee.rung(),
                callee.physician(),
                callee.phone().e164(),
                callee.ring().toMillis(),
                callee.relief().map(TerritoryCode::value).orElse("")));
    }

    private static List<Callee> readCallees(int count, Iterator<String> fields) {
        List<Callee> callees = new ArrayList<>();
        for (int left = count; left > 0; left--) {
            callees.add(readCallee(fields));
        }
        return callees;
    }

    private static Callee readCallee(Iterator<String> fields) {
        return new Callee(
                Integer.parseInt(fields.next()),
                PhysicianId.parse(fields.next()),
                new PhoneNumber(fields.next()),
                Duration.ofMillis(Long.parseLong(fields.next())),
                optional(fields.next()).map(TerritoryCode::new));
    }

    private static PuttingThrough readPuttingThrough(Iterator<String> fields) {
        Ending ending = Ending.valueOf(fields.next());
        Instant until = instant(fields);
        int repeats = Integer.parseInt(fields.next());
        List<Outlet> outlets = readOutlets(fields);
        return new PuttingThrough(outlets.getFirst(), ending, until, outlets.subList(1, outlets.size()), repeats);
    }

    private static void addOutlet(List<Object> fields, Outlet outlet) {
        fields.addAll(List.of(outlet.destination(), outlet.number().e164()));
    }

    private static List<Outlet> readOutlets(Iterator<String> fields) {
        List<Outlet> outlets = new ArrayList<>();
        for (int left = Integer.parseInt(fields.next()); left > 0; left--) {
            outlets.add(new Outlet(Destination.valueOf(fields.next()), new PhoneNumber(fields.next())));
        }
        return outlets;
    }

    private static Instant instant(Iterator<String> fields) {
        return Instant.ofEpochMilli(Long.parseLong(fields.next()));
    }

    private static Optional<String> optional(String field) {
        return Optional.of(field).filter(value -> !value.isEmpty());
    }
}
