package fr.appui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Relief;
import fr.appui.directory.WhenInCall;
import fr.appui.dispatch.Announcement.Recorded;
import fr.appui.dispatch.Command.AskNumber;
import fr.appui.dispatch.Command.AskProfile;
import fr.appui.dispatch.Command.HangUp;
import fr.appui.dispatch.Command.Hold;
import fr.appui.dispatch.Command.PutThrough;
import fr.appui.dispatch.Command.Ring;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallId;
import fr.appui.trace.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is said while a telephone rings is a class of musiconhold.conf: one that is missing there would be music alone. */
class WhileItRingsTest {

    private static final Pattern CLASS = Pattern.compile("(?m)^\\[([^]]+)]\\(([^)!]+)\\)$");
    private static final Pattern RECORDING = Pattern.compile("(?m)^entry = /usr/share/asterisk/sounds/(.+)$");
    private static final PhoneNumber REGIONAL = PhoneNumber.parse("03 20 99 99 99");
    private static final Relief.Terms CLOSED_TOO = new Relief.Terms(Optional.empty(), true);

    private static final FakeRota ROTA = FakeRota.withTwoPhysicians()
            .withNeighbour()
            .withFallback(REGIONAL)
            .withDaytimeContact(true)
            .withEscalation(wanted -> wanted.whenInCall(WhenInCall.WAIT)
                    .redialsFirst()
                    .reliefs(new Relief.Neighbour(FakeRota.NEXT_DOOR, Relief.Terms.ALWAYS))
                    .samu());

    private final String classes = read();

    @Test
    void everything_that_a_call_may_say_while_it_rings_is_a_class_with_music_and_one_with_the_ringing_tone() {
        Set<String> said = new TreeSet<>();
        List<FakeRota> rotas = List.of(
                ROTA,
                ROTA.withoutGate(),
                ROTA.withNobody(),
                ROTA.withNobody().withoutGate(),
                FakeRota.withTwoPhysicians().withEscalation(FakeRota.Wanted::samu),
                FakeRota.withTwoPhysicians()
                        .withEscalation(wanted -> wanted.reliefs(new Relief.Line(REGIONAL, CLOSED_TOO))));
        for (FakeRota rota : rotas) {
            for (Instant start : List.of(FakeRota.EVENING, FakeRota.AFTERNOON)) {
                for (Origin origin : Origin.values()) {
                    walk(
                            new CallState.Arriving(),
                            new Observation.Arrived(FakeRota.LINE.e164(), origin, Optional.empty()),
                            new CallContext(new CallId("lille-1"), start, rota),
                            said);
                }
            }
        }
        assertThat(said).contains("medecin-suivant", "rappel-perimetre&veuillez-patienter", "ferme&transfert-secours");
        assertThat(names("music")).containsAll(said);
        assertThat(names("ringing")).containsExactlyInAnyOrderElementsOf(names("music"));
    }

    /** The ladder without the service puts its recordings together by itself. */
    @Test
    void everything_that_the_ladder_without_the_service_says_while_it_rings_is_a_class() throws IOException {
        String ladder = Files.readString(Path.of("asterisk-config", "extensions-static.conf"));
        Set<String> said = new TreeSet<>();
        Set<String> please = words(
                ladder, "PLEASE=\\$\\{IF\\([^?]+\\?([a-z-]+):([a-z-]+)\\)}|\\$\\{SCOPE}\\$\\{IF\\([^?]+\\?([a-z-]+):");
        for (String scope : words(ladder, "\\bSCOPE=([a-z&-]*)[,)]")) {
            // the scope is said with the first telephone alone
            please.stream()
                    .filter(word -> scope.isEmpty() || !word.equals("medecin-suivant"))
                    .forEach(word -> said.add(scope + word));
        }
        for (String before : words(ladder, "\\bSAID=([a-z&-]*)\\)")) {
            words(ladder, "\\$\\{SAID}([a-z-]+)\\)").forEach(line -> said.add(before + line));
        }
        said.addAll(words(ladder, ",45,([a-z-]+)\\)"));
        assertThat(said)
                .contains(
                        "bienvenue&rappel-perimetre&veuillez-patienter",
                        "rappel-perimetre&medecin-voisin",
                        "medecin-suivant",
                        "personne&transfert-samu",
                        "rappel-enregistre&transfert-secours",
                        "transfert-secours")
                .hasSizeGreaterThan(10);
        assertThat(names("music")).containsAll(said);
    }

    private static Set<String> words(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .flatMap(found -> IntStream.rangeClosed(1, found.groupCount())
                        .mapToObj(found::group)
                        .filter(Objects::nonNull))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void a_class_says_what_its_name_tells_from_recordings_that_exist() throws IOException {
        Matcher found = CLASS.matcher(classes);
        List<String> told = new ArrayList<>();
        while (found.find()) {
            String[] name = found.group(1).split("/", 2);
            if (name.length == 2) {
                told.add(name[1]);
                List<String> parts = List.of(found.group(2).split(","));
                assertThat(String.join("&", parts.subList(1, parts.size() - 1))).isEqualTo(name[1]);
            }
        }
        assertThat(told).hasSizeGreaterThan(20);
        Matcher recordings = RECORDING.matcher(classes);
        while (recordings.find()) {
            assertThat(Path.of("asterisk-config", "sounds", "fr", recordings.group(1) + ".alaw"))
                    .exists();
        }
    }

    private static void walk(CallState state, Observation seen, CallContext context, Set<String> said) {
        Decision decision = Dispatch.decide(state, seen, context);
        CallContext later = new CallContext(context.call(), context.at().plusSeconds(20), context.rota());
        switch (decision.command()) {
            case AskProfile ask -> {
                walk(decision.next(), new Observation.KeyPressed('2'), later, said);
                walk(decision.next(), new Observation.NoKey(), later, said);
            }
            case Ring ring -> {
                add(ring, said);
                walk(
                        decision.next(),
                        new Observation.AttemptFinished(ring.attempt(), AttemptResult.NO_ANSWER, 19),
                        later,
                        said);
                if (ring.attempt() == 1) {
                    walk(
                            decision.next(),
                            new Observation.AttemptFinished(1, AttemptResult.BUSY_ELSEWHERE, 0),
                            later,
                            said);
                }
            }
            case Hold hold -> {
                add(hold, said);
                walk(decision.next(), new Observation.Waited(), later, said);
            }
            case PutThrough through -> {
                add(through, said);
                walk(decision.next(), new Observation.PutThroughFinished(false, 19), later, said);
            }
            case AskNumber ask -> {
                walk(decision.next(), new Observation.NumberKeyed(Optional.of(REGIONAL)), later, said);
                walk(decision.next(), new Observation.NumberKeyed(Optional.empty()), later, said);
            }
            case HangUp end -> {}
        }
    }

    private static void add(Command command, Set<String> said) {
        said.add(command.say().stream()
                .map(announcement -> ((Recorded) announcement).name())
                .collect(Collectors.joining("&")));
    }

    private List<String> names(String kind) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher matcher = CLASS.matcher(classes);
        while (matcher.find()) {
            found.put(matcher.group(1), matcher.group(2));
        }
        return found.keySet().stream()
                .filter(name -> name.startsWith(kind + "/"))
                .map(name -> name.substring(kind.length() + 1))
                .toList();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("asterisk-config", "musiconhold.conf"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
