package fr.appui.directory.notice;

import io.netty.channel.Channel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.handler.ssl.NotSslRecordException;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.impl.ContextInternal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends and waits for the server's word, never longer than {@link #LONGEST_WAIT}; where no connection was made by then, as long
 * as the mail client tries to make one: its limit is its own, and a mail given up before would be sent after all.
 *
 * <p>Every connection is opened from one event loop. From any other thread Vert.x's mail client may open it on one event loop
 * and listen to it on another; a server that greets at once is then not heard, and both sides wait until the server gives up,
 * which takes five minutes with most.
 *
 * <p>A server that takes the connection and says nothing keeps one of the mail client's few connections for good: who is tired of
 * waiting hangs up, and the next mail finds them free.
 */
final class TimeLimitedMailer implements Mailer {

    /** Of these no mail was said yet: the server was not found, or is not who it should be. */
    private static final List<Class<? extends IOException>> NEVER_MADE = List.of(
            ConnectException.class,
            UnknownHostException.class,
            NoRouteToHostException.class,
            SSLHandshakeException.class,
            NotSslRecordException.class);

    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** The mail client gives up connecting after a minute. */
    static final Duration LONGEST_CONNECTING = Duration.ofSeconds(65);

    private final ReactiveMailer mailer;
    private final Context loop;
    private final Set<Integer> ports;
    private final Duration patience;
    private final Duration connecting;

    /**
     * @param ports where this mailer's server may answer
     * @param connecting how long in all, while there is no connection
     */
    TimeLimitedMailer(ReactiveMailer mailer, Context loop, Set<Integer> ports, Duration patience, Duration connecting) {
        this.connecting = connecting;
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
            await(taken);
        } catch (ExecutionException refused) {
            Throwable answer = Objects.requireNonNullElse(refused.getCause(), refused);
            throw isCutOff(answer)
                    ? new MailUnheard(String.valueOf(answer.getMessage()), answer)
                    : new IllegalStateException(String.valueOf(answer.getMessage()), answer);
        } catch (TimeoutException silent) {
            throw new MailUnheard("the mail server said nothing", silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MailUnheard("interrupted while the mail server was awaited", stopped);
        }
    }

    /** @throws TimeoutException a server had the time to take it, and said nothing; its line is hung up */
    private void await(CompletableFuture<Void> taken)
            throws ExecutionException, InterruptedException, TimeoutException {
        for (Duration waited = patience; ; waited = waited.plus(patience)) {
            try {
                taken.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException silent) {
                if (hangUp() || waited.compareTo(connecting) >= 0) {
                    throw silent;
                }
            }
        }
    }

    /** A connection that was never made carried nothing. */
    private static boolean isCutOff(Throwable answer) {
        return !isNeverMade(answer)
                && (answer instanceof IOException
                        || String.valueOf(answer.getMessage()).contains("closed"));
    }

    private static boolean isNeverMade(Throwable answer) {
        return Stream.iterate(answer, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> NEVER_MADE.stream().anyMatch(kind -> kind.isInstance(cause)));
    }

    private boolean hangUp() throws InterruptedException, ExecutionException, TimeoutException {
        var connected = new CompletableFuture<Boolean>();
        loop.runOnContext(now -> connected.complete(hangUpNow()));
        return connected.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Another mail on its way through the same server meanwhile is cut too, and tried again like this one.
     *
     * @return whether there was a connection
     */
    private boolean hangUpNow() {
        var channels = new ArrayList<Channel>();
        if (((ContextInternal) loop).nettyEventLoop() instanceof SingleThreadEventLoop threaded) {
            threaded.registeredChannelsIterator().forEachRemaining(channels::add);
        }
        channels.removeIf(channel -> !isToTheServer(channel));
        channels.forEach(Channel::close);
        return !channels.isEmpty();
    }

    private boolean isToTheServer(Channel channel) {
        return channel.parent() == null
                && channel.remoteAddress() instanceof InetSocketAddress server
                && ports.contains(server.getPort());
    }
}
