package fr.appui.web.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/**
 * What was written in the form that a page answers, so that a refusal loses none of it; templates read it as {@code inject:typed}.
 * A page that answers what was done asks only where it says that it was not. Never of a password.
 */
@Named("typed")
@RequestScoped
public class Typed {

    private final RoutingContext context;

    Typed(RoutingContext context) {
        this.context = context;
    }

    /** Whether the page answers the form of this address. */
    public boolean in(String action) {
        return context.request().method().name().equals("POST")
                && context.normalizedPath().equals(action);
    }

    /** Empty where the page answers no form, or that of another address. */
    public String of(String action, String field) {
        return values(action, field).findFirst().orElse("");
    }

    /** Of a box that was ticked, or one of several values. */
    public boolean has(String action, String field, String value) {
        return values(action, field).anyMatch(value::equals);
    }

    private Stream<String> values(String action, String field) {
        return Optional.of(action)
                .filter(this::in)
                .map(here -> CurrentRequestManager.get().getFormData())
                .stream()
                .flatMap(form -> Optional.ofNullable(form.get(field)).stream())
                .flatMap(Deque::stream)
                .filter(value -> !value.isFileItem())
                .map(FormValue::getValue);
    }
}
