package fr.appui.calls;

import fr.appui.calls.FaultPlan.Call;
import fr.appui.calls.FaultPlan.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionTimeoutException;

/** Plays the planned calls of one line one after the other, with its physicians, and tells what became of each. */
final class FaultCaller {

    private static final Set<String> ANNOUNCED =
            Set.of("rappel-saisir", "rappel-meme-numero", "urgence-15", "erreur-technique");
    private static final Duration LOOK = Duration.ofMillis(60);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(90);
    private static final int MOST_DIALS = 8;

    /** As people dial: no two calls show the same number. */
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    enum Fate {
        PHYSICIAN,
        FALLBACK_LINE,
        ANNOUNCED,
        TOLD_HOURS,
        TURNED_AWAY,
        /** The switch died; the caller dials again. */
        SWITCH_DIED,
        /** They talked, and it ended though neither hung up. */
        DROPPED,
        /** The call ended, or went on, without a word of what to do. */
        LOST
    }

    /**
     * One dial and its end.
     *
     * @param caller the number shown, national
     * @param call as the switch names it, once it arrived there
     * @param rung how many times a physician's phone rang in it
     * @param over when the caller's leg was over, as {@link System#nanoTime}
     */
    record Dial(Call plan, String caller, Fate fate, int rung, String detail, long over) {}

    private final FaultStage stage;
    private final Cast cast;
    private final Person first;
    private final Person second;
    private final Optional<Person> fallback;

    FaultCaller(FaultStage stage, int line) {
        this.stage = stage;
        this.cast = stage.cast(line);
        this.first = stage.carrier.person(Cast.national(cast.physicianNumber(1)));
        this.second = stage.carrier.person(Cast.national(cast.physicianNumber(2)));
        this.fallback = Optional.ofNullable(cast.fallback()).map(number -> stage.carrier.person(Cast.national(number)));
        fallback.ifPresent(line2 -> line2.does(FaultCaller::pickUp));
    }

    /** The dials of one planned call: one, or several when the switch dies. */
    List<Dial> play(Call plan) {
        List<Dial> dials = new ArrayList<>();
        while (dials.size() < MOST_DIALS) {
            stage.awaitSwitch();
            dials.add(new OneDial(plan).play());
            if (dials.getLast().fate() != Fate.SWITCH_DIED) {
                break;
            }
        }
        return dials;
    }

    private static void pickUp(Leg leg) {
        leg.ring();
        leg.later(Duration.ofMillis(200), leg::pickUp);
    }

    /** One caller's leg and the legs that were rung for it. */
    private final class OneDial {

        private final Call plan;
        private final long begun = System.nanoTime();
        private final Person caller;
        private final int firstBefore = first.calls().size();
        private final int secondBefore = second.calls().size();
        private final int fallbackBefore =
                fallback.map(person -> person.calls().size()).orElse(0);
        private Leg leg;
        private int asked;

        OneDial(Call plan) {
            this.plan = plan;
            String number = "07%08d".formatted(10_000_000 + NUMBERS.getAndIncrement());
            this.caller = (plan.script() == Script.SAMU ? stage.samu : stage.carrier).person(number);
            react();
            this.leg = caller.rings(
                    Cast.national(plan.script() == Script.CLOSED ? FaultStage.CLOSED.line() : cast.line()));
        }

        private void react() {
            second.does(plan.script() == Script.NOBODY ? Leg::ring : accepting("1"));
            first.does(
                    switch (plan.script()) {
                        case FIRST_ACCEPTS, SAMU, PATIENT, CLOSED -> accepting("1");
                        case FIRST_SILENT -> Leg::ring;
                        case FIRST_BUSY, NOBODY -> rung -> rung.refuse("486 Busy Here");
                        case FIRST_PASSES -> accepting("2");
                        case FIRST_VOICEMAIL -> FaultCaller::pickUp;
                    });
        }

        /** Presses until it has an effect, as people do. */
        private java.util.function.Consumer<Leg> accepting(String key) {
            return rung -> {
                rung.ring();
                rung.later(Duration.ofMillis(200), () -> {
                    rung.pickUp();
                    for (int i = 0; i < 12 && rung.state() == Leg.State.UP && !rung.heard(leg); i++) {
                        look(Duration.ofMillis(600));
                        rung.press(key);
                    }
                });
            };
        }

        Dial play() {
            Fate fate = Fate.LOST;
            String detail = "";
            try {
                fate = follow();
                if (fate == Fate.LOST || fate == Fate.DROPPED) {
                    detail = "status " + leg.status() + ", " + leg.state() + ", heard " + heard();
                }
            } finally {
                leg.hangUp();
                if (fate == Fate.SWITCH_DIED) {
                    rung().forEach(Leg::hangUp);
                }
            }
            long over = System.nanoTime();
            settle();
            return new Dial(plan, caller.number(), fate, physiciansRung(), detail, over);
        }

