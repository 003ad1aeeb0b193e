package fr.appui.pages;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The evening's calls: one answered by the second physician, one that reached nobody, one of a relative. */
final class DemonstrationCalls {

    private static final Instant EVENING = Instant.parse("2026-11-14T19:12:04.250Z");
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 14);
    private static final Duration RING = Duration.ofSeconds(20);
    private static final String REASON = "Planning publié du 4e trimestre 2026";

    private DemonstrationCalls() {}

    static List<List<CallEvent>> of(List<Physician> physicians) {
        PhysicianId first = physicians.get(0).id();
        PhysicianId second = physicians.get(1).id();
        return List.of(answered(new CallId("demo-1"), first, second), unreached(first, second), turnedAway());
    }

    /** A call as the first of them, for a story that writes its outcome. */
    static List<CallEvent> answered(CallId call, List<Physician> physicians) {
        return answered(call, physicians.get(0).id(), physicians.get(1).id());
    }

    private static List<CallEvent> answered(CallId call, PhysicianId first, PhysicianId second) {
        Instant t = EVENING;
        return List.of(
                received(call, t, Origin.PUBLIC),
                new CallEvent.ProfileChosen(call, t.plusSeconds(9), Profile.NURSE),
                new CallEvent.LadderOpened(call, t.plusSeconds(9), SATURDAY, 2, REASON),
                new CallEvent.AttemptStarted(call, t.plusSeconds(9), 1, 1, first, RING),
                new CallEvent.AttemptEnded(call, t.plusSeconds(29), 1, AttemptResult.NO_ANSWER, 19),
                new CallEvent.AttemptStarted(call, t.plusSeconds(31), 2, 2, second, RING),
                new CallEvent.Bridged(call, t.plusSeconds(38), "demo.7"),
                new CallEvent.Unbridged(call, t.plusSeconds(530), "demo.7"),
                new CallEvent.AttemptEnded(call, t.plusSeconds(530), 2, AttemptResult.ACCEPTED, 16),
                new CallEvent.Ended(call, t.plusSeconds(530), Ending.ANSWERED, 16));
    }

    private static List<CallEvent> unreached(PhysicianId first, PhysicianId second) {
        var call = new CallId("demo-2");
        Instant t = EVENING.minus(Duration.ofHours(20));
        return List.of(
                received(call, t, Origin.SAMU),
                new CallEvent.LadderOpened(call, t.plusSeconds(1), SATURDAY.minusDays(1), 2, REASON),
                new CallEvent.AttemptStarted(call, t.plusSeconds(1), 1, 1, first, RING),
                new CallEvent.AttemptEnded(call, t.plusSeconds(4), 1, AttemptResult.BUSY, 17),
                new CallEvent.AttemptStarted(call, t.plusSeconds(5), 2, 2, second, RING),
                new CallEvent.AttemptEnded(call, t.plusSeconds(25), 2, AttemptResult.NO_ANSWER, 19),
                new CallEvent.NobodyReached(call, t.plusSeconds(25)),
                new CallEvent.PutThrough(call, t.plusSeconds(31), Destination.FALLBACK_LINE),
                new CallEvent.PutThroughEnded(call, t.plusSeconds(50), Destination.FALLBACK_LINE, false, 19),
                new CallEvent.Ended(call, t.plusSeconds(58), Ending.NOT_REACHED, 16));
    }

    private static List<CallEvent> turnedAway() {
        var call = new CallId("demo-3");
        Instant t = EVENING.minus(Duration.ofHours(3));
        return List.of(
                received(call, t, Origin.PUBLIC),
                new CallEvent.ProfileChosen(call, t.plusSeconds(7), Profile.PATIENT_OR_FAMILY),
                new CallEvent.Ended(call, t.plusSeconds(24), Ending.TURNED_AWAY, 16));
    }

    private static CallEvent.Received received(CallId call, Instant at, Origin origin) {
        return new CallEvent.Received(
                call,
                at,
                "0353016060",
                Optional.of(new TerritoryCode("HDF-OISE")),
                origin,
                Optional.of(PhoneNumber.parse("06 39 98 12 34")));
    }
}
