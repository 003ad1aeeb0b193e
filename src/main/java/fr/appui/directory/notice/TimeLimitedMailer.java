package fr.appui.directory.notice;

import io.netty.channel.Channel;
import io.netty.channel.SingleThreadEventLoop;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.impl.ContextInternal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends and waits for the server's word, never longer than {@link #LONGEST_WAIT}.
 *
 * <p>Every connection is opened from one event loop. From any other thread Vert.x's mail client may open it on one event loop
 * and listen to it on another; a server that greets at once is then not heard, and both sides wait until the server gives up,
 * which takes five minutes with most.
 *
 * <p>A server that takes the connection and says nothing keeps one of the mail client's few connections for good: who is tired of
 * waiting hangs up, and the next mail finds them free.
 */
final class TimeLimitedMailer implements Mailer {

    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ReactiveMailer mailer;
    private final Context loop;
    private final Set<Integer> ports;
    private final Duration patience;

    /** @param ports where this mailer's server may answer */
    TimeLimitedMailer(ReactiveMailer mailer, Context loop, Set<Integer> ports, Duration patience) {
        this.mailer = mailer;
        this.loop = loop;
        this.ports = Set.copyOf(ports);
        this.patience = patience;
    }

    /**
     * @throws MailUnheard nothing tells whether the server took it
     * @throws IllegalStateException the server did not take it; the message says what it answered
     */
    @Override
    public void send(Mail... mails) {
        var taken = new CompletableFuture<Void>();
        loop.runOnContext(now -> Uni.createFrom()
                .deferred(() -> mailer.send(mails))
                .subscribe()
                .with(taken::complete, taken::completeExceptionally));
        try {
            taken.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            Throwable answer = Objects.requireNonNullElse(refused.getCause(), refused);
            throw isCutOff(answer)
                    ? new MailUnheard(String.valueOf(answer.getMessage()), answer)
                    : new IllegalStateException(String.valueOf(answer.getMessage()), answer);
        } catch (TimeoutException silent) {
            loop.runOnContext(now -> hangUp());
            throw new MailUnheard("the mail server said nothing for " + patience, silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MailUnheard("interrupted while the mail server was awaited", stopped);
        }
    }

    /** A connection that was never made carried nothing. */
    private static boolean isCutOff(Throwable answer) {
        return answer instanceof IOException
                        && !(answer instanceof ConnectException || answer instanceof UnknownHostException)
                || String.valueOf(answer.getMessage()).contains("closed");
    }

    /** Another mail on its way through the same server meanwhile is cut too, and tried again like this one. */
    private void hangUp() {
        var channels = new ArrayList<Channel>();
        if (((ContextInternal) loop).nettyEventLoop() instanceof SingleThreadEventLoop threaded) {
            threaded.registeredChannelsIterator().forEachRemaining(channels::add);
        }
        channels.stream().filter(this::isToTheServer).forEach(Channel::close);
    }

    private boolean isToTheServer(Channel channel) {
        return channel.parent() == null
                && channel.remoteAddress() instanceof InetSocketAddress server
                && ports.contains(server.getPort());
    }
}
