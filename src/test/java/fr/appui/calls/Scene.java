package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a story is told with: its people, what was heard, and the trace. */
final class Scene {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lab.Stage stage;
    private final Cast cast;
    private final Person nurse;
    private final Person first;
    private final Person second;

    Scene(Lab.Stage stage, Cast cast) {
        this.stage = stage;
        this.cast = cast;
        this.nurse = stage.carrier.person(Cast.national(cast.callerNumber()));
        this.first = stage.carrier.person(Cast.national(cast.physicianNumber(1)));
        this.second = stage.carrier.person(Cast.national(cast.physicianNumber(2)));
    }

    Person nurse() {
        return nurse;
    }

    /** The physician on the first rung. */
    Person first() {
        return first;
    }

    Person second() {
        return second;
    }

    Person fallback() {
        return stage.carrier.person(Cast.national(Objects.requireNonNull(cast.fallback())));
    }

    Person regulator() {
        return stage.samu.person(Cast.national(cast.callerNumber()));
    }

    /** Someone at the SAMU, on its trunk, with this number. */
    Person samu(String number) {
        return stage.samu.person(number);
    }

    /** A telephone of the SAMU with which it rings us while another is busy. */
    Person samuDesk() {
        return stage.samu.person(Cast.national(cast.callerNumber()).replaceFirst("0$", "2"));
    }

    Person anotherNurse() {
        return stage.carrier.person(Cast.national(cast.callerNumber()).replaceFirst("0$", "1"));
    }

    String line() {
        return Cast.national(cast.line());
    }

    /** As the operator writes it. */
    String firstNumber() {
        return Cast.national(cast.physicianNumber(1));
    }

    ServiceProcess service() {
        return stage.service;
    }

    SwitchProcess asterisk() {
        return stage.asterisk;
    }

    /** The nurse rings the line and is answered by the platform. */
    Leg nurseRings() {
        return nurse.rings(line()).isUp();
    }

    /** As {@link #nurseRings}, and keys 2 when she is asked who she is. */
    Leg nurseRingsAndSaysWhoSheIs() {
        Leg call = nurseRings();
        hears(nurse, "qui-appelle");
        call.press("2");
        return call;
    }

    /** Waits until this recording is played to the person. */
    void hears(Person person, String recording) {
        await(person.number() + " hears " + recording)
                .atMost(PATIENCE)
                .until(() -> stage.asterisk.heard().byCaller(person.number()).contains(recording));
    }

    /** As {@link #hears}, for the second time. */
    void hearsAgain(Person person, String recording) {
        await(person.number() + " hears " + recording + " again")
                .atMost(PATIENCE)
                .until(() -> Collections.frequency(heardBy(person), recording) > 1);
    }

    /** As {@link #hears}, on the leg of someone who is rung. */
    void isWhispered(Person person, String recording) {
        await(person.number() + " is whispered " + recording)
                .atMost(PATIENCE)
                .until(() -> whisperedTo(person).contains(recording));
    }

    /** The person, when rung, picks up and presses these keys once all was whispered: the last thing is what to press. */
    void hearsItAllAndPresses(Person person, String keys) {
        person.does(leg -> {
            leg.ring();
            leg.later(Duration.ofMillis(300), () -> {
                leg.pickUp();
                isWhispered(person, "confirmer");
                leg.press(keys);
            });
        });
    }

    List<String> heardBy(Person person) {
        return stage.asterisk.heard().byCaller(person.number());
    }

    List<String> whisperedTo(Person person) {
        return stage.asterisk.heard().byCallee(person.number());
    }

    /** The keys of the events of the person's call, once it is over: what the trace says. */
    List<String> traceOf(Person person) {
        return StreamSupport.stream(detailOf(person).get("events").spliterator(), false)
                .map(event -> event.get("key").asText())
                .toList();
    }

    String endingOf(Person person) {
        return detailOf(person).get("ending").asText();
    }

    /** @param number first attempt of the call is 1 */
    JsonNode attemptOf(Person person, int number) {
        return detailOf(person).get("attempts").get(number - 1);
    }

    double talkSecondsOf(Person person) {
        return detailOf(person).at("/phases/talkSeconds").asDouble();
    }

    JsonNode detailOf(Person person) {
        String call = stage.asterisk.heard().callOf(person.number()).orElseThrow();
        await("the trace of " + call + " has an ending").atMost(PATIENCE).until(() -> {
            HttpResponse<String> response = stage.service.get("/api/calls/" + call);
            return response.statusCode() == 200 && read(response).hasNonNull("ending");
        });
        return read(stage.service.get("/api/calls/" + call));
    }

    /** The number of each caller of this line as the dialplan told it, empty where it told none. */
    List<String> callersTold() {
        await("a call arrived")
                .atMost(PATIENCE)
                .until(() -> !stage.asterisk.heard().callersOf(line()).isEmpty());
        return stage.asterisk.heard().callersOf(line());
    }

