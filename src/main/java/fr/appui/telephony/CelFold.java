package fr.appui.telephony;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEvent.AttemptEnded;
import fr.appui.trace.CallEvent.AttemptStarted;
import fr.appui.trace.CallEvent.Bridged;
import fr.appui.trace.CallEvent.CallBackAsked;
import fr.appui.trace.CallEvent.Degraded;
import fr.appui.trace.CallEvent.Ended;
import fr.appui.trace.CallEvent.FoundClosed;
import fr.appui.trace.CallEvent.LadderOpened;
import fr.appui.trace.CallEvent.NobodyReached;
import fr.appui.trace.CallEvent.ProfileChosen;
import fr.appui.trace.CallEvent.PutThrough;
import fr.appui.trace.CallEvent.PutThroughEnded;
import fr.appui.trace.CallEvent.Received;
import fr.appui.trace.CallEvent.ReliefCalled;
import fr.appui.trace.CallEvent.SamuAsked;
import fr.appui.trace.CallEvent.SamuJoined;
import fr.appui.trace.CallEvent.SamuLeft;
import fr.appui.trace.CallEvent.Transferred;
import fr.appui.trace.CallEvent.Unbridged;
import fr.appui.trace.CallId;
import fr.appui.trace.CutShort;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import fr.appui.trace.TransferKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One call, folded from what the switch says of it into trace events: live from AMI, or afterwards from the CEL file. Holds
 * no clock: an event's time is its record's. The end of a call is its last leg's, never a script's.
 */
final class CelFold implements CallFold {

    private static final String WITHOUT_SERVICE = "échelle de secours du commutateur : le service ne répondait pas";
    private static final String REBUILT = "reconstitué d’après le commutateur";

    private final CallId call;
    /** Whose line answers a number, at the moment of the call: lines are joined later, and calls are read afterwards. */
    private final BiFunction<PhoneNumber, Instant, Optional<TerritoryCode>> territories;

    private final Map<String, Set<String>> bridges = new HashMap<>();
    private final Set<String> joined = new LinkedHashSet<>();

    private @Nullable String caller;
    private final Map<Integer, AttemptStarted> decided = new HashMap<>();
    private final Set<Integer> openAttempts = new LinkedHashSet<>();

    /** Legs of a SAMU that the physician called in: their coming and going is stated by the dialplan. */
    private final Set<String> guests = new LinkedHashSet<>();

    private final Set<String> guestsAsked = new LinkedHashSet<>();
    private int guestsExpected;
    private final Map<String, Integer> timesJoined = new HashMap<>();
    /** Said to be accepted or answered: so they are once the two are joined. */
    private final Map<Integer, AttemptEnded> accepting = new LinkedHashMap<>();

    private @Nullable PutThroughEnded answering;
    private boolean accepted;
    private boolean answered;
    private boolean handedOver;
    private boolean talked;
    private boolean nobody;
    private boolean closed;
    private @Nullable Destination through;
    private @Nullable Ending told;
    private int cause;
    private boolean over;

