package fr.appui.outreach;

import org.jboss.logging.Logger;

/** Runs rounds that need the database, and tells once when it goes away and once when it is back. */
final class Watch {

    private final Logger log;
    private final String what;
    private boolean away;

    Watch(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    synchronized void run(Runnable round) {
        try {
            round.run();
            if (away) {
                away = false;
                log.infof("%s go on", what);
            }
        } catch (RuntimeException trouble) {
            if (!away) {
                away = true;
                log.warnf("%s wait: %s", what, trouble.getMessage());
            }
        }
    }
}
