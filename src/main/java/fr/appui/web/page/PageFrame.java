package fr.appui.web.page;

import fr.appui.web.signin.Person;
import fr.appui.web.signin.Visitor;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What the frame around every page needs to know of the request; templates read it as {@code inject:frame}. */
@Named("frame")
@RequestScoped
public class PageFrame {

    private final Visitor visitor;
    private final RoutingContext context;

    PageFrame(Visitor visitor, RoutingContext context) {
        this.visitor = visitor;
        this.context = context;
    }

    public boolean isSignedIn() {
        return visitor.person().isPresent();
    }

    public String getName() {
        return visitor.person().map(Person::name).orElse("");
    }

    public List<Navigation.Link> getLinks() {
        return visitor.person()
                .map(person -> Navigation.of(person, context.normalizedPath()))
                .orElse(List.of());
    }
}
