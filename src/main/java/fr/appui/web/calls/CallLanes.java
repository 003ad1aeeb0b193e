package fr.appui.web.calls;

import fr.appui.french.FrenchDuration;
import fr.appui.trace.Attempt;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallStory;
import fr.appui.trace.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One call drawn over time: a lane for the caller, one for each telephone that rang, one for the line it was put through to. */
final class CallLanes {

    /** Across, in the units of the drawing. */
    static final int WIDTH = 1000;

    private static final int THINNEST = 4;

    private final CallStory story;
    private final Names names;
    private final List<Bar> talks;

    private CallLanes(CallStory story, Names names) {
        this.story = story;
        this.names = names;
        this.talks = talks();
    }

    /** @param kind {@code menu}, {@code wait}, {@code ring} or {@code talk} @param x,width of {@link #WIDTH} */
    record Bar(String kind, int x, int width, String said) {}

    record Lane(String label, List<Bar> bars) {

        /** Read in place of the drawing. */
        public String said() {
            return label + " : "
                    + String.join(", ", bars.stream().map(Bar::said).toList());
        }
    }

    static List<Lane> of(CallStory story, Names names) {
        var lanes = new CallLanes(story, names);
        var all = new ArrayList<Lane>();
        all.add(lanes.caller());
        story.attempts().forEach(attempt -> all.add(lanes.attempt(attempt)));
        all.addAll(lanes.putThrough());
        return List.copyOf(all);
    }

    private Lane caller() {
        var bars = new ArrayList<Bar>();
        Instant searched = story.events().stream()
                .filter(event -> event instanceof CallEvent.LadderOpened || event instanceof CallEvent.FoundClosed)
                .map(CallEvent::at)
                .findFirst()
                .orElse(story.end());
        bars.add(bar("menu", story.start(), searched, "accueil"));
        if (searched.isBefore(story.end())) {
            bars.add(bar("wait", searched, story.end(), "attente et recherche"));
        }
        bars.addAll(talks);
        return new Lane("Appelant", bars);
    }

    private Lane attempt(Attempt attempt) {
        var bars = new ArrayList<Bar>();
        bars.add(bar("ring", attempt.started(), attempt.started().plus(attempt.rang()), "sonnerie"));
        if (attempt.result().filter(AttemptResult.ACCEPTED::equals).isPresent()) {
            bars.addAll(talks);
        }
        String result = attempt.result().map(AttemptResult::label).orElse("en cours");
        return new Lane(
                names.physician(attempt.physician()).orElse("Médecin") + ", rang " + attempt.rung() + " – " + result,
                bars);
    }

    private List<Lane> putThrough() {
        return story.events().stream()
                .filter(CallEvent.PutThrough.class::isInstance)
                .map(CallEvent.PutThrough.class::cast)
                .map(begun -> new Lane(
                        begun.destination().label(), List.of(bar("ring", begun.at(), endOf(begun), "transfert"))))
                .toList();
    }

    private Instant endOf(CallEvent.PutThrough begun) {
        return story.events().stream()
                .filter(event -> event instanceof CallEvent.PutThroughEnded
                        && !event.at().isBefore(begun.at()))
                .map(CallEvent::at)
                .findFirst()
                .orElse(story.end());
    }

    private List<Bar> talks() {
        return story.events().stream()
                .filter(CallEvent.Bridged.class::isInstance)
                .map(CallEvent.Bridged.class::cast)
                .map(bridged -> bar("talk", bridged.at(), endOf(bridged), "conversation"))
                .toList();
    }

    private Instant endOf(CallEvent.Bridged bridged) {
        return story.events().stream()
                .filter(event -> event instanceof CallEvent.Unbridged unbridged
                        && unbridged.leg().equals(bridged.leg()))
                .map(CallEvent::at)
                .findFirst()
                .orElse(story.end());
    }

    /** What comes after the end of the call, a call-back for instance, is not drawn. */
    private Bar bar(String kind, Instant from, Instant to, String what) {
        int start = place(from);
        int width = Math.max(THINNEST, place(to) - start);
        return new Bar(
                kind,
                Math.min(start, WIDTH - THINNEST),
                width,
                what + " " + FrenchDuration.of(Duration.between(from, to)));
    }

    private int place(Instant at) {
        long whole = Math.max(1, Duration.between(story.start(), story.end()).toMillis());
        return (int) Math.clamp(Duration.between(story.start(), at).toMillis() * WIDTH / whole, 0, WIDTH);
    }
}
