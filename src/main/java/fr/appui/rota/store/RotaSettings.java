package fr.appui.rota.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

@ConfigMapping(prefix = "appui.rota")
interface RotaSettings {

    /** How often storage is read again when nothing announces a change. */
    @WithDefault("30s")
    Duration refresh();

    /** How many days ahead ladders are worked out. */
    @WithDefault("100")
    int horizonDays();

    /** How long a number given for one duty is kept after it. */
    @WithDefault("P30D")
    Period dutyNumbersKept();

    /** Whether a snapshot of the invented territory may serve: only for the trial service of {@code deploy/archive}. */
    @WithDefault("false")
    boolean invented();

    /** Where the last snapshot is kept for a start without database; absent, none is kept. */
    Optional<Path> snapshotFile();
}