    /** What is said of minors on a line that has a number for them. */
    static List<String> aboutMinors() {
        return List.of(
                "appui-pediatrique",
                "chiffre-0",
                "chiffre-3",
                "nombre-20",
                "chiffre-0",
                "chiffre-0",
                "nombre-11",
                "nombre-22");
    }

    /** Whether the trace of the person's call has an ending by now. */
    boolean isOverInTrace(Person person) {
        return read(stage.service.get("/api/calls/" + callOf(person))).hasNonNull("ending");
    }

    /** Somebody rings and leaves again, and the trace tells it: what came before was taken in too. */
    void isTraced(Person person, String line) {
        person.rings(line).isUp();
        hears(person, "bienvenue");
        person.calls().getLast().hangUp();
        assertThat(traceOf(person)).isNotEmpty();
    }

    /** As {@link #traceOf}, once an event is there whose key begins so: what comes after the call itself. */
    List<String> traceOnceItHas(Person person, String key) {
        await("the trace has " + key)
                .atMost(PATIENCE)
                .until(() -> traceOf(person).stream().anyMatch(one -> one.startsWith(key)));
        return traceOf(person);
    }

    /** What a person reads of the call. */
    List<String> storyOf(Person person) {
        return StreamSupport.stream(detailOf(person).get("story").spliterator(), false)
                .map(line -> line.get("text").asText())
                .toList();
    }

    String callOf(Person person) {
        return stage.asterisk.heard().callOf(person.number()).orElseThrow();
    }

    Person someone(String number) {
        return stage.carrier.person(number);
    }

    String physicianId(int rung) {
        return Seeds.physicianId(cast.number(), rung);
    }

    /** The text messages to a physician, once there is one. */
    List<String> smsTo(int rung) {
        String number = cast.physicianNumber(rung);
        await("a text message")
                .atMost(PATIENCE)
                .until(() -> !stage.inbox.smsTo(number).isEmpty());
        return stage.inbox.smsTo(number);
    }

    /** An « appel d'essai » of this line to this number. @return the answer's status */
    int tries(String number) {
        return stage.service
                .post("/api/territories/" + territory() + "/trial-calls", "{\"number\":\"" + number + "\"}")
                .statusCode();
    }

    /** How the latest one ended, once it has. */
    String trialEndsAs() {
        return endedTrial().get("state").asText();
    }

    /** Why the latest one failed, in French. */
    String troubleOfTrial() {
        return endedTrial().get("trouble").asText();
    }

    private JsonNode endedTrial() {
        String address = "/api/territories/" + territory() + "/trial-calls";
        return await("the trial is over")
                .atMost(PATIENCE)
                .until(
                        () -> read(stage.service.get(address)).get(0),
                        trial -> !trial.get("state").asText().equals("RINGING"));
    }

    /** Origin and ending of each call of the line, once they have all ended. */
    List<String> callsOfTheLine(String filter) {
        String address = "/api/calls?territory=" + territory() + filter;
        await("the calls are over")
                .atMost(PATIENCE)
                .until(() -> StreamSupport.stream(
                                read(stage.service.get(address)).get("items").spliterator(), false)
                        .allMatch(call -> call.hasNonNull("endedAt")));
        return StreamSupport.stream(
                        read(stage.service.get(address)).get("items").spliterator(), false)
                .map(call -> call.get("origin").asText() + " "
                        + call.get("endingLabel").asText())
                .toList();
    }

    /** The keys of the events of the only call of the line: one that the switch's log tells nothing of. */
    List<String> traceOfTheOnlyCall() {
        await("the only call of the line is over")
                .atMost(PATIENCE)
                .until(() -> callsOfTheLine("").size() == 1);
        String id = read(stage.service.get("/api/calls?territory=" + territory()))
                .at("/items/0/id")
                .asText();
        return StreamSupport.stream(
                        read(stage.service.get("/api/calls/" + id))
                                .get("events")
                                .spliterator(),
                        false)
                .map(event -> event.get("key").asText())
                .toList();
    }

    /** What came so far to a mail address and to a number. */
    List<String> trialsReceived(String mail, String e164) {
        return Stream.concat(stage.inbox.mailTo(mail).stream(), stage.inbox.smsTo(e164).stream())
                .toList();
    }

    List<String> mailTo(int rung) {
        String address = Seeds.mail(cast, rung);
        await("a mail")
                .atMost(PATIENCE)
                .until(() -> !stage.inbox.mailTo(address).isEmpty());
        return stage.inbox.mailTo(address);
    }

    /** Waits until Asterisk's own database holds these for the line. */
    void isInAstDb(String... texts) {
        stage.asterisk.says(
                "database show appui/" + cast.line().substring(1),
                "AstDB holds " + List.of(texts),
                held -> List.of(texts).stream().allMatch(held::contains),
                PATIENCE);
    }

