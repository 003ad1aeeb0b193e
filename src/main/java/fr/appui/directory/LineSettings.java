package fr.appui.directory;

import fr.appui.french.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How one support line treats a call.
 *
 * @param asksProfile whether callers from the public network are asked who they are (domain §6.3); SAMU and SAS never are
 * @param ringTimes how long each rung rings, first rung first; the last value serves every further rung
 * @param daytimeContact where to point a caller outside the hours (DAC, EMSP)
 * @param transfersToDaytimeContact whether such a caller is also put through to it
 * @param fallback the line tried when no physician could be reached
 * @param escalation how far the search for somebody goes
 * @param caller what a caller meets meanwhile
 * @param dialling the territory's own prefixes of numbers; what a call is decided from has the site's filled in
 */
public record LineSettings(
        boolean asksProfile,
        List<Duration> ringTimes,
        Optional<PhoneNumber> daytimeContact,
        boolean transfersToDaytimeContact,
        Optional<PhoneNumber> fallback,
        Escalation escalation,
        CallerSettings caller,
        Dialling dialling) {

    public static final Duration DEFAULT_RING = Duration.ofSeconds(20);
    private static final Duration LONGEST_RING = Duration.ofSeconds(60);

    public LineSettings {
        ringTimes = List.copyOf(ringTimes);
        // a snapshot file written by an earlier version has none
        escalation = escalation == null ? Escalation.DEFAULTS : escalation;
        caller = caller == null ? CallerSettings.DEFAULTS : caller;
        dialling = dialling == null ? Dialling.OF_THE_SITE : dialling;
        if (ringTimes.isEmpty()) {
            throw new InvalidInput("durées de sonnerie : en donner au moins une, par exemple 20 secondes");
        }
        for (Duration ring : ringTimes) {
            if (ring.compareTo(Duration.ofSeconds(5)) < 0 || ring.compareTo(LONGEST_RING) > 0) {
                throw new InvalidInput("durée de sonnerie : " + ring.toSeconds()
                        + " s est hors limites ; choisir entre 5 et 60 secondes");
            }
        }
        Duration together = escalation.secondRungAfter().orElse(Duration.ZERO);
        if (together.compareTo(ringTimes.getFirst()) >= 0) {
            throw new InvalidInput("appel simultané du deuxième rang : " + together.toSeconds()
                    + " s dépasse la sonnerie du premier rang ("
                    + ringTimes.getFirst().toSeconds()
                    + " s) ; choisir un délai plus court ou une sonnerie plus longue");
        }
    }

    /** Dialling what its site lets it dial. */
    public LineSettings(
            boolean asksProfile,
            List<Duration> ringTimes,
            Optional<PhoneNumber> daytimeContact,
            boolean transfersToDaytimeContact,
            Optional<PhoneNumber> fallback,
            Escalation escalation,
            CallerSettings caller) {
        this(
                asksProfile,
                ringTimes,
                daytimeContact,
                transfersToDaytimeContact,
                fallback,
                escalation,
                caller,
                Dialling.OF_THE_SITE);
    }

    /** With the plainest escalation: one rung after the other. */
    public LineSettings(
            boolean asksProfile,
            List<Duration> ringTimes,
            Optional<PhoneNumber> daytimeContact,
            boolean transfersToDaytimeContact,
            Optional<PhoneNumber> fallback) {
        this(
                asksProfile,
                ringTimes,
                daytimeContact,
                transfersToDaytimeContact,
                fallback,
                Escalation.DEFAULTS,
                CallerSettings.DEFAULTS);
    }

    public static LineSettings defaults() {
        return new LineSettings(true, List.of(DEFAULT_RING), Optional.empty(), false, Optional.empty());
    }

    public LineSettings withEscalation(Escalation changed) {
        return new LineSettings(
                asksProfile, ringTimes, daytimeContact, transfersToDaytimeContact, fallback, changed, caller, dialling);
    }

    public LineSettings withCaller(CallerSettings changed) {
        return new LineSettings(
                asksProfile,
                ringTimes,
                daytimeContact,
                transfersToDaytimeContact,
                fallback,
                escalation,
                changed,
                dialling);
    }

    public LineSettings withDialling(Dialling changed) {
        return new LineSettings(
                asksProfile,
                ringTimes,
                daytimeContact,
                transfersToDaytimeContact,
                fallback,
                escalation,
                caller,
                changed);
    }

    /** What is left of them when no other number is dialled; the daytime contact is still told. */
    public LineSettings dialling(Predicate<PhoneNumber> allowed) {
        return new LineSettings(
                asksProfile,
                ringTimes,
                daytimeContact,
                transfersToDaytimeContact && daytimeContact.filter(allowed).isPresent(),
                fallback.filter(allowed),
                escalation.dialling(allowed),
                caller,
                dialling);
    }

    /** @param rung first rung is 1 */
    public Duration ringTime(int rung) {
        return ringTimes.get(Math.min(rung, ringTimes.size()) - 1);
    }
}
