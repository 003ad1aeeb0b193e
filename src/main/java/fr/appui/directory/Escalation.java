package fr.appui.directory;

import fr.appui.french.InvalidInput;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How far a call goes to find somebody (domain §4, §6.4–6.5).
 *
 * @param secondRungAfter when the second rung's first number rings too, beside the first rung's; empty for one after the other
 * @param redialsFirst whether the first rung is rung once more before the line gives up
 * @param reliefs tried in this order once the line's own physicians were rung; neighbours before lines
 * @param samu number of the SAMU to which the caller is put through, announced, when all else failed
 * @param longestSearch how long after the caller's arrival somebody may still be rung
 */
public record Escalation(
        Optional<Duration> secondRungAfter,
        boolean redialsFirst,
        WhenInCall whenInCall,
        List<Relief> reliefs,
        Optional<PhoneNumber> samu,
        Duration longestSearch) {

    public static final Duration DEFAULT_SEARCH = Duration.ofMinutes(5);
    public static final int MOST_RELIEFS = 4;
    private static final Duration SHORTEST_SEARCH = Duration.ofMinutes(1);
    private static final Duration LONGEST_SEARCH = Duration.ofMinutes(8);

    /** One rung after the other, nobody else. */
    public static final Escalation DEFAULTS =
            new Escalation(Optional.empty(), false, WhenInCall.NEXT_RUNG, List.of(), Optional.empty(), DEFAULT_SEARCH);

    public Escalation {
        reliefs = List.copyOf(reliefs);
        if (secondRungAfter.filter(delay -> isOutside(delay, 5, 55)).isPresent()) {
            throw new InvalidInput("appel simultané du deuxième rang : "
                    + secondRungAfter.get().toSeconds()
                    + " s est hors limites ; choisir entre 5 et 55 secondes, ou ne rien donner");
        }
        if (longestSearch.compareTo(SHORTEST_SEARCH) < 0 || longestSearch.compareTo(LONGEST_SEARCH) > 0) {
            throw new InvalidInput("durée de recherche : " + longestSearch.toSeconds()
                    + " s est hors limites ; choisir entre 60 et 480 secondes");
        }
        if (reliefs.size() > MOST_RELIEFS) {
            throw new InvalidInput(
                    "relais : " + reliefs.size() + " sont donnés ; en garder " + MOST_RELIEFS + " au plus");
        }
        var known = new HashSet<String>();
        for (Relief relief : reliefs) {
            String whom = switch (relief) {
                case Relief.Neighbour neighbour -> neighbour.territory().value();
                case Relief.Line line -> line.number().national();
            };
            if (!known.add(whom)) {
                throw new InvalidInput("relais : « " + whom + " » est donné deux fois ; en garder un");
            }
        }
    }

    /** What is left when no other number is dialled; neighbours have rules of their own. */
    Escalation dialling(Predicate<PhoneNumber> allowed) {
        return new Escalation(
                secondRungAfter,
                redialsFirst,
                whenInCall,
                reliefs.stream()
                        .filter(relief -> !(relief instanceof Relief.Line line) || allowed.test(line.number()))
                        .toList(),
                samu.filter(allowed),
                longestSearch);
    }

    private static boolean isOutside(Duration duration, int least, int most) {
        return duration.toSeconds() < least || duration.toSeconds() > most;
    }
}
