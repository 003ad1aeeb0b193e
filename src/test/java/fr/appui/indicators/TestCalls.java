package fr.appui.indicators;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Destination;
import fr.appui.trace.EligibilityAnswer;
import fr.appui.trace.Ending;
import fr.appui.trace.Nomenclature;
import fr.appui.trace.NomenclatureFile;
import fr.appui.trace.NomenclatureReading.Accepted;
import fr.appui.trace.Nomenclatures;
import fr.appui.trace.Origin;
import fr.appui.trace.Outcome;
import fr.appui.trace.PatientConditions;
import fr.appui.trace.Profile;
import fr.appui.trace.WithoutAdvice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Calls as a test tells them: each method adds what happened next, with the seconds since the call came in. */
final class TestCalls {

    static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final PhysicianId ANNE = new PhysicianId(new UUID(0, 1));
    static final PhysicianId BRUNO = new PhysicianId(new UUID(0, 2));
    static final Nomenclature NOMENCLATURE = defaultNomenclature();

    private TestCalls() {}

    static CallStoryBuilder call(String id, String localTime) {
        return new CallStoryBuilder(new CallId(id), paris(localTime), Origin.PUBLIC);
    }

    static CallStoryBuilder samuCall(String id, String localTime) {
        return new CallStoryBuilder(new CallId(id), paris(localTime), Origin.SAMU);
    }

    static CallStoryBuilder trial(String id, String localTime) {
        return new CallStoryBuilder(new CallId(id), paris(localTime), Origin.TRIAL);
    }

    static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }

    static Outcome outcome(String profile, List<String> motives, List<String> orientations, int minutes) {
        return new Outcome(
                Optional.of(profile),
                motives,
                orientations,
                new PatientConditions(
                        EligibilityAnswer.YES,
                        EligibilityAnswer.YES,
                        EligibilityAnswer.YES,
                        EligibilityAnswer.NOT_KNOWN),
                Optional.of("HOME"),
                Optional.of(Duration.ofMinutes(minutes)),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, of a caller who was asked what they would have done otherwise. */
    static Outcome asked(Outcome outcome, WithoutAdvice answer) {
        return new Outcome(
                outcome.callerProfile(),
                outcome.motives(),
                outcome.orientations(),
                outcome.eligibility(),
                outcome.placeOfCare(),
                outcome.duration(),
                outcome.note(),
                Optional.of(answer));
    }

    static List<DutyWindow> coreWindows(int year) {
        return calendar(PerimeterKind.CORE, PerimeterHours.core())
                .windows(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    static DutyCalendar calendar(PerimeterKind kind, PerimeterHours hours) {
        LocalDate since = LocalDate.of(2020, 1, 1);
        return new DutyCalendar(
                PARIS,
                HolidayZone.METROPOLE,
                List.of(Perimeter.announced(kind, hours, since, since).agreed(since, "ARS 2020-01")));
    }

    static Lens lens(int year) {
        return new Lens(PARIS, coreWindows(year), new Nomenclatures(List.of(NOMENCLATURE)), NOMENCLATURE);
    }

    private static Nomenclature defaultNomenclature() {
        try (var file = TestCalls.class.getResourceAsStream("/nomenclature/default-2026.yaml")) {
            String yaml = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return ((Accepted) NomenclatureFile.read(yaml)).nomenclature();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static final class CallStoryBuilder {

        private final CallId id;
        private final Instant start;
        private final List<CallEvent> events = new ArrayList<>();
        private int attempts;

        private CallStoryBuilder(CallId id, Instant start, Origin origin) {
            this.id = id;
            this.start = start;
            events.add(new CallEvent.Received(id, start, "0344112233", Optional.of(OISE), origin, Optional.empty()));
        }

        CallStoryBuilder presses(int second, Profile profile) {
            events.add(new CallEvent.ProfileChosen(id, at(second), profile));
            return this;
        }

        CallStoryBuilder rings(int from, int rung, PhysicianId physician, int to, AttemptResult result) {
            attempts++;
            events.add(new CallEvent.AttemptStarted(id, at(from), attempts, rung, physician, Duration.ofSeconds(20)));
            events.add(new CallEvent.AttemptEnded(id, at(to), attempts, result, 16));
            return this;
        }

        CallStoryBuilder talks(int from, int to, String leg) {
            events.add(new CallEvent.Bridged(id, at(from), leg));
            events.add(new CallEvent.Unbridged(id, at(to), leg));
            return this;
        }

        CallStoryBuilder putThrough(int from, Destination destination, boolean answered, int to) {
            events.add(new CallEvent.PutThrough(id, at(from), destination));
            events.add(new CallEvent.PutThroughEnded(id, at(to), destination, answered, 16));
            return this;
        }

        CallStoryBuilder asksToBeCalledBack(int second) {
            events.add(new CallEvent.CallBackAsked(id, at(second), Optional.empty()));
            return this;
        }

        CallStoryBuilder ends(int second, Ending ending) {
            events.add(new CallEvent.Ended(id, at(second), ending, 16));
            return this;
        }

        List<CallEvent> events() {
            return List.copyOf(events);
        }

        CallFacts facts() {
            return CallFacts.of(events).orElseThrow();
        }

        CountedCall unlogged() {
            return CountedCall.unlogged(facts());
        }

        private Instant at(int second) {
            return start.plusSeconds(second);
        }
    }
}
