package fr.appui.web.signin;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Ended sessions and old failures leave the database; they have no effect already. Harmless on several nodes at once. */
@Singleton
final class Housekeeping {

    private final SignIn signIn;

    Housekeeping(SignIn signIn) {
        this.signIn = signIn;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetEnded() {
        signIn.forgetEnded();
    }
}
