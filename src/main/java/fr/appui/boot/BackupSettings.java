package fr.appui.boot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What {@code appui check} looks at of the backups. */
@ConfigMapping(prefix = "appui.backup")
interface BackupSettings {

    /** Whether this is the node whose machine makes them; of several, one does. */
    @WithDefault("true")
    boolean here();

    /** What {@code appui backup} leaves once a backup is whole: its date is that of the last one. */
    @WithDefault("${appui.home:data}/last-backup")
    Path marker();
}
