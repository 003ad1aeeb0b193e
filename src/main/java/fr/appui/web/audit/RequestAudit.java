package fr.appui.web.audit;

import fr.appui.access.Person;
import fr.appui.audit.ActUnderWay;
import fr.appui.directory.Audit;
import fr.appui.web.Problem;
import fr.appui.web.signin.Visitor;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Records every request that changes something or hands out a file, so that no resource can forget to. A change is recorded in its
 * own transaction ({@link ActUnderWay}); what writes nothing, here, before its answer leaves: without its entry it is not handed
 * out. Refusals of a person who is signed in are recorded too. The query is left out: it may hold what somebody searched for.
 */
@Singleton
final class RequestAudit {

    private static final Logger LOG = Logger.getLogger(RequestAudit.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int FORBIDDEN = 403;
    private static final int FAILED = 400;

    private final Audit audit;
    private final ActUnderWay act;
    private final Visitor visitor;
    private final ManagedExecutor executor;

    RequestAudit(Audit audit, ActUnderWay act, Visitor visitor, ManagedExecutor executor) {
        this.audit = audit;
        this.act = act;
        this.visitor = visitor;
        this.executor = executor;
    }

    /** After the gates: what they write of a session or a token is no act. */
    @ServerRequestFilter(priority = Integer.MAX_VALUE)
    void begin(ContainerRequestContext request, ResourceInfo resource) {
        if (resource.getResourceMethod() != null && !READING.contains(request.getMethod())) {
            visitor.person()
                    .ifPresent(person -> act.begin(
                            person.login(),
                            name(request, resource),
                            request.getUriInfo().getPath()));
        }
    }

    @ServerResponseFilter
    void record(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        act.end();
        Optional<Person> person = visitor.person();
        if (person.isEmpty() || resource.getResourceMethod() == null || !isToBeTold(request, response, resource)) {
            return;
        }
        String subject = request.getUriInfo().getPath();
        String detail = "réponse " + response.getStatus()
                + visitor.refusedUnseen()
                        .map(refused -> ", accès refusé (" + refused + ")")
                        .orElse("");
        String name = name(request, resource);
        Runnable entry = () -> audit.record(person.get().login(), name, subject, detail);
        if (!BlockingOperationControl.isBlockingAllowed()) {
            executor.execute(() -> attempt(entry));
        } else if (!attempt(entry) && response.getStatus() < FAILED) {
            withhold(response);
        }
    }

    /** What was written and then answered with a refusal changed nothing of what was asked: the log says both. */
    private boolean isToBeTold(
            ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        return act.isRecorded() ? response.getStatus() >= FAILED : concerns(request, response, resource);
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

    private static boolean attempt(Runnable entry) {
        try {
            entry.run();
            return true;
        } catch (RuntimeException away) {
            LOG.error("an act could not be written to the audit log", away);
            return false;
        }
    }

    private static void withhold(ContainerResponseContext response) {
        Problem problem = Problem.unavailable(
                        "Le journal des actes ne peut pas être écrit : rien n’est remis. Réessayer plus tard.")
                .problem();
        response.getHeaders().clear();
        response.setStatus(problem.status());
        response.setEntity(problem, new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
    }

    private static String name(ContainerRequestContext request, ResourceInfo resource) {
        return request.getMethod() + " " + address(resource);
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
