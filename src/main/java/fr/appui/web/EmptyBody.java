package fr.appui.web;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A body that is absent, or the JSON word {@code null}, is refused before a resource sees it. */
@Provider
public final class EmptyBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw Problem.badRequest(
                    "corps", "un document JSON est attendu dans le corps de la demande ; voir le document OpenAPI");
        }
        return body;
    }
}
