package fr.appui.web.page;

import fr.appui.french.WrittenValue;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What follows the question mark of an address: what was asked for, without what was left blank. */
public record Query(String text) {

    public static final Query NONE = new Query("");

    /** The page of a list, where that is not the first. */
    public Query at(int page) {
        return page > 0 ? with("page", Integer.toString(page)) : this;
    }

    /** This address, asked so. */
    public URI of(String address) {
        return URI.create(text.isEmpty() ? address : address + "?" + text);
    }

    public Query with(String name, String value) {
        return WrittenValue.isNothing(value)
                ? this
                : new Query((text.isEmpty() ? "" : text + "&") + name + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
