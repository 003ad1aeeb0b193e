package fr.appui.recordings;

import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A line's own recordings in the place of those delivered. Each change is audited in its own transaction. */
public interface LineRecordings {

    /** @param sha256 of the sound, hexadecimal */
    record Kept(String prompt, Sound sound, String sha256, Instant at, String by) {}

    List<Kept> of(TerritoryCode territory);

    Optional<Kept> of(TerritoryCode territory, String prompt);

    void put(TerritoryCode territory, String prompt, Sound sound, String by);

    /** The one delivered is heard again. @return whether there was one of its own */
    boolean remove(TerritoryCode territory, String prompt, String by);

    /** Of every line that has a number, for the switches. */
    RecordingSet set();
}
