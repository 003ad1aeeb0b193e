package fr.appui.web.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The territory that somebody last worked in, which a page shows when its address names none, and the quarter they plan. A
 * browser keeps their codes and nothing else; they open nothing that its visitor may not see.
 */
@ApplicationScoped
public class WorkedIn {

    private static final String NAME = "appui-territoire";
    private static final String QUARTER_NAME = "appui-trimestre";
    private static final String QUARTER = "20[0-9]{2}-Q[1-4]";
    private static final Pattern ONE_QUARTER = Pattern.compile(QUARTER);
    private static final Pattern QUARTER_ADDRESS =
            Pattern.compile("/planning/[A-Z0-9-]{1,32}/(" + QUARTER + ")(?:/.*)?");
    private static final int AFTER_HEADERS = 5;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final String CODE = "[A-Z0-9-]{1,32}";
    private static final Pattern ONE_CODE = Pattern.compile(CODE);
    private static final Pattern ADDRESS =
            Pattern.compile("/(?:planning|annuaire|bilans|indicateurs)/(" + CODE + ")(?:/.*)?");

    private final CurrentVertxRequest request;

    WorkedIn(CurrentVertxRequest request) {
        this.request = request;
    }

    void register(@Observes Filters filters) {
        filters.register(WorkedIn::remember, AFTER_HEADERS);
    }

    /** The one of these that it is; the first when it is none of them. */
    public <T> Optional<T> among(List<T> all, Function<T, String> code) {
        Optional<String> last = Optional.ofNullable(request.getCurrent()).flatMap(WorkedIn::last);
        return all.stream()
                .filter(one -> last.filter(code.apply(one)::equals).isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** The quarter of this page, else the one somebody last planned since their browser was opened. */
    public Optional<String> quarter() {
        return Optional.ofNullable(request.getCurrent())
                .flatMap(context -> quarterNamed(context).or(() -> lastQuarter(context)));
    }

    private static Optional<String> quarterNamed(RoutingContext context) {
        Matcher address = QUARTER_ADDRESS.matcher(context.normalizedPath());
        Stream<String> inPath = address.matches() ? Stream.of(address.group(1)) : Stream.empty();
        return Stream.concat(inPath, context.queryParam("trimestre").stream())
                .filter(quarter -> ONE_QUARTER.matcher(quarter).matches())
                .findFirst();
    }

    private static Optional<String> lastQuarter(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(QUARTER_NAME))
                .map(Cookie::getValue)
                .filter(quarter -> ONE_QUARTER.matcher(quarter).matches());
    }

    private static void remember(RoutingContext context) {
        if (context.request().method().equals(HttpMethod.GET)) {
            named(context)
                    .filter(code -> last(context).filter(code::equals).isEmpty())
                    .ifPresent(code -> context.response()
                            .addCookie(Cookie.cookie(NAME, code)
                                    .setPath("/")
                                    .setMaxAge(KEPT.toSeconds())
                                    .setHttpOnly(true)
                                    .setSecure(context.request().isSSL())
                                    .setSameSite(CookieSameSite.LAX)));
        }
        if (context.request().method().equals(HttpMethod.GET)
                && context.normalizedPath().startsWith("/planning/")) {
            quarterNamed(context)
                    .filter(quarter ->
                            lastQuarter(context).filter(quarter::equals).isEmpty())
                    .ifPresent(quarter -> context.response()
                            .addCookie(Cookie.cookie(QUARTER_NAME, quarter)
                                    .setPath("/planning")
                                    .setHttpOnly(true)
                                    .setSecure(context.request().isSSL())
                                    .setSameSite(CookieSameSite.LAX)));
        }
        context.next();
    }

    private static Optional<String> named(RoutingContext context) {
        Matcher address = ADDRESS.matcher(context.normalizedPath());
        Stream<String> inPath = address.matches() ? Stream.of(address.group(1)) : Stream.empty();
        Stream<String> inQuery = context.normalizedPath().startsWith("/api/")
                ? Stream.empty()
                : context.queryParam("territoire").stream();
        return Stream.concat(inPath, inQuery)
                .filter(code -> ONE_CODE.matcher(code).matches())
                .findFirst();
    }

    private static Optional<String> last(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(NAME)).map(Cookie::getValue);
    }
}
