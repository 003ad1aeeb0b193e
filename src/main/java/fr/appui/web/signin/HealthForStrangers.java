package fr.appui.web.signin;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Health names servers, folders and switches. Whoever brings nothing is told the state of each point, and whether there is something to look at,
 * which is all that a probe needs; the rest is for the monitoring and for whoever reads the node's own folder. Asks no database.
 */
@Singleton
final class HealthForStrangers {

    /** After the platform's own rules, before its pages. */
    private static final int BEFORE_THE_PAGE = 50;

    private static final Set<String> ALL = Set.of("/q/health", "/q/health/");
    private static final Set<String> WELL = Set.of("/q/health/well", "/q/health/well/");
    private static final String ATTENTION = "attention";
    private static final String RESERVED = "le détail est pour qui apporte le jeton de mesure (appui.metrics.token)";

    private final SmallRyeHealthReporter reporter;
    private final MetricsSettings metrics;
    private final NodeSecret secret;

    HealthForStrangers(SmallRyeHealthReporter reporter, MetricsSettings metrics, NodeSecret secret) {
        this.reporter = reporter;
        this.metrics = metrics;
        this.secret = secret;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_THE_PAGE);
    }

    private void answer(RoutingContext context) {
        String path = context.normalizedPath();
        if (WELL.contains(path) && isStranger(context)) {
            tell(context, reporter::getWellnessAsync);
        } else if (ALL.contains(path) && isStranger(context)) {
            tell(context, reporter::getHealthAsync);
        } else {
            context.next();
        }
    }

    private boolean isStranger(RoutingContext context) {
        String brought = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        return !NodeSecret.isSame(brought, metrics.token()) && !secret.isIn(brought);
    }

    private static void tell(RoutingContext context, Supplier<Uni<SmallRyeHealth>> asked) {
        asked.get()
                .subscribe()
                .with(
                        health -> context.response()
                                .setStatusCode(
                                        (health.isDown() ? Status.SERVICE_UNAVAILABLE : Status.OK).getStatusCode())
                                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=UTF-8")
                                .end(withoutDetail(new JsonObject(
                                                health.getPayload().toString()))
                                        .encode()),
                        context::fail);
    }

    /** Names and states; of what is to be looked at, only that there is something. */
    static JsonObject withoutDetail(JsonObject health) {
        var checks = new JsonArray();
        health.getJsonArray("checks").stream()
                .map(JsonObject.class::cast)
                .map(HealthForStrangers::stateOf)
                .forEach(checks::add);
        return new JsonObject().put("status", health.getString("status")).put("checks", checks);
    }

    private static JsonObject stateOf(JsonObject check) {
        JsonObject state =
                new JsonObject().put("name", check.getString("name")).put("status", check.getString("status"));
        boolean looked = check.getJsonObject("data", new JsonObject()).fieldNames().stream()
                .anyMatch(key -> key.equals(ATTENTION) || key.startsWith(ATTENTION + "."));
        return looked ? state.put("data", new JsonObject().put(ATTENTION, RESERVED)) : state;
    }
}
