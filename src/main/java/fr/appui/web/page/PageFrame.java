package fr.appui.web.page;

import fr.appui.access.Person;
import fr.appui.web.signin.Visitor;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the frame around every page needs to know of the request; templates read it as {@code inject:frame}. */
@Named("frame")
@RequestScoped
public class PageFrame {

    private static final int IN_THE_DOCK = 4;

    private final Visitor visitor;
    private final RoutingContext context;
    private final String version;

    PageFrame(
            Visitor visitor,
            RoutingContext context,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.visitor = visitor;
        this.context = context;
        this.version = version;
    }

    public boolean isSignedIn() {
        return visitor.person().isPresent();
    }

    /** Whose devices may show messages. */
    public boolean isPhysician() {
        return visitor.person().flatMap(Person::physician).isPresent();
    }

    public String getName() {
        return visitor.person().map(Person::name).orElse("");
    }

    /** What runs here; strangers are not told, who would look up its weaknesses. */
    public String getVersion() {
        return version;
    }

    /** What this person may look for from any page; empty for who has nothing to look for. */
    public String getSearch() {
        return visitor.person().map(Navigation::searched).orElse("");
    }

    /** What was looked for last, to be looked at again. */
    public String getAsked() {
        return context.normalizedPath().equals(Navigation.SEARCH)
                ? Objects.requireNonNullElse(context.request().getParam("q"), "")
                : "";
    }

    public List<Navigation.Link> getLinks() {
        return visitor.person()
                .map(person -> Navigation.of(person, context.normalizedPath()))
                .orElse(List.of());
    }

    /** The doors at the foot of a telephone: as many as a thumb tells apart, the others behind « Plus ». */
    public List<Navigation.Link> getDock() {
        return getLinks().stream().limit(IN_THE_DOCK).toList();
    }

    public List<Navigation.Link> getMore() {
        return getLinks().stream().skip(IN_THE_DOCK).toList();
    }

    /** Whether the page shown is behind « Plus ». */
    public boolean isBeyond() {
        return getMore().stream().anyMatch(Navigation.Link::here);
    }
}
