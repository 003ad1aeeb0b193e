package fr.appui.web.signin;

import fr.appui.french.InvalidInput;
import fr.appui.outreach.notice.Trials;
import fr.appui.outreach.notice.Trials.Way;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code POST /q/check}, by which {@code appui check} has something tried: for whoever reads the node's own folder, and nobody else.
 * What is tried and to whom stand in two headers, which no log of addresses holds; nothing is kept but what came of it.
 */
@Singleton
final class TrialDoor {

    private static final String PATH = "/q/check";

    /** As {@link HealthForStrangers}. */
    private static final int BEFORE_THE_PAGE = 51;

    private static final String WAY = "Appui-Trial";
    private static final String TO = "Appui-Trial-To";

    private final Trials trials;
    private final NodeSecret secret;

    TrialDoor(Trials trials, NodeSecret secret) {
        this.trials = trials;
        this.secret = secret;
    }

    void register(@Observes Filters filters) {
        filters.register(this::letIn, BEFORE_THE_PAGE);
    }

    private void letIn(RoutingContext context) {
        if (!PATH.equals(context.normalizedPath())
                || !HttpMethod.POST.equals(context.request().method())) {
            context.next();
        } else if (secret.isIn(header(context, HttpHeaders.AUTHORIZATION.toString()))) {
            run(context);
        } else {
            answer(context, Status.UNAUTHORIZED, "le secret de ce nœud (appui.health.token-file) est demandé");
        }
    }

    /** Waits for a server or a telephone on a thread that may, and answers on the connection's own. */
    private void run(RoutingContext context) {
        String way = header(context, WAY);
        String to = header(context, TO);
        context.vertx()
                .executeBlocking(() -> trials.run(way(way), to), false)
                .onSuccess(
                        outcome -> answer(context, Status.OK, outcome.trouble().orElse("")))
                .onFailure(failed -> {
                    if (failed instanceof InvalidInput unclear) {
                        answer(context, Status.BAD_REQUEST, unclear.sentence());
                    } else {
                        context.fail(failed);
                    }
                });
    }

    private static Way way(String name) {
        return Arrays.stream(Way.values())
                .filter(way ->
                        way.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(WAY + " : écrire mail, secure-mail, sms ou telephone"));
    }

    private static String header(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getHeader(name)).orElse("");
    }

    private static void answer(RoutingContext context, Status status, String trouble) {
        context.response()
                .setStatusCode(status.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=UTF-8")
                .end(new JsonObject().put("trouble", trouble).encode());
    }
}
