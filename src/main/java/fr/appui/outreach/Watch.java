package fr.appui.outreach;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs rounds that need the database, on a thread of their own that no page holds, and tells once when it goes away and once when
 * it is back.
 */
final class Watch {

    private static final int IDLE_SECONDS = 30;

    private final Logger log;
    private final String what;
    private final ThreadPoolExecutor thread;
    private boolean away;

    Watch(Logger log, String what) {
        this.log = log;
        this.what = what;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(what.replace(' ', '-')).factory());
        thread.allowCoreThreadTimeOut(true);
    }

    /** @return done when the round is over, however it went; the next one waits for it */
    CompletionStage<Void> run(Runnable round) {
        return CompletableFuture.runAsync(() -> watch(round), thread);
    }

    private void watch(Runnable round) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
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
        } finally {
            request.terminate();
        }
    }
}
