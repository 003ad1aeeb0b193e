package fr.appui.calls;

import fr.appui.calls.FaultCaller.Dial;
import fr.appui.calls.FaultCaller.Fate;
import fr.appui.calls.FaultPlan.Script;
import fr.appui.trace.WireEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** After recovery: what the people lived, the switch, the database and the readers of Kafka, held against each other. */
final class Reckoning {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String TOPIC = "appui.calls.v1";

    /** A number as people or the product write it, and the names of the physicians; not the digits of an instant or of a leg. */
    private static final Pattern IDENTIFYING =
            Pattern.compile("\\+33|(?<![\\d.])0\\d{9}(?!\\d)|(?<![\\d.])33\\d{9}(?!\\d)|Premier\\d|Second\\d|Camille");

    /** Who rang, in Asterisk's own record of a call that arrived. */
    private static final Pattern ARRIVED = Pattern.compile(
            "\"([\\d.]+)\",\"[^\"]*\",\"APPUI_SEEN\",\"\\{\"\"extra\"\":\"\"arrived\\|[^|]*\\|[A-Z]+\\|([^|\"]*)");

    /** Ten figures in the middle of a random identifier are none. */
    private static final Pattern NUMBER = Pattern.compile("\\+33\\d{9}|(?<![0-9a-f.])0\\d{9}(?![0-9a-f])");

    private final FaultStage stage;
    private final List<Dial> dials;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Traced> traced = new HashMap<>();
    /** Each number rings once. */
    private final Map<String, String> callOfNumber = new HashMap<>();

    private Set<String> onSwitch = Set.of();
    private int lost;
    private int doubled;

    /** One call as the database holds it. */
    private record Traced(String ending, boolean ended, long talkMs, boolean rebuilt, Set<String> keys) {}

    Reckoning(FaultStage stage, List<Dial> dials) {
        this.stage = stage;
        this.dials = dials;
    }

    int lost() {
        return lost;
    }

    int doubled() {
        return doubled;
    }

    long rebuilt() {
        return traced.values().stream().filter(Traced::rebuilt).count();
    }

    int calls() {
        return onSwitch.size();
    }

    Set<String> keysOf(Dial dial) {
        return traced.get(callOfNumber.get(dial.caller())).keys();
    }

    /** All that does not agree; nothing, when all is well. */
    List<String> findings() throws IOException, SQLException {
        onSwitch = callsOnTheSwitch();
        waitUntilSettled();
        readTrace();
        people();
        eachCallOnce();
        consumers();
        wire();
        logs();
        return wrong;
    }