    /** Publishes the territory of this scene; its duty of the night starts in a few minutes. */
    void dutyStartsSoon() {
        LocalTime now = LocalTime.ofInstant(Instant.now().plus(stage.shift), ZoneId.of("Europe/Paris"));
        try (var connection = stage.connection()) {
            new Seeds(connection).territory(cast, now.plusMinutes(5).toSecondOfDay() / 60);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs the physician of this rung in. @return the value of the session cookie */
    String signsIn(int rung) {
        try (var connection = stage.connection()) {
            return new Seeds(connection)
                    .session(physicianId(rung), Instant.now().plus(stage.shift));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String territory() {
        return cast.territory();
    }

    /** The SAMU that this line calls as its last resort. */
    Person samuOfTheLine() {
        return stage.samu.person(Cast.national(cast.samu()));
    }

    /** Settings of the line in SQL, together with a SAMU by which one sees that they arrived at the switch. */
    void lineHas(String settings) {
        run("UPDATE territory SET samu = '" + cast.samu() + "', " + settings + " WHERE code = '" + cast.territory()
                + "'");
        isInAstDb(cast.samu());
    }

    /** Another number for the physician on the first rung, at the switch when this returns. */
    void firstAnswersOn(String number) {
        run("UPDATE physician_number SET number = '" + number + "' WHERE physician_id = '" + physicianId(1) + "'");
        isInAstDb(number);
    }

    /** A second number of the physician on the first rung, at the switch when this returns. */
    void firstAlsoHas(String number) {
        run("INSERT INTO physician_number (physician_id, position, number) VALUES ('" + physicianId(1) + "', 1, '"
                + number + "')");
        isInAstDb(number);
    }

    /** A number that may not be dialled: the ladder at the switch is without it, and without the one before, when this returns. */
    void firstHasNoNumberBut(String forbidden) {
        run("UPDATE physician_number SET number = '" + forbidden + "' WHERE physician_id = '" + physicianId(1) + "'");
        String line = "appui/" + cast.line().substring(1);
        stage.asterisk.says(
                "database get " + line + " current",
                "the ladder is without " + forbidden,
                said -> {
                    String current = said.replaceFirst("(?s).*Value: (\\w+).*", "$1");
                    String ladder = stage.asterisk.cli("database show " + line + "/" + current);
                    return ladder.contains("/count")
                            && !ladder.contains(cast.physicianNumber(1))
                            && !ladder.contains(forbidden);
                },
                PATIENCE);
    }

    /** As the service does when a rota changed twice: what a call began with is gone, the fallback line is in what is current. */
    void ladderIsWrittenAnew() {
        String line = "appui/" + cast.line().substring(1);
        String before =
                stage.asterisk.cli("database get " + line + " current").replaceFirst("(?s).*Value: (\\w+).*", "$1");
        stage.asterisk.cli("database put " + line + "/anew fallback " + cast.fallback());
        stage.asterisk.cli("database put " + line + " current anew");
        stage.asterisk.cli("database deltree " + line + "/" + before);
    }

    /** A recording of this line's own, as it is kept. */
    void lineSays(String prompt, byte[] alaw) {
        run("INSERT INTO line_recording (territory, prompt, sound, sha256, changed_at, changed_by) VALUES ('"
                + cast.territory() + "', '" + prompt + "', 0x" + HexFormat.of().formatHex(alaw)
                + ", '', NOW(), 'essai')");
    }

    void isRelievedBy(Scene neighbour) {
        run("INSERT INTO territory_relief (territory, position, neighbour, when_closed) VALUES ('" + cast.territory()
                + "', 0, '" + neighbour.cast.territory() + "', FALSE)");
    }

    private void run(String sql) {
        try (var connection = stage.connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What no telephone sends, from the carrier's address. */
    void carrierSends(String raw) {
        stage.carrier.sendRaw(raw.replace("HERE", stage.carrier.address())
                .replace("THERE", "127.0.0.1:" + stage.asterisk.sip().getPort()));
    }

    /** As {@link #carrierSends(String)}, byte by byte. */
    void carrierSends(byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1)
                .replace("HERE", stage.carrier.address())
                .replace("THERE", "127.0.0.1:" + stage.asterisk.sip().getPort());
        stage.carrier.sendRaw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void lineCheckIs(String state, @Nullable String way) {
        String sql = "SELECT state, way FROM line_check WHERE territory = '" + cast.territory() + "'";
        await("the check of the line is " + state)
                .atMost(PATIENCE)
                .until(() -> rows(sql).equals(List.of(Arrays.asList(state, way))));
    }

    void lineCheckAttemptsAre(int attempts) {
        String sql = "SELECT attempts, rung_at_ms FROM line_check WHERE territory = '" + cast.territory() + "'";
        await("attempts that count")
                .atMost(PATIENCE)
                .until(() -> rows(sql).equals(List.of(Arrays.asList(Integer.toString(attempts), null))));
    }

    /** To the coordination, of whatever kind. */
    int alerts() {
        return rows("SELECT id FROM alert WHERE territory = '" + cast.territory() + "'")
                .size();
    }

    List<String> substitutionReasons() {
        return rows("SELECT reason FROM rota_substitution WHERE territory = '" + cast.territory() + "'").stream()
                .map(List::getFirst)
                .toList();
    }

    private List<List<String>> rows(String sql) {
        try (var connection = stage.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + response.body(), e);
        }
    }
}
