package fr.appui.planning.life;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** How planning behaves on this installation; what a territory chooses is in its own settings. */
@ConfigMapping(prefix = "appui.planning")
public interface LifeSettings {

    /** How often queued mails are looked at, as the scheduler reads it; {@code off} for never on this node. */
    @WithDefault("10s")
    String noticesEvery();

    /** How often alerts are looked for, as the scheduler reads it; {@code off} for never on this node. */
    @WithDefault("15m")
    String alertsEvery();

    /** How long before a duty its physician is reminded of it; {@code 0s} for never. */
    @WithDefault("12h")
    Duration reminder();

    /** How long mails that were sent are kept. */
    @WithDefault("P180D")
    Duration noticesKept();

    /** How long wishes and absences are kept after their last date. */
    @WithDefault("P1Y")
    Period wishesKept();

    /** How long the history of planning is kept; the database keeps it a year at least. */
    @WithDefault("P5Y")
    Period actsKept();

    /** How long a swap waits for its answer, at most. */
    @WithDefault("7d")
    Duration swapPatience();

    /** How many generations run at once on all nodes together. */
    @WithDefault("2")
    int generationsAtOnce();

    /** The longest time limit that may be asked for one generation. */
    @WithDefault("5m")
    Duration longestGeneration();
}
