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
 * The territory that somebody last worked in, which a page shows when its address names none. A browser keeps its code and
 * nothing else; it opens nothing that its visitor may not see.
 */
@ApplicationScoped
public class WorkedIn {

    private static final String NAME = "appui-territoire";
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
