package fr.appui.web.audit;

import fr.appui.access.Person;
import fr.appui.directory.Audit;
import fr.appui.web.signin.Visitor;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Records every request that changes something or hands out a file, so that no resource can forget to. Refusals of a person who is
 * signed in are recorded too. The query is left out: it may hold what somebody searched for.
 */
@Singleton
final class RequestAudit {

    private static final Logger LOG = Logger.getLogger(RequestAudit.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int FORBIDDEN = 403;
    private static final int FAILED = 400;

    private final Audit audit;
    private final Visitor visitor;
    private final ManagedExecutor executor;

    RequestAudit(Audit audit, Visitor visitor, ManagedExecutor executor) {
        this.audit = audit;
        this.visitor = visitor;
        this.executor = executor;
    }

    @ServerResponseFilter
    void record(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        Optional<Person> person = visitor.person();
        if (person.isEmpty() || resource.getResourceMethod() == null || !concerns(request, response, resource)) {
            return;
        }
        String act = request.getMethod() + " " + address(resource);
        String subject = request.getUriInfo().getPath();
        String detail = "réponse " + response.getStatus()
                + visitor.refusedUnseen()
                        .map(refused -> ", accès refusé (" + refused + ")")
                        .orElse("");
        Runnable entry = () -> audit.record(person.get().login(), act, subject, detail);
        if (BlockingOperationControl.isBlockingAllowed()) {
            attempt(entry);
        } else {
            executor.execute(() -> attempt(entry));
        }
    }

    private boolean concerns(
            ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        boolean changes = !READING.contains(request.getMethod());
        boolean exports = resource.getResourceMethod().isAnnotationPresent(Exported.class)
                || response.getHeaders().containsKey(HttpHeaders.CONTENT_DISPOSITION);
        boolean refused =
                response.getStatus() == FORBIDDEN || visitor.refusedUnseen().isPresent();
        return refused || (changes || exports) && response.getStatus() < FAILED;
    }

    /** The act is done and its answer decided; a log that is away must not turn it into an error the caller repeats. */
    private static void attempt(Runnable entry) {
        try {
            entry.run();
        } catch (RuntimeException away) {
            LOG.error("an act could not be written to the audit log", away);
        }
    }

    private static String address(ResourceInfo resource) {
        return (path(resource.getResourceClass().getAnnotation(Path.class))
                        + path(resource.getResourceMethod().getAnnotation(Path.class)))
                .replaceAll("//+", "/");
    }

    private static String path(@org.jspecify.annotations.Nullable Path annotation) {
        return annotation == null ? "" : "/" + annotation.value();
    }
}