    /** Logs tell of calls by their id. */
    private void logs() throws IOException {
        for (int node = 0; node < stage.nodes.size(); node++) {
            Path log = FaultStage.FOLDER.resolve("service-" + node + ".log");
            try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
                long numbers = lines.filter(line -> NUMBER.matcher(line).find()).count();
                if (numbers > 0) {
                    wrong.add(log + " holds a telephone number on " + numbers + " lines");
                }
            }
        }
    }

    private Set<String> callsOnTheSwitch() throws IOException {
        var calls = new LinkedHashSet<String>();
        try (Stream<String> records = Files.lines(stage.cel())) {
            records.map(ARRIVED::matcher).filter(Matcher::find).forEach(arrived -> {
                String call = SwitchProcess.NAME + "-" + arrived.group(1);
                calls.add(call);
                callOfNumber.put(arrived.group(2), call);
            });
        }
        return calls;
    }

    private void waitUntilSettled() throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            boolean settled = count("call_summary WHERE ended_at_ms IS NOT NULL") >= onSwitch.size()
                    && count("call_summary WHERE ended_at_ms IS NULL") == 0
                    && count("outbox WHERE sent_at_ms IS NULL AND parked_at_ms IS NULL") == 0
                    && count("consumed_event WHERE consumer = 'indicators'") >= count("call_event");
            if (settled) {
                return;
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        wrong.add("not settled after " + PATIENCE);
    }

    private void readTrace() throws SQLException {
        try (Connection connection = stage.database.connection();
                var statement = connection.createStatement()) {
            var keys = new HashMap<String, Set<String>>();
            try (var rows = statement.executeQuery("SELECT call_id, event_key FROM call_event")) {
                while (rows.next()) {
                    if (!keys.computeIfAbsent(rows.getString(1), call -> new TreeSet<>())
                            .add(rows.getString(2))) {
                        doubled++;
                        wrong.add(rows.getString(1) + " holds twice " + rows.getString(2));
                    }
                }
            }
            try (var rows = statement.executeQuery(
                    "SELECT call_id, COALESCE(ending, ''), ended_at_ms IS NOT NULL, talk_ms, rebuilt FROM"
                            + " call_summary")) {
                while (rows.next()) {
                    traced.put(
                            rows.getString(1),
                            new Traced(
                                    rows.getString(2),
                                    rows.getBoolean(3),
                                    rows.getLong(4),
                                    rows.getBoolean(5),
                                    keys.getOrDefault(rows.getString(1), Set.of())));
                }
            }
        }
    }

    /** Every eligible caller within hours reached somebody or was told what else to do; whoever talked, talked on. */
    private void people() {
        for (Dial dial : dials) {
            boolean told = switch (dial.fate()) {
                case PHYSICIAN, FALLBACK_LINE, SWITCH_DIED -> true;
                case ANNOUNCED -> dial.plan().script().eligible();
                case TURNED_AWAY -> dial.plan().script() == Script.PATIENT;
                case TOLD_HOURS -> dial.plan().script() == Script.CLOSED;
                case DROPPED, LOST -> false;
            };
            if (!told) {
                wrong.add(dial + " was " + dial.fate());
            }
            if (dial.rung() > 2) {
                doubled++;
                wrong.add(dial + " rang physicians " + dial.rung() + " times");
            }
        }
    }

    private void eachCallOnce() throws SQLException {
        for (String call : onSwitch) {
            if (!traced.containsKey(call)) {
                lost++;
                wrong.add(call + " is not in the trace");
            }
        }
        Map<String, Dial> unwritten = unwritten();
        traced.keySet().stream()
                .filter(call -> !onSwitch.contains(call) && !unwritten.containsKey(call))
                .forEach(call -> wrong.add(call + " is in the trace and was never on the switch"));
        unwritten.forEach((call, dial) -> callOfNumber.putIfAbsent(dial.caller(), call));
        traced.forEach(this::isWhole);
        dials.forEach(this::agrees);
        long twice =
                count("(SELECT e164 FROM call_party WHERE role = 'CALLER' GROUP BY e164 HAVING COUNT(*) > 1) twice");
        if (twice > 0) {
            doubled += (int) twice;
            wrong.add(twice + " dials are two calls in the trace");
        }
    }

    /** Calls that the service took and that Asterisk, killed a moment later, had not written of. */
    private Map<String, Dial> unwritten() throws SQLException {
        Map<String, Dial> ofNumber = dials.stream()
                .filter(this::mayBeUnwritten)
                .collect(Collectors.toMap(Dial::caller, Function.identity()));
        var calls = new HashMap<String, Dial>();
        try (Connection connection = stage.database.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT call_id, e164 FROM call_party WHERE role = 'CALLER'")) {
            while (rows.next()) {
                Dial dial = ofNumber.get(Cast.national(rows.getString(2)));
                if (dial != null && !onSwitch.contains(rows.getString(1))) {
                    calls.put(rows.getString(1), dial);
                }
            }
        }
        return calls;
    }

    private boolean mayBeUnwritten(Dial dial) {
        return dial.fate() == Fate.SWITCH_DIED || stage.switchDiedUnwritten(dial.over());
    }

    private void isWhole(String call, Traced trace) {
        if (!trace.ended()
                || !trace.keys().contains("received")
                || !trace.keys().contains("ended")) {
            lost++;
            wrong.add(call + " is not whole: " + trace);
        }
        pairs(call, trace, "attempt-started:", "attempt-ended:");
        pairs(call, trace, "bridged:", "unbridged:");
        if (trace.talkMs() < 0) {
            wrong.add(call + " talked for " + trace.talkMs() + " ms");
        }
    }

    private void pairs(String call, Traced trace, String opening, String closing) {
        if (!ends(trace, opening).equals(ends(trace, closing))) {
            wrong.add(call + ": " + opening + " and " + closing + " do not match: " + trace);
        }
    }

    private static Set<String> ends(Traced trace, String prefix) {
        return trace.keys().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    /** The trace tells what the people lived. */
    private void agrees(Dial dial) {
        String call = callOfNumber.getOrDefault(dial.caller(), "");
        if (!traced.containsKey(call)) {
            if (!mayBeUnwritten(dial)) {
                wrong.add(dial + " has no trace");
            }
            return;
        }
        Traced trace = traced.get(call);
        if (mayBeUnwritten(dial) && trace.keys().contains("degraded:switch-stopped")) {
            return;
        }
        String ending = switch (dial.fate()) {
            case PHYSICIAN -> "ANSWERED";
            case FALLBACK_LINE -> "PUT_THROUGH_TO_FALLBACK";
            case ANNOUNCED -> "NOT_REACHED";
            case TOLD_HOURS -> "OUT_OF_HOURS";
            case TURNED_AWAY -> "TURNED_AWAY";
            case SWITCH_DIED, DROPPED, LOST -> trace.ending();
        };
        if (!trace.ending().equals(ending)) {
            wrong.add(dial + " is told as " + trace);
        }
        int attempts = ends(trace, "attempt-started:").size();
        if (dial.fate() != Fate.SWITCH_DIED && attempts != dial.rung()) {
            wrong.add(dial + " rang " + dial.rung() + " times, the trace says " + attempts + ": " + trace);
        }
    }

    /** What the service's own readers made of the events is what the events say. */
    private void consumers() throws SQLException {
        long events = count("call_event");
        long consumed = count("consumed_event WHERE consumer = 'indicators'");
        if (events != consumed) {
            wrong.add(consumed + " events were consumed of " + events);
        }
        long parked = count("parked_event") + count("outbox WHERE parked_at_ms IS NOT NULL");
        if (parked > 0) {
            wrong.add(parked + " events are set aside");
        }
        long differently = count("call_summary s LEFT JOIN counted_call c ON c.call_id = s.call_id"
                + " WHERE s.territory IS NOT NULL AND NOT (c.ending <=> s.ending)");
        if (differently > 0) {
            wrong.add(differently + " calls are counted otherwise than they are told");
        }
    }

    /** Every message of the topic: each event there, in its call's order, and nobody's number or name in any. */
    private void wire() throws SQLException {
        Map<String, Set<String>> onWire = new TreeMap<>();
        for (ConsumerRecord<String, String> message : messages()) {
            WireEvent event = WireEvent.parse(message.value());
            if (!event.call().value().equals(message.key())) {
                wrong.add("a message of " + event.call() + " has the key " + message.key());
            }
            onWire.computeIfAbsent(message.key(), call -> new LinkedHashSet<>()).add(event.id());
            if (IDENTIFYING.matcher(message.value()).find()) {
                wrong.add("a number or a name is on the wire: " + message.value());
            }
        }
        stored().forEach((call, ids) -> {
            Set<String> sent = onWire.getOrDefault(call, Set.of());
            if (!List.copyOf(sent).equals(List.copyOf(ids))) {
                wrong.add(call + " is on the wire as " + sent + " and in the database as " + ids);
            }
        });
        if (!stored().keySet().containsAll(onWire.keySet())) {
            wrong.add("calls are on the wire that the database does not hold");
        }
    }

    private Map<String, Set<String>> stored() throws SQLException {
        Map<String, Set<String>> ids = new TreeMap<>();
        try (Connection connection = stage.database.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT call_id, event_key FROM call_event ORDER BY id")) {
            while (rows.next()) {
                ids.computeIfAbsent(rows.getString(1), call -> new LinkedHashSet<>())
                        .add(rows.getString(1) + "/" + rows.getString(2));
            }
        }
        return ids;
    }

    private List<ConsumerRecord<String, String>> messages() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                stage.broker.address(),
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                "false");
        var messages = new ArrayList<ConsumerRecord<String, String>>();
        try (var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = reader.partitionsFor(TOPIC).stream()
                    .map(part -> new org.apache.kafka.common.TopicPartition(TOPIC, part.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(part -> reader.position(part) < ends.get(part))) {
                reader.poll(Duration.ofMillis(500)).forEach(messages::add);
            }
        }
        return messages;
    }

    private long count(String fromWhere) throws SQLException {
        try (Connection connection = stage.database.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM " + fromWhere)) {
            row.next();
            return row.getLong(1);
        }
    }
}
