package fr.appui.telephony;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.WaitingSound;
import fr.appui.dispatch.Announcement;
import fr.appui.dispatch.CallContext;
import fr.appui.dispatch.CallState.Arriving;
import fr.appui.dispatch.CallState.Callee;
import fr.appui.dispatch.CallState.Ringing;
import fr.appui.dispatch.Command.PutThrough;
import fr.appui.dispatch.Decision;
import fr.appui.dispatch.Dispatch;
import fr.appui.dispatch.Observation.Arrived;
import fr.appui.rota.NextDoor;
import fr.appui.rota.OnDuty;
import fr.appui.rota.RotaSnapshot;
import fr.appui.trace.CallEvent.LadderOpened;
import fr.appui.trace.CallId;
import fr.appui.trace.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one line does over the coming days, as AstDB holds it for the time when the service does not answer
 * (extensions-static.conf). Made by asking {@link Dispatch} what it would do at each moment: the rules stay there.
 */
record StaticLadder(String line, WaitingSound waiting, Map<String, String> values, List<String> dialled) {

    /** How often it is looked whether something changes where it is not known when: beyond what was read of a rota. */
    private static final Duration STEP = Duration.ofMinutes(5);

    private static final CallId NO_CALL = new CallId("static-ladder");

    /** @param published the line of a number; what answers it may be another one, joined to it */
    static StaticLadder of(
            SupportLine published, RotaSnapshot rota, Instant from, Duration ahead, Recordings recordings) {
        SupportLine line = answering(published, rota, from);
        Instant until = from.plus(ahead);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("gate", line.settings().asksProfile() ? "1" : "0");
        values.put("no-key", line.settings().caller().whenNoKey().name());
        values.put(
                "whisper",
                recordings.territory(line.territory()).map(name -> name + "&").collect(Collectors.joining()));
        values.put(
                "children",
                Announcement.children(rota.rules(line).paediatric()).stream()
                        .map(said -> "&" + recordings.of(List.of(said)))
                        .collect(Collectors.joining()));
        values.put("fallback", line.settings().fallback().map(PhoneNumber::e164).orElse(""));
        values.put(
                "samu",
                line.settings().escalation().samu().map(PhoneNumber::e164).orElse(""));
        values.put("until", Long.toString(until.getEpochSecond()));
        List<String> windows = windows(published, rota, from, until, recordings);
        values.put("count", Integer.toString(windows.size()));
        for (int i = 0; i < windows.size(); i++) {
            values.put("w" + (i + 1), windows.get(i));
        }
        return new StaticLadder(
                digits(published.number().e164()),
                line.settings().caller().waitingSound(),
                values,
                dialled(published.number()));
    }

    /** What a number dialled leads to; what a caller hears while they wait is known before anything is asked. */
    String known() {
        return switch (waiting) {
            case MUSIC -> line;
            case RINGING -> line + "|ringing";
        };
    }

    private static List<String> windows(
            SupportLine line, RotaSnapshot rota, Instant from, Instant until, Recordings recordings) {
        List<String> windows = new ArrayList<>();
        Instant start = from;
        String current = row(line, rota, from, recordings);
        Instant at = from;
        while (at.isBefore(until)) {
            Instant before = at;
            at = next(line, rota, at, until);
            String row = at.isBefore(until) ? row(line, rota, at, recordings) : "";
            if (!row.equals(current)) {
                if (at.isBefore(until)) {
                    at = firstChange(line, rota, before, at, current, recordings);
                    row = row(line, rota, at, recordings);
                }
                windows.add(start.getEpochSecond() + "|" + at.getEpochSecond() + "|" + current);
                start = at;
                current = row;
            }
        }
        return windows;
    }

    /** @return the second at which the row is not the same any more, of those after {@code same} and up to {@code other} */
    private static Instant firstChange(
            SupportLine line, RotaSnapshot rota, Instant same, Instant other, String row, Recordings recordings) {
        long last = same.getEpochSecond();
        long first = other.getEpochSecond();
        // nearly always at the very step: the end of a window, the beginning of the next
        long middle = first - 1;
        while (last < first - 1) {
            if (row(line, rota, Instant.ofEpochSecond(middle), recordings).equals(row)) {
                last = middle;
            } else {
                first = middle;
            }
            middle = (last + first) / 2;
        }
        return Instant.ofEpochSecond(first);
    }

    private static SupportLine answering(SupportLine published, RotaSnapshot rota, Instant at) {
        return rota.line(published.number(), at)
                .filter(line -> !line.territory().equals(published.territory()))
                .orElse(published);
    }

    private static Instant next(SupportLine line, RotaSnapshot rota, Instant at, Instant until) {
        Instant change = earlier(rota.sameUntil(line, at), NextDoor.sameUntil(answering(line, rota, at), at, rota));
        return earlier(change.isAfter(at) ? change : at.plus(STEP), until);
    }

    /** The rest of a window's row: {@code open|date|attempts} or {@code closed|recordings|number|recordings|destination}. */
    private static String row(SupportLine line, RotaSnapshot rota, Instant at, Recordings recordings) {
        var arrived = new Arrived(line.number().e164(), Origin.SAMU, Optional.empty());
        Decision decision = Dispatch.decide(new Arriving(), arrived, new CallContext(NO_CALL, at, rota));
        if (decision.next() instanceof Ringing ringing) {
            return "open|" + dutyDate(decision) + "|" + attempts(ringing, rota);
        }
        return switch (rota.onDuty(answering(line, rota, at), at)) {
            case OnDuty.Open open -> "open|" + open.window().date() + "|";
            case OnDuty.Closed closed ->
                decision.command() instanceof PutThrough through
                        ? String.join(
                                "|",
                                "closed",
                                recordings.of(through.first()),
                                through.number().e164(),
                                recordings.of(through.say()),
                                through.destination().name())
                        : "closed|" + recordings.of(decision.command().say()) + "|";
        };
    }

    private static String dutyDate(Decision decision) {
        return decision.events().stream()
                .filter(LadderOpened.class::isInstance)
                .map(event -> ((LadderOpened) event).dutyDate().toString())
                .findFirst()
                .orElse("");
    }

    /** One after the other: who would be rung beside the first comes next. */
    private static String attempts(Ringing ringing, RotaSnapshot rota) {
        List<Callee> callees = Stream.of(
                        Stream.of(ringing.current().callee()), ringing.beside().stream(), ringing.left().stream())
                .flatMap(part -> part)
                .toList();
        List<TerritoryCode> neighbours = callees.stream()
                .flatMap(callee -> callee.relief().stream())
                .distinct()
                .toList();
        return callees.stream().map(callee -> attempt(callee, neighbours, rota)).collect(Collectors.joining("&"));
    }

    private static String attempt(Callee callee, List<TerritoryCode> neighbours, RotaSnapshot rota) {
        return String.join(
                "/",
                callee.phone().e164(),
                callee.physician().toString(),
                Integer.toString(callee.rung()),
                Long.toString(callee.ring().toSeconds()),
                callee.relief()
                        .map(territory -> "relief-" + (neighbours.indexOf(territory) + 1))
                        .orElse(""),
                rota.isOnePersons(callee.phone()) ? "own" : "");
    }

    /** The ways in which an operator may write the number dialled, digits only. */
    private static List<String> dialled(PhoneNumber number) {
        String digits = digits(number.e164());
        return List.of(digits, "00" + digits, digits(number.national()));
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
