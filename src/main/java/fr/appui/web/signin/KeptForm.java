package fr.appui.web.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form that came when its session had ended: it goes with the sign-in page, in the browser alone, and is sent by its author
 * once they are back. What another site sent is not kept.
 *
 * @param action where it was going
 * @param body its fields, as a form writes them, without its token
 */
public record KeptForm(String action, String body) {

    private static final KeptForm NONE = new KeptForm("", "");
    private static final int LONGEST = 60_000;
    private static final int MOST_FIELDS = 1000;
    private static final String TOKEN = "csrf-token";
    private static final String TOKEN_OF_THE_PAGE = "csrf_token";
    /** Their forms hold passwords. */
    private static final String ACCOUNT = "/compte/";

    private static final String ENCODED = "application/x-www-form-urlencoded";

    public record Field(String name, String value) {}

    static KeptForm none() {
        return NONE;
    }

    /** @return {@link #none()} for what is no form of ours */
    static KeptForm of(RoutingContext context) {
        String type = context.request().getHeader("Content-Type");
        String sent =
                Optional.ofNullable(context.body()).map(body -> body.asString()).orElse("");
        boolean form = context.request().method().name().equals("POST") && type != null && type.startsWith(ENCODED);
        if (!form || sent.length() > LONGEST) {
            return NONE;
        }
        Optional<String> token =
                Optional.ofNullable(context.request().getCookie(TOKEN)).map(Cookie::getValue);
        if (token.isEmpty() || !comesFromUs(context, fields(sent), token.get())) {
            return NONE;
        }
        // the page that keeps it is drawn before the filter that sets the token of its forms, or instead of it
        context.put(TOKEN_OF_THE_PAGE, token.get());
        return read(context.request().uri(), sent);
    }

    /** What a sign-in form brought back. */
    static KeptForm read(String action, String body) {
        return !action.startsWith("/")
                        || action.startsWith(ACCOUNT)
                        || !Door.ownAddress(action).equals(action)
                ? NONE
                : new KeptForm(
                        action,
                        fields(body).stream()
                                .filter(field -> !field.name().equals(TOKEN))
                                .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                                .collect(Collectors.joining("&")));
    }

    public boolean isEmpty() {
        return action.isEmpty();
    }

    public List<Field> getFields() {
        return fields(body);
    }

    private static List<Field> fields(String body) {
        return new QueryStringDecoder(body, UTF_8, false, MOST_FIELDS)
                .parameters().entrySet().stream().flatMap(KeptForm::each).toList();
    }

    private static Stream<Field> each(Map.Entry<String, List<String>> field) {
        return field.getValue().stream().map(value -> new Field(field.getKey(), value));
    }

    private static boolean comesFromUs(RoutingContext context, List<Field> fields, String token) {
        String site = context.request().getHeader("Sec-Fetch-Site");
        return site != null
                ? site.equals("same-origin")
                : fields.stream()
                        .anyMatch(field ->
                                field.name().equals(TOKEN) && field.value().equals(token));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
