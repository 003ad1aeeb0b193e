package fr.appui.web.territories;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.directory.Dialling.Whose;
import fr.appui.directory.Escalation;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Relief;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.UsableHours;
import fr.appui.directory.WaitingSound;
import fr.appui.directory.WhenInCall;
import fr.appui.directory.WhenNoKey;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * How far a call goes to find somebody.
 *
 * @param ringSeconds first rung first; the last value serves every further rung
 * @param secondRungAfterSeconds when the second rung rings beside the first; absent for one after the other
 * @param longestSearchSeconds how long after the caller's arrival somebody may still be rung
 * @param whenNoKey what becomes of a caller who makes no choice; {@code waitingSound} what callers hear while they wait
 * @param dialPhysicians beginnings of numbers that the territory lets itself dial; absent, the site's
 * @param fallback the line tried when all others failed; {@code samu} the SAMU's number, last of all
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EscalationDetail(
        List<Long> ringSeconds,
        Optional<Long> secondRungAfterSeconds,
        boolean redialsFirst,
        WhenInCall whenInCall,
        long longestSearchSeconds,
        List<ReliefDetail> reliefs,
        Optional<String> fallback,
        Optional<String> samu,
        WhenNoKey whenNoKey,
        WaitingSound waitingSound,
        Optional<List<String>> dialPhysicians,
        Optional<List<String>> dialLines,
        Optional<List<String>> dialCallers) {

    /** @param neighbour a territory's code, or else {@code number} of a line; without hours it always takes over */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ReliefDetail(
            Optional<String> neighbour,
            Optional<String> number,
            boolean whenClosed,
            Optional<List<DayOfWeek>> days,
            Optional<LocalTime> from,
            Optional<LocalTime> to) {

        static ReliefDetail of(Relief relief) {
            Optional<UsableHours> hours = relief.terms().hours();
            return new ReliefDetail(
                    relief instanceof Relief.Neighbour neighbour
                            ? Optional.of(neighbour.territory()).map(TerritoryCode::value)
                            : Optional.empty(),
                    relief instanceof Relief.Line line
                            ? Optional.of(line.number()).map(PhoneNumber::national)
                            : Optional.empty(),
                    relief.terms().whenClosed(),
                    hours.map(known -> known.days().stream().sorted().toList()),
                    hours.map(UsableHours::from),
                    hours.map(UsableHours::to));
        }
    }

    static EscalationDetail of(LineSettings settings) {
        Escalation escalation = settings.escalation();
        return new EscalationDetail(
                settings.ringTimes().stream().map(Duration::toSeconds).toList(),
                escalation.secondRungAfter().map(Duration::toSeconds),
                escalation.redialsFirst(),
                escalation.whenInCall(),
                escalation.longestSearch().toSeconds(),
                escalation.reliefs().stream().map(ReliefDetail::of).toList(),
                settings.fallback().map(PhoneNumber::national),
                escalation.samu().map(PhoneNumber::national),
                settings.caller().whenNoKey(),
                settings.caller().waitingSound(),
                prefixes(settings, Whose.PHYSICIAN),
                prefixes(settings, Whose.LINE),
                prefixes(settings, Whose.CALLER));
    }

    private static Optional<List<String>> prefixes(LineSettings settings, Whose whose) {
        return Optional.ofNullable(settings.dialling().prefixes().get(whose));
    }
}
