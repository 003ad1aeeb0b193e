package fr.appui.retention;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What became of each class of data when its time came. */
public interface RetentionBook {

    /** @param problem why nothing was erased the last time, when that is so */
    record Run(Instant at, int erased, long total, Optional<String> problem) {}

    Map<String, Run> runs();

    void note(String name, Instant at, int erased, Optional<String> problem);
}
