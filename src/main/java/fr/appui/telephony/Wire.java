package fr.appui.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text that crosses the dialplan unharmed. A field holds only letters, digits and {@code + . _ / % -}: whatever else is
 * percent-encoded, so that no comma, quote, parenthesis, dollar or separator of ours can stand in a value.
 *
 * <p>Separators, outermost first: {@code !} parts of an answer, {@code ~} facts, {@code |} fields, {@code &} recordings.
 */
final class Wire {

    static final String PARTS = "!";
    static final String FACTS = "~";
    static final String FIELDS = "|";
    static final String RECORDINGS = "&";

    private Wire() {}

    static String escape(String value) {
        return URLEncoder.encode(value, UTF_8)
                .replace("+", "%20")
                .replace("%2B", "+")
                .replace("%2F", "/")
                .replace("*", "%2A");
    }

    /** @throws IllegalArgumentException when a percent sign is not followed by two hexadecimal digits */
    static String unescape(String field) {
        return URLDecoder.decode(field.replace("+", "%2B"), UTF_8);
    }

    static String fields(Object... values) {
        return Stream.of(values).map(value -> escape(value.toString())).collect(Collectors.joining(FIELDS));
    }

    static List<String> parse(String text) {
        return split(text, FIELDS).stream().map(Wire::unescape).toList();
    }

    /** Empty text has no element; an empty element elsewhere is kept. */
    static List<String> split(String text, String separator) {
        return text.isEmpty()
                ? List.of()
                : new ArrayList<>(Arrays.asList(text.split(java.util.regex.Pattern.quote(separator), -1)));
    }
}
