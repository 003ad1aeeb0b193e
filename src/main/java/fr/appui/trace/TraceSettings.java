package fr.appui.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;

/** Settings of the trace, under {@code appui.trace}. */
@ConfigMapping(prefix = "appui.trace")
public interface TraceSettings {

    /** Folder, one for each service process, where events wait for the database. */
    @WithDefault("data/spool")
    Path spool();

    /** How many events may wait; those beyond are counted as lost; the switch keeps records of its own. */
    @WithDefault("50000")
    int spoolCapacity();

    /** How long people's phone numbers are kept. */
    @WithDefault("P90D")
    Duration numbersKept();

    /** How long the story of a call and its outcome are kept; what was counted of them stays. */
    @WithDefault("P5Y")
    Period callsKept();

    /** How long what was relayed to others is kept for replay and for recognising repetitions. */
    @WithDefault("P30D")
    Duration relayedKept();
}
