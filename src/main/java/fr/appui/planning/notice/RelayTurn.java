package fr.appui.planning.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * One node's turn at sending what is due, whichever way it goes. Each message is claimed by itself and for longer than its far end may
 * take: however slow that is, no other node is given what this one sends, and what waits behind it is claimed by nobody.
 */
final class RelayTurn {

    /** One that is refused holds up nobody; a far end that is away is not asked for each. */
    static final int MOST_REFUSED = 3;

    /** To note what came of it. */
    private static final Duration BESIDE_SENDING = Duration.ofMinutes(1);

    private final Clock clock;
    private final Duration longestSend;

    /** @param longestSend as the far end's client bounds it */
    RelayTurn(Clock clock, Duration longestSend) {
        this.clock = clock;
        this.longestSend = longestSend;
    }

    /** As {@link NoticeQueue#take}. */
    @FunctionalInterface
    interface Claim<M> {
        List<M> take(int most, Instant now, Duration patience);
    }

    /** @param send notes what came of it as well; false: the far end refused it. After three of these what is left stays due, and unclaimed */
    <M> void run(Claim<M> claim, Predicate<M> send) {
        int refused = 0;
        Duration claimed = longestSend.plus(BESIDE_SENDING);
        while (refused < MOST_REFUSED) {
            Instant until = clock.instant().plus(claimed);
            List<M> one = claim.take(1, until.minus(claimed), claimed);
            if (one.isEmpty()) {
                return;
            }
            // a node that was stopped meanwhile leaves it: it falls due again by itself, here or elsewhere
            boolean ours = !clock.instant().plus(longestSend).isAfter(until);
            if (ours && !send.test(one.getFirst())) {
                refused++;
            }
        }
    }
}