    CelFold(CallId call, BiFunction<PhoneNumber, Instant, Optional<TerritoryCode>> territories) {
        this.call = call;
        this.territories = territories;
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public List<CallEvent> accept(CelRecord record) {
        List<CallEvent> events = new ArrayList<>();
        if (over) {
            return events;
        }
        switch (record.type()) {
            case CelRecord.SEEN, CelRecord.DECIDED ->
                record.stated()
                        .ifPresent(facts -> Wire.split(facts, Wire.FACTS)
                                .forEach(fact -> state(fact, record).forEach(events::add)));
            case "BRIDGE_ENTER" -> enter(record, events);
            case "BRIDGE_EXIT" -> exit(record, events);
            case CelRecord.ATTENDED_TRANSFER ->
                record.transfer().ifPresent(transfer -> handOver(transfer, record, events));
            case CelRecord.BLIND_TRANSFER ->
                record.transferredBlind()
                        .filter(leg -> leg.equals(caller))
                        .ifPresent(leg -> events.add(
                                new Transferred(call, record.at(), TransferKind.BLIND, leg, Optional.empty())));
            case "HANGUP" -> hangUp(record, events);
            case CelRecord.LAST -> end(record, events);
            default -> {} // the other types say nothing that these do not
        }
        return events;
    }

    @Override
    public List<CallEvent> cutOff(List<CallEvent> given, Instant last) {
        if (over || caller == null) {
            return List.of();
        }
        over = true;
        return CutShort.closing(given, last, ending());
    }

    private List<CallEvent> state(String fact, CelRecord record) {
        try {
            List<String> fields = Wire.parse(fact);
            return state(fields.getFirst(), fields, record);
        } catch (RuntimeException unreadable) {
            return List.of(new Degraded(call, record.at(), "unreadable-fact"));
        }
    }

    private List<CallEvent> state(String kind, List<String> fields, CelRecord record) {
        Instant at = record.at();
        return switch (kind) {
            case "arrived" -> List.of(arrived(fields, record));
            case "profile" -> List.of(new ProfileChosen(call, at, Profile.valueOf(fields.get(1))));
            case "closed" -> {
                closed = true;
                yield List.of(new FoundClosed(call, at, instant(fields)));
            }
            case "ladder" ->
                List.of(new LadderOpened(
                        call,
                        at,
                        LocalDate.parse(fields.get(1)),
                        Integer.parseInt(fields.get(2)),
                        record.type().equals(CelRecord.DECIDED) ? REBUILT : WITHOUT_SERVICE));
            case "attempt-started" -> started(fields, record);
            case "ringing" -> ringing(fields, at);
            case "attempt-ended" -> ended(fields, at);
            case "cut-off" -> partedAtOnce(fields, at);
            case "relief" -> List.of(new ReliefCalled(call, at, new TerritoryCode(fields.get(1))));
            case "samu-asked" -> {
                guestsExpected++;
                guestsAsked.add(fields.get(1));
                yield List.of(new SamuAsked(call, at, fields.get(1)));
            }
            case "samu-joined" -> List.of(new SamuJoined(call, at, fields.get(1)));
            case "samu-left" -> List.of(new SamuLeft(call, at, fields.get(1), Integer.parseInt(fields.get(2))));
            case "nobody" -> {
                nobody = true;
                yield List.of(new NobodyReached(call, at));
            }
            case "put-through" -> {
                through = Destination.valueOf(fields.get(1));
                yield List.of(new PutThrough(call, at, through));
            }
            case "put-through-ended" -> putThroughEnded(fields, at);
            case "call-back" ->
                PhoneNumber.tryParse(fields.get(1)).stream()
                        .<CallEvent>map(number -> new CallBackAsked(call, at, Optional.of(number)))
                        .toList();
            case "joins", Loops.LOOPED, LineAnswers.CONFIRMED, LineAnswers.UNCONFIRMED, LineAnswers.NO_ROOM ->
                List.of();
            case "degraded" -> List.of(new Degraded(call, at, fields.get(1)));
            case "finished" -> {
                told = Ending.valueOf(fields.get(1));
                yield List.of();
            }
            default -> List.of(new Degraded(call, at, "unknown-fact"));
        };
    }

    private Received arrived(List<String> fields, CelRecord record) {
        caller = record.channel();
        String digits = fields.get(1).replaceAll("\\D", "");
        return new Received(
                call,
                record.at(),
                digits.substring(0, Math.min(digits.length(), 32)),
                PhoneNumber.tryParse(fields.get(1)).flatMap(dialled -> territories.apply(dialled, record.at())),
                Origin.valueOf(fields.get(2)),
                PhoneNumber.tryParse(fields.get(3)));
    }

    /** What the service decided begins when the dialplan says that it rings: announcements come in between. */
    private List<CallEvent> started(List<String> fields, CelRecord record) {
        AttemptStarted started = new AttemptStarted(
                call,
                record.at(),
                Integer.parseInt(fields.get(1)),
                Integer.parseInt(fields.get(2)),
                PhysicianId.parse(fields.get(3)),
                Duration.ofSeconds(Long.parseLong(fields.get(4))));
        decided.put(started.attempt(), started);
        return record.type().equals(CelRecord.DECIDED)
                ? List.of()
                : ringing(List.of("", Integer.toString(started.attempt())), record.at());
    }

    private List<CallEvent> ringing(List<String> fields, Instant at) {
        int attempt = Integer.parseInt(fields.get(1));
        AttemptStarted known = decided.get(attempt);
        if (known == null) {
            return List.of();
        }
        openAttempts.add(attempt);
        return List.of(new AttemptStarted(call, at, attempt, known.rung(), known.physician(), known.ring()));
    }

    private List<CallEvent> ended(List<String> fields, Instant at) {
        int attempt = Integer.parseInt(fields.get(1));
        AttemptResult result = AttemptResult.valueOf(fields.get(2));
        var ended = new AttemptEnded(call, at, attempt, result, Integer.parseInt(fields.get(3)));
        if (result == AttemptResult.ACCEPTED) {
            accepting.put(attempt, ended);
            return List.of();
        }
        openAttempts.remove(attempt);
        return List.of(ended);
    }

    /** Moments after they were joined, or before: nobody was answered, and the search goes on. */
    private List<CallEvent> partedAtOnce(List<String> fields, Instant at) {
        int attempt = Integer.parseInt(fields.get(1));
        accepted = false;
        answered = false;
        talked = false;
        List<CallEvent> events = new ArrayList<>();
        leaveLine(at, events);
        if (accepting.remove(attempt) != null) {
            openAttempts.remove(attempt);
            events.add(new AttemptEnded(call, at, attempt, AttemptResult.CUT_OFF, 0));
        }
        return events;
    }

    /** Who still rings when the caller is gone rings for nobody. */
    private void leaveAttempts(Instant at, List<CallEvent> events) {
        openAttempts.forEach(attempt -> events.add(new AttemptEnded(call, at, attempt, AttemptResult.CALLER_GONE, 0)));
        openAttempts.clear();
    }

    private List<CallEvent> putThroughEnded(List<String> fields, Instant at) {
        boolean said = fields.get(2).equals("1");
        var ended = new PutThroughEnded(
                call, at, Destination.valueOf(fields.get(1)), said, Integer.parseInt(fields.get(3)));
        if (said) {
            answering = ended;
        }
        return said ? List.of() : List.of(ended);
    }

    /** A line that was answered for a caller who was gone. */
    private void leaveLine(Instant at, List<CallEvent> events) {
        if (answering != null) {
            events.add(new PutThroughEnded(call, at, answering.destination(), false, 0));
            answering = null;
        }
    }

    /** What was said before the two were joined is so now. */
    private void agree(List<CallEvent> events) {
        events.addAll(accepting.values());
        openAttempts.removeAll(accepting.keySet());
        accepted |= !accepting.isEmpty();
        accepting.clear();
        if (answering != null) {
            events.add(answering);
            answered = true;
            answering = null;
        }
    }

    private void enter(CelRecord record, List<CallEvent> events) {
        Set<String> present = bridges.computeIfAbsent(record.bridge().orElse(""), key -> new LinkedHashSet<>());
        present.add(record.channel());
        if (caller != null && present.contains(caller) && present.size() > 1) {
            agree(events);
        }
        if (caller != null && present.contains(caller) && (accepted || answered || handedOver)) {
            present.stream()
                    .filter(leg -> !leg.equals(caller) && !isGuest(leg) && joined.add(leg))
                    .forEach(leg -> events.add(new Bridged(call, record.at(), nextName(leg))));
            talked |= !joined.isEmpty();
        }
    }

    /** The leg that comes after the physician called the SAMU in; the dialplan states when the SAMU itself is there. */
    private boolean isGuest(String leg) {
        if (guestsExpected > 0 && !joined.isEmpty() && !joined.contains(leg) && guests.add(leg)) {
            guestsExpected--;
        }
        return guests.contains(leg);
    }

    /** A leg that is joined a second time, after a transfer, has a name of its own: two talks are two facts. */
    private String nextName(String leg) {
        return name(leg, timesJoined.merge(leg, 1, Integer::sum));
    }

    private String lastName(String leg) {
        return name(leg, timesJoined.getOrDefault(leg, 1));
    }

    private static String name(String leg, int time) {
        return time == 1 ? leg : leg + "/" + time;
    }

    /**
     * Who was announced takes the place of the one who announced them; where they have a trace of their own, it is told. While a telephone
     * still rings nobody is announced to anybody, nor joined.
     */
    private void handOver(CelRecord.Transfer transfer, CelRecord record, List<CallEvent> events) {
        TransferKind kind = transfer.target().isPresent() ? TransferKind.ATTENDED : TransferKind.BLIND;
        events.add(new Transferred(call, record.at(), kind, transfer.transferee(), announcement(record.linked())));
        List.copyOf(joined).stream().filter(joined::remove).forEach(leg -> unbridged(leg, record.at(), events));
        caller = transfer.transferee();
        transfer.target().ifPresent(leg -> {
            handedOver = true;
            talked = true;
            if (joined.add(leg)) {
                events.add(new Bridged(call, record.at(), nextName(leg)));
            }
        });
    }

    private Optional<CallId> announcement(String linked) {
        String own = call.value();
        int dash = own.lastIndexOf('-');
        return own.substring(dash + 1).equals(linked)
                ? Optional.empty()
                : Optional.of(new CallId(own.substring(0, dash + 1) + linked));
    }

    private void exit(CelRecord record, List<CallEvent> events) {
        List<String> parted = record.channel().equals(caller)
                ? List.copyOf(joined)
                : joined.stream().filter(record.channel()::equals).toList();
        parted.stream().filter(joined::remove).forEach(leg -> unbridged(leg, record.at(), events));
        // where they came in may have been read by another call, before a transfer
        record.bridge().map(bridges::get).ifPresent(present -> present.remove(record.channel()));
    }

    private void unbridged(String leg, Instant at, List<CallEvent> events) {
        events.add(new Unbridged(call, at, lastName(leg)));
    }

    private void hangUp(CelRecord record, List<CallEvent> events) {
        if (record.channel().equals(caller)) {
            cause = record.hangUpCause();
            leaveAttempts(record.at(), events);
        }
    }

    private void end(CelRecord record, List<CallEvent> events) {
        over = true;
        if (caller != null) {
            List.copyOf(joined).forEach(leg -> unbridged(leg, record.at(), events));
            leaveLine(record.at(), events);
            guestsAsked.forEach(guest -> events.add(new SamuLeft(call, record.at(), guest, 16)));
            events.add(new Ended(call, record.at(), ending(), cause));
        }
    }

    /** A call that was spoken in is answered, whatever was decided afterwards; a caller who left before all else gave up. */
    private Ending ending() {
        if (talked && answered && through != null) {
            return through.ending();
        }
        if (talked && accepted) {
            return Ending.ANSWERED;
        }
        if (told != null && told != Ending.ANSWERED) {
            return told;
        }
        if (closed) {
            return Ending.OUT_OF_HOURS;
        }
        return nobody ? Ending.NOT_REACHED : Ending.ABANDONED;
    }

    private static Optional<Instant> instant(List<String> fields) {
        return fields.size() < 2 || fields.get(1).isEmpty()
                ? Optional.empty()
                : Optional.of(Instant.parse(fields.get(1)));
    }
}
