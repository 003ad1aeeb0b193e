package fr.appui.directory.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends and waits for the server's word, never longer than {@link #PATIENCE}.
 *
 * <p>Every connection is opened from one event loop. From any other thread Vert.x's mail client may open it on one event loop
 * and listen to it on another; a server that greets at once is then not heard, and both sides wait until the server gives up,
 * which takes five minutes with most.
 */
final class PatientMailer implements Mailer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReactiveMailer mailer;
    private final Context loop;

    PatientMailer(ReactiveMailer mailer, Context loop) {
        this.mailer = mailer;
        this.loop = loop;
    }

    /** @throws IllegalStateException the server did not take it; the message says what it answered */
    @Override
    public void send(Mail... mails) {
        var taken = new CompletableFuture<Void>();
        loop.runOnContext(now -> Uni.createFrom()
                .deferred(() -> mailer.send(mails))
                .subscribe()
                .with(taken::complete, taken::completeExceptionally));
        try {
            taken.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            Throwable answer = Objects.requireNonNullElse(refused.getCause(), refused);
            throw new IllegalStateException(String.valueOf(answer.getMessage()), answer);
        } catch (TimeoutException silent) {
            throw new IllegalStateException("the mail server said nothing for " + PATIENCE, silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the mail server was awaited", stopped);
        }
    }
}
