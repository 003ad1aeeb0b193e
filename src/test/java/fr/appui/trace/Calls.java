package fr.appui.trace;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls for tests: the nurse of a night, whose second physician answers. */
public final class Calls {

    public static final PhysicianId DR_A = new PhysicianId(new UUID(0, 1));
    public static final PhysicianId DR_B = new PhysicianId(new UUID(0, 2));
    public static final PhoneNumber NURSE = PhoneNumber.parse("06 11 22 33 44");
    public static final PhoneNumber CALL_BACK = PhoneNumber.parse("06 55 66 77 88");
    /** 03:12:04 in Paris. */
    public static final Instant NIGHT = Instant.parse("2026-03-06T02:12:04.250Z");

    private Calls() {}

    public static List<CallEvent> answeredBySecond(String id) {
        return answeredBySecond(id, NIGHT);
    }

    public static List<CallEvent> answeredBySecond(String id, Instant t) {
        var call = new CallId(id);
        return List.of(
                received(call, t),
                new CallEvent.ProfileChosen(call, t.plusSeconds(9), Profile.NURSE),
                new CallEvent.LadderOpened(
                        call, t.plusSeconds(9), LocalDate.of(2026, 3, 5), 2, "astreinte publiée du 5 mars 2026"),
                new CallEvent.AttemptStarted(call, t.plusSeconds(9), 1, 1, DR_A, Duration.ofSeconds(20)),
                new CallEvent.AttemptEnded(call, t.plusSeconds(29), 1, AttemptResult.NO_ANSWER, 19),
                new CallEvent.AttemptStarted(call, t.plusSeconds(31), 2, 2, DR_B, Duration.ofSeconds(20)),
                new CallEvent.Bridged(call, t.plusSeconds(38), "1772763124.7"),
                new CallEvent.Unbridged(call, t.plusSeconds(530), "1772763124.7"),
                new CallEvent.AttemptEnded(call, t.plusMillis(530_010), 2, AttemptResult.ACCEPTED, 16),
                new CallEvent.Ended(call, t.plusMillis(530_123), Ending.ANSWERED, 16));
    }

    /** One that the service began itself, and that the test number took. */
    public static List<CallEvent> trial(String id, Instant t) {
        var call = new CallId(id);
        return List.of(
                new CallEvent.Received(
                        call,
                        t,
                        "33344112233",
                        Optional.of(new TerritoryCode("HDF-OISE")),
                        Origin.TRIAL,
                        Optional.of(CALL_BACK)),
                new CallEvent.LadderOpened(call, t, LocalDate.of(2031, 2, 3), 1, "appel d’essai"),
                new CallEvent.AttemptStarted(call, t, 1, 1, Origin.TEST_NUMBER, Duration.ofSeconds(20)),
                new CallEvent.Bridged(call, t.plusSeconds(9), "1772763124.7"),
                new CallEvent.Unbridged(call, t.plusSeconds(12), "1772763124.7"),
                new CallEvent.AttemptEnded(call, t.plusSeconds(12), 1, AttemptResult.ACCEPTED, 16),
                new CallEvent.Ended(call, t.plusSeconds(13), Ending.ANSWERED, 16));
    }

    /** One event of every kind, more than any one call has. */
    public static List<CallEvent> everyKind(String id) {
        var call = new CallId(id);
        Instant t = NIGHT;
        return List.of(
                received(call, t),
                new CallEvent.ProfileChosen(call, t, Profile.UNKNOWN),
                new CallEvent.FoundClosed(call, t, Optional.of(t.plusSeconds(3600))),
                new CallEvent.LadderOpened(call, t, LocalDate.of(2026, 3, 5), 1, "remplacement par le Dr Martin"),
                new CallEvent.AttemptStarted(call, t, 1, 1, DR_A, Duration.ofMillis(20_500)),
                new CallEvent.AttemptEnded(call, t, 1, AttemptResult.UNREACHABLE, 20),
                new CallEvent.Bridged(call, t, "1.2"),
                new CallEvent.Unbridged(call, t, "1.2"),
                new CallEvent.ReliefCalled(call, t, new TerritoryCode("HDF-HAINAUT")),
                new CallEvent.Transferred(
                        call, t, TransferKind.ATTENDED, "1.4", Optional.of(new CallId("lille-1772737924.9"))),
                new CallEvent.SamuAsked(call, t, "1.2-1772737924"),
                new CallEvent.SamuJoined(call, t, "1.2-1772737924"),
                new CallEvent.SamuLeft(call, t, "1.2-1772737924", 16),
                new CallEvent.NobodyReached(call, t),
                new CallEvent.PutThrough(call, t, Destination.SAMU),
                new CallEvent.PutThroughEnded(call, t, Destination.SAMU, false, 34),
                new CallEvent.CallBackAsked(call, t, Optional.of(CALL_BACK)),
                new CallEvent.CallBackStarted(call, t, 1, DR_A),
                new CallEvent.CallBackJoined(call, t, 1),
                new CallEvent.CallBackEnded(call, t, 1, CallBackResult.JOINED, 16),
                new CallEvent.CallBackClosed(call, t, CallBackClosing.DONE),
                new CallEvent.Alerted(call, t, new UUID(0, 9).toString(), AlertChannel.SMS, Optional.of(DR_B), true),
                new CallEvent.Degraded(call, t, "line-withdrawn-during-call"),
                new CallEvent.Ended(call, t.plusSeconds(60), Ending.NOT_REACHED, 16));
    }

    public static CallEvent.Received received(CallId call, Instant at) {
        return new CallEvent.Received(
                call, at, "0344112233", Optional.of(new TerritoryCode("HDF-OISE")), Origin.PUBLIC, Optional.of(NURSE));
    }

    public static Names names() {
        return new Names() {
            @Override
            public Optional<String> physician(PhysicianId physician) {
                return physician.equals(DR_A)
                        ? Optional.of("Dr Alix")
                        : physician.equals(DR_B) ? Optional.of("Dr Baptiste") : Optional.empty();
            }

            @Override
            public String territory(TerritoryCode territory) {
                return territory.value().equals("HDF-OISE") ? "Oise" : territory.value();
            }
        };
    }
}
