package fr.appui.outreach;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.trace.CallStory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The calls that somebody is told of. */
@ApplicationScoped
class TracedCalls {

    private final CallArchive archive;
    private final Directory directory;

    TracedCalls(CallArchive archive, Directory directory) {
        this.archive = archive;
        this.directory = directory;
    }

    /** A call and whose coordination hears of it. */
    record Traced(CallStory story, Territory territory) {

        Alerts.About about() {
            return new Alerts.About(territory.code(), Optional.of(story.call()));
        }
    }

    /** Empty for a call of no territory: there is nobody to tell; and for a trial: there is nothing to tell. */
    Optional<Traced> find(CallId call) {
        return archive.find(call)
                .map(CallArchive.Traced::story)
                .filter(CallStory::counts)
                .flatMap(story ->
                        story.territory().flatMap(directory::territory).map(territory -> new Traced(story, territory)));
    }
}
