package fr.appui.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request is worked on once it is here whole. Who sends half a form holds a connection, never a thread, and not for long; one
 * address holds a few at a time.
 */
@Singleton
final class WholeBodies {

    /** Before anything that reads or answers. */
    static final int EARLY = 15_000;

    private static final Set<HttpMethod> WITHOUT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final WebSettings settings;
    private final ClientAddress clients;
    private final Vertx vertx;
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

    WholeBodies(WebSettings settings, ClientAddress clients, Vertx vertx) {
        this.settings = settings;
        this.clients = clients;
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::gather, EARLY);
    }

    private void gather(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (WITHOUT.contains(request.method()) || request.isEnded()) {
            context.next();
            return;
        }
        String address = clients.of(request);
        if (waiting.merge(address, 1, Integer::sum) > settings.bodiesPerAddress()) {
            release(address);
            refuse(context, Status.TOO_MANY_REQUESTS);
            return;
        }
        new Gathering(context, address).begin();
    }

    private void release(String address) {
        waiting.computeIfPresent(address, (known, count) -> count == 1 ? null : count - 1);
    }

    private static void refuse(RoutingContext context, Status status) {
        if (!context.response().ended()) {
            context.response()
                    .setStatusCode(status.getStatusCode())
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .end()
                    .onComplete(sent -> context.request().connection().close());
        }
    }

    /** One body on its way in; it ends once, whole or not. */
    private final class Gathering {

        private final RoutingContext context;
        private final String address;
        private final Buffer body = Buffer.buffer();
        private final AtomicBoolean over = new AtomicBoolean();

        Gathering(RoutingContext context, String address) {
            this.context = context;
            this.address = address;
        }

        void begin() {
            long timer = vertx.setTimer(settings.bodyPatience().toMillis(), late -> end(Status.REQUEST_TIMEOUT));
            HttpServerRequest request = context.request();
            request.exceptionHandler(gone -> {
                vertx.cancelTimer(timer);
                end(Status.BAD_REQUEST);
            });
            request.handler(part -> {
                body.appendBuffer(part);
                if (body.length() > settings.largestBody().asLongValue()) {
                    vertx.cancelTimer(timer);
                    end(Status.REQUEST_ENTITY_TOO_LARGE);
                }
            });
            request.endHandler(whole -> {
                vertx.cancelTimer(timer);
                if (over.compareAndSet(false, true)) {
                    release(address);
                    ((RoutingContextInternal) context).setBody(body);
                    context.next();
                }
            });
            request.resume();
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                context.response().writeContinue();
            }
        }

        private void end(Status why) {
            if (over.compareAndSet(false, true)) {
                release(address);
                refuse(context, why);
            }
        }
    }
}