        private Fate follow() {
            long end = begun + LONGEST_CALL.toNanos();
            long again = begun;
            while (System.nanoTime() < end) {
                if (stage.switchDiedSince(begun)) {
                    return Fate.SWITCH_DIED;
                }
                if (System.nanoTime() - again > 500_000_000L) {
                    leg.inviteAgainIfUnheard();
                    again = System.nanoTime();
                }
                List<String> heard = heard();
                answer(heard);
                Optional<Leg> human =
                        rung().stream().filter(other -> bothHear(leg, other)).findFirst();
                if (human.isPresent()) {
                    return talk(human.get());
                }
                if (heard.contains("rappel-saisir") || heard.contains("rappel-meme-numero")) {
                    return Fate.ANNOUNCED;
                }
                if (leg.state() == Leg.State.OVER) {
                    return over();
                }
                look(LOOK);
            }
            return Fate.LOST;
        }

        /** Asterisk writes what it plays from a thread of its own, which may come after the goodbye. */
        private Fate over() {
            Fate fate = ended(heard());
            for (int looks = 0; fate == Fate.LOST && looks < 50; looks++) {
                look(LOOK);
                fate = ended(heard());
            }
            return stage.switchDiedSince(begun) ? Fate.SWITCH_DIED : fate;
        }

        private void answer(List<String> heard) {
            int asks = (int) heard.stream().filter("qui-appelle"::equals).count();
            if (asks > asked) {
                asked = asks;
                look(Duration.ofMillis(250));
                leg.press(plan.script() == Script.PATIENT ? "9" : "2");
            }
        }

        private static Fate ended(List<String> heard) {
            if (heard.contains("patients-proches")) {
                return Fate.TURNED_AWAY;
            }
            if (heard.stream().anyMatch(name -> name.startsWith("ferme"))) {
                return Fate.TOLD_HOURS;
            }
            return heard.stream().anyMatch(ANNOUNCED::contains) ? Fate.ANNOUNCED : Fate.LOST;
        }

        private Fate talk(Leg other) {
            Fate reached = rungFallback(other) ? Fate.FALLBACK_LINE : Fate.PHYSICIAN;
            long end = System.nanoTime() + plan.talk().toNanos();
            while (System.nanoTime() < end) {
                if (leg.state() != Leg.State.UP || other.state() != Leg.State.UP) {
                    return stage.switchDiedSince(begun) ? Fate.SWITCH_DIED : Fate.DROPPED;
                }
                look(LOOK);
            }
            if (!stillHear(other)) {
                return stage.switchDiedSince(begun) ? Fate.SWITCH_DIED : Fate.DROPPED;
            }
            (plan.callerHangsUp() ? leg : other).hangUp();
            for (int i = 0; i < 80 && leg.state() == Leg.State.UP; i++) {
                look(LOOK); // told goodbye
            }
            return reached;
        }

        private boolean stillHear(Leg other) {
            for (int tries = 0; tries < 100; tries++) {
                if (stage.switchDiedSince(begun)) {
                    return false;
                }
                if (leg.hearsMoreOf(other) && other.hearsMoreOf(leg)) {
                    return true;
                }
                look(Duration.ofMillis(100));
            }
            return false;
        }

        /** Waits until every leg is over, so that the next call of this line begins afresh. */
        private void settle() {
            for (int i = 0; i < 200 && !stage.switchDiedSince(begun); i++) {
                if (rung().stream().allMatch(other -> other.state() == Leg.State.OVER)) {
                    break;
                }
                look(Duration.ofMillis(100));
            }
            rung().forEach(Leg::hangUp);
        }

        private List<String> heard() {
            return stage.asterisk.heard().byCaller(caller.number());
        }

        private List<Leg> rung() {
            List<Leg> legs = new ArrayList<>(since(first, firstBefore));
            legs.addAll(since(second, secondBefore));
            fallback.ifPresent(person -> legs.addAll(since(person, fallbackBefore)));
            return legs;
        }

        private boolean rungFallback(Leg other) {
            return fallback.filter(person -> since(person, fallbackBefore).contains(other))
                    .isPresent();
        }

        private int physiciansRung() {
            return since(first, firstBefore).size()
                    + since(second, secondBefore).size();
        }

        private static List<Leg> since(Person person, int before) {
            List<Leg> all = List.copyOf(person.calls());
            return all.subList(before, all.size());
        }
    }

    private static boolean bothHear(Leg one, Leg other) {
        return one.heard(other) && other.heard(one);
    }

    private static void look(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ConditionTimeoutException("stopped");
        }
    }
}
