package fr.appui.web.calls;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.trace.CallStory;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.Outcomes;
import fr.appui.web.Problem;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The calls that a visitor may see, for pages and API: a call of another territory is answered like one that does not exist. */
@ApplicationScoped
class SeenCalls {

    /** A call that has not ended by then is one whose end was lost. */
    private static final Duration LONGEST_CALL = Duration.ofHours(3);

    private static final int MOST_LIVE = 30;

    private final CallArchive archive;
    private final Outcomes outcomes;
    private final Visitor visitor;
    private final Clock clock;

    SeenCalls(CallArchive archive, Outcomes outcomes, Visitor visitor, Clock clock) {
        this.archive = archive;
        this.outcomes = outcomes;
        this.visitor = visitor;
        this.clock = clock;
    }

    CallArchive.Page search(CallArchive.Search search) {
        return archive.search(search);
    }

    /** Latest first. */
    List<CallArchive.Traced> inProgress(CallArchive.Search search) {
        return archive.inProgress(search.within(), clock.instant().minus(LONGEST_CALL), MOST_LIVE);
    }

    /** Of a territory that the visitor coordinates. */
    CallArchive.Traced coordinated(String id, Problem.Refused unknown) {
        CallArchive.Traced traced = archive.find(new CallId(id)).orElseThrow(() -> unknown);
        visitor.requireSight(Act.COORDINATE, thing(traced.story()), unknown);
        return traced;
    }

    boolean mayCoordinate(CallId id) {
        return archive.find(id)
                .filter(traced -> visitor.may(Act.COORDINATE, thing(traced.story())))
                .isPresent();
    }

    /** One that the physician took, or one of a territory that the visitor coordinates or practises in. */
    CallStory toCallBack(String id, Problem.Refused unknown) {
        CallStory story =
                archive.find(new CallId(id)).orElseThrow(() -> unknown).story();
        var taken =
                new Thing.Call(story.territory(), outcomes.call(story.call()).map(LoggableCall::physician));
        if (!visitor.may(Act.ACT_FOR_PHYSICIAN, taken)) {
            Thing place = story.territory().<Thing>map(Thing.Place::new).orElse(taken);
            visitor.requireSight(Act.ACT_FOR_PHYSICIAN, place, unknown);
        }
        return story;
    }

    private static Thing thing(CallStory story) {
        return new Thing.Call(story.territory(), Optional.empty());
    }
}
