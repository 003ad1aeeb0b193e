package fr.appui.directory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one support line treats a call.
 *
 * @param asksProfile whether callers from the public network are asked who they are (domain §6.3); SAMU and SAS never are
 * @param ringTimes how long each rung rings, first rung first; the last value serves every further rung
 * @param daytimeContact where to point a caller outside the hours (DAC, EMSP)
 * @param transfersToDaytimeContact whether such a caller is also put through to it
 * @param fallback the line tried when no physician could be reached
 */
public record LineSettings(
        boolean asksProfile,
        List<Duration> ringTimes,
        Optional<PhoneNumber> daytimeContact,
        boolean transfersToDaytimeContact,
        Optional<PhoneNumber> fallback) {

    public static final Duration DEFAULT_RING = Duration.ofSeconds(20);
    private static final Duration LONGEST_RING = Duration.ofSeconds(60);

    public LineSettings {
        ringTimes = List.copyOf(ringTimes);
        if (ringTimes.isEmpty()) {
            throw new IllegalArgumentException("durées de sonnerie : en donner au moins une, par exemple 20 secondes");
        }
        for (Duration ring : ringTimes) {
            if (ring.compareTo(Duration.ofSeconds(5)) < 0 || ring.compareTo(LONGEST_RING) > 0) {
                throw new IllegalArgumentException("durée de sonnerie : " + ring.toSeconds()
                        + " s est hors limites ; choisir entre 5 et 60 secondes");
            }
        }
    }

    public static LineSettings defaults() {
        return new LineSettings(true, List.of(DEFAULT_RING), Optional.empty(), false, Optional.empty());
    }

    /** @param rung first rung is 1 */
    public Duration ringTime(int rung) {
        return ringTimes.get(Math.min(rung, ringTimes.size()) - 1);
    }
}
