package fr.appui.boot;

import fr.appui.directory.StorageReady;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The application takes calls before its database is ready, and makes the tables then: on a busy machine the first test, which
 * asks for what is stored, came before them.
 */
@Singleton
class StorageFirst {

    private static final int LAST = Integer.MAX_VALUE;

    private final CountDownLatch ready = new CountDownLatch(1);

    void onStorage(@Observes @Priority(LAST) StorageReady event) {
        ready.countDown();
    }

    void onStart(@Observes @Priority(LAST) StartupEvent event) throws InterruptedException {
        if (!ready.await(3, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the tables were not made within three minutes");
        }
    }
}
