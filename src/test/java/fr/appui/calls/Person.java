package fr.appui.calls;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** Someone with a telephone: what they do when it rings, and the calls they had. Rings for ever unless told otherwise. */
final class Person {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Network network;
    private final String number;
    private final List<Leg> calls = new CopyOnWriteArrayList<>();
    private volatile Consumer<Leg> reaction = Leg::ring;
    private volatile Function<Media, String> offer = Media::offer;
    private volatile Duration hesitation = Duration.ZERO;

    Person(Network network, String number) {
        this.network = network;
        this.number = number;
    }

    String number() {
        return number;
    }

    Person letsItRing() {
        reaction = Leg::ring;
        return this;
    }

    /** Picks up, listens a moment, and presses these keys; none as a voicemail. */
    Person picksUpAndPresses(String keys) {
        return picksUpAndPresses(keys, Duration.ofMillis(1500));
    }

    Person picksUpAndPresses(String keys, Duration after) {
        reaction = leg -> {
            leg.ring();
            leg.later(Duration.ofMillis(300), leg::pickUp);
            leg.later(after, () -> leg.press(keys));
        };
        return this;
    }

    Person picksUpAndHangsUpAfter(Duration after) {
        reaction = leg -> {
            leg.ring();
            leg.pickUp();
            leg.later(after, leg::hangUp);
        };
        return this;
    }

    /** What this person's telephone says of its media, in every call from now on. */
    Person offering(Function<Media, String> description) {
        offer = description;
        return this;
    }

    /** Answers so late what it is asked in the middle of a call. */
    Person hesitating(Duration hesitation) {
        this.hesitation = hesitation;
        return this;
    }

    Duration hesitation() {
        return hesitation;
    }

    String offer(Media media) {
        return offer.apply(media);
    }

    /** Answers that somebody else is to be rung, as a telephone that is forwarded may. */
    Person redirectsTo(String other) {
        reaction = leg -> leg.refuse("302 Moved Temporarily", "<sip:" + other + "@" + network.address() + ">");
        return this;
    }

    /** A redirection to what is no SIP address. */
    Person redirectsToATelephone(String other) {
        reaction = leg -> leg.refuse("302 Moved Temporarily", "<tel:" + other + ">");
        return this;
    }

    /** Rings so long, and declines. */
    Person declinesAfter(Duration ringing) {
        reaction = leg -> {
            leg.ring();
            leg.later(ringing, () -> leg.refuse("486 Busy Here"));
        };
        return this;
    }

    /** As {@link #picksUpAndPresses}, but busy for a second caller. */
    Person takesOneCallAtATimeAndPresses(String keys) {
        picksUpAndPresses(keys);
        Consumer<Leg> taking = reaction;
        reaction = leg -> {
            if (calls.size() > 1) {
                leg.refuse("486 Busy Here");
            } else {
                taking.accept(leg);
            }
        };
        return this;
    }

    Person picksUp() {
        return picksUpAndPresses("");
    }

    /** Answers at once with a SIP refusal such as {@code 486 Busy Here}. */
    Person answers(String status) {
        reaction = leg -> leg.refuse(status);
        return this;
    }

    /** Refuses the first call so; the later ones as was said before. */
    Person refusesFirst(String status) {
        Consumer<Leg> later = reaction;
        reaction = leg -> {
            if (calls.size() > 1) {
                later.accept(leg);
            } else {
                leg.refuse(status);
            }
        };
        return this;
    }

    Person does(Consumer<Leg> whenRung) {
        reaction = whenRung;
        return this;
    }

    Leg rings(String dialled) {
        Leg leg = network.place(this, dialled);
        calls.add(leg);
        return leg;
    }

    /** As {@link #rings}, with a header of the network's own. */
    Leg rings(String dialled, SipMessage.Header more) {
        Leg leg = network.place(this, dialled, more);
        calls.add(leg);
        return leg;
    }

    /** As one datagram with a false sender: the answer goes unheard. */
    Leg ringsWithoutAcknowledging(String dialled) {
        Leg leg = network.placeUnacknowledged(this, dialled);
        calls.add(leg);
        return leg;
    }

    List<Leg> calls() {
        return calls;
    }

    /** The call that reaches this person before the test's patience ends. */
    Leg isRung() {
        await().atMost(PATIENCE).until(() -> !calls.isEmpty());
        return calls.getLast();
    }

    /** The given call of this person, made or received, counted from 1. */
    Leg isRungAgain(int number) {
        await().atMost(PATIENCE).until(() -> calls.size() >= number);
        return calls.get(number - 1);
    }

    boolean wasRung() {
        return !calls.isEmpty();
    }

    void rung(Leg leg) {
        calls.add(leg);
        reaction.accept(leg);
    }
}
