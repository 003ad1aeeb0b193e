package fr.appui.web.calls;

import fr.appui.directory.TerritoryCode;
import fr.appui.french.WrittenValue;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.web.page.PageNumber;
import fr.appui.web.page.Pager;
import fr.appui.web.page.Query;
import fr.appui.web.request.Faults;
import fr.appui.web.signin.Visitor;
import jakarta.ws.rs.DefaultValue;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** What the page of calls is asked for, as its form writes it and shows it again. */
public final class SearchedCalls {

    @RestQuery
    @DefaultValue("")
    public String territoire = "";

    @RestQuery
    @DefaultValue("")
    public String du = "";

    @RestQuery
    @DefaultValue("")
    public String au = "";

    @RestQuery
    @DefaultValue("")
    public String fin = "";

    @RestQuery
    @DefaultValue("")
    public String fiche = "";

    @RestQuery
    @DefaultValue("")
    public String reference = "";

    @RestQuery
    @DefaultValue("0")
    public PageNumber page = PageNumber.FIRST;

    /** What its fields do not say; a link of ours may say an instant in place of a day. */
    List<Faults.Fault> faults() {
        var faults = new Faults();
        Map.of("du", du, "au", au).forEach((field, text) -> {
            if (!text.matches("\\d{4}-.*T.*")) {
                faults.date(field, field.equals("du") ? "Du" : "Jusqu’avant le", text);
            }
        });
        given(territoire).ifPresent(code -> faults.reading("territoire", () -> new TerritoryCode(code)));
        known(faults, "fin", "Fin de l’appel", fin, Ending.values());
        known(faults, "fiche", "Fiche", fiche, CallArchive.Logged.values());
        return faults.getAll();
    }

    private static void known(Faults faults, String field, String label, String text, Enum<?>... choices) {
        if (given(text).isPresent()
                && Stream.of(choices).noneMatch(choice -> choice.name().equals(WrittenValue.of(text)))) {
            faults.add(field, label + " : " + WrittenValue.refused(text, "n’est pas prévu", "choisir dans la liste"));
        }
    }

    CallArchive.Search search(Visitor visitor, Function<Optional<TerritoryCode>, ZoneId> zones) {
        return new AskedCalls(
                        given(du),
                        given(au),
                        given(territoire),
                        given(fin),
                        given(fiche),
                        Optional.of(Integer.toString(Math.max(page.at(), 0))),
                        Optional.of(Integer.toString(Pager.SIZE)))
                .search(visitor, zones);
    }

    /** The same search on another page. */
    SearchedCalls at(int other) {
        page = new PageNumber(other);
        return this;
    }

    Optional<CallId> reference() {
        return given(reference).flatMap(CallId::tryParse);
    }

    /** The same search, without its page, for an address. */
    public String query() {
        return Query.NONE
                .with("territoire", territoire)
                .with("du", du)
                .with("au", au)
                .with("fin", fin)
                .with("fiche", fiche)
                .text();
    }

    private static Optional<String> given(String field) {
        return Optional.of(WrittenValue.of(field)).filter(value -> !value.isEmpty());
    }
}
