package fr.appui.recordings;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the switches themselves say they can play. */
public interface SwitchRecordings {

    /**
     * @param problem in French, when the switch did not tell; the rest is then empty
     * @param set checksum of the set it plays, when it has one
     */
    record Told(String name, Optional<String> problem, Set<String> announcements, Optional<String> set) {}

    List<Told> ask();
}
