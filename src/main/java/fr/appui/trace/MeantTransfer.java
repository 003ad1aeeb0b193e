package fr.appui.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which of the calls of a few minutes a SAMU means by the instant it gives: where it may be two, none. */
public final class MeantTransfer {

    /** Clocks of a SAMU and of the switch differ, and a transfer is announced before it is made. */
    public static final Duration ABOUT = Duration.ofMinutes(3);

    private static final List<Duration> WITHIN = List.of(Duration.ZERO, Duration.ofSeconds(10), ABOUT);

    private MeantTransfer() {}

    public record Received(CallId call, Instant at) {}

    /** @param known all calls that were transferred about then, whoever noted them: leaving one out would make the other the one meant */
    public static Optional<CallId> of(List<Received> known, Instant transferred) {
        return WITHIN.stream()
                .map(within -> known.stream()
                        .filter(one ->
                                Duration.between(one.at(), transferred).abs().compareTo(within) <= 0)
                        .toList())
                .filter(near -> !near.isEmpty())
                .findFirst()
                .filter(near -> near.size() == 1)
                .map(near -> near.getFirst().call());
    }
}
