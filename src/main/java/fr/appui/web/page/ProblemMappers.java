package fr.appui.web.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import fr.appui.french.InvalidInput;
import fr.appui.web.Problem;
import fr.appui.web.store.StorageFault;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error of the API leaves as a problem document. An unforeseen one shows a reference that the log knows, no more. */
final class ProblemMappers {

    private static final int NOT_ALLOWED = 405;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int UNSUPPORTED = 415;

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(Problem.Refused refused) {
        return refused.problem().toResponse();
    }

    /** Values validate themselves; their sentence already names the field and the remedy. */
    @ServerExceptionMapper
    Response invalidInput(InvalidInput invalid) {
        return problem(Response.Status.BAD_REQUEST, "Demande invalide", invalid.sentence());
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException unreadable) {
        return problem(Response.Status.BAD_REQUEST, "Demande illisible", explain(unreadable));
    }

    /** The framework maps this one by itself, unless it is mapped by its own name. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatched) {
        return unreadable(mismatched);
    }

    @ServerExceptionMapper
    Response refusedByTheFramework(WebApplicationException refused, RoutingContext context) {
        Response.StatusType status = refused.getResponse().getStatusInfo();
        if (refused.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        if (refused instanceof NotFoundException) {
            return ErrorPages.inPlaceOf(
                    problem(Response.Status.NOT_FOUND, "Introuvable", "Cette adresse n’existe pas."), context);
        }
        return switch (status.getStatusCode()) {
            case NOT_ALLOWED ->
                problem(
                        status,
                        "Page à rouvrir",
                        "Cette adresse reçoit un formulaire et ne s’ouvre pas d’elle-même : repartir de l’accueil. Rien n’est"
                                + " changé. Un programme trouve dans /openapi comment l’appeler.");
            case NOT_ACCEPTABLE ->
                problem(
                        status,
                        "Format non proposé",
                        "Cette adresse ne répond dans aucun des formats demandés (en-tête Accept) ; voir /openapi.");
            case UNSUPPORTED ->
                problem(
                        status,
                        "Format non lu",
                        "Cette adresse ne lit pas ce format (en-tête Content-Type) ; voir /openapi.");
            default -> problem(status, "Demande refusée", "La demande est refusée (" + status.getStatusCode() + ").");
        };
    }

    @ServerExceptionMapper
    Response unforeseen(RuntimeException unforeseen) {
        Optional<StorageFault> storage = StorageFault.in(unforeseen);
        if (storage.isPresent()) {
            LOG.warnf("storage: %s (%s)", storage.get(), unforeseen.getMessage());
            return ofStorage(storage.get()).problem().toResponse();
        }
        String reference = UUID.randomUUID().toString();
        LOG.errorf(unforeseen, "unforeseen error %s", reference);
        return problem(
                Response.Status.INTERNAL_SERVER_ERROR,
                "Erreur imprévue",
                "Une erreur imprévue s’est produite. Réessayer ; si elle revient, transmettre la référence " + reference
                        + " à l’exploitant.");
    }

    private static Problem.Refused ofStorage(StorageFault fault) {
        return switch (fault) {
            case AWAY ->
                Problem.unavailable(
                        "La base de données ne répond pas ; les appels continuent. Réessayer dans un instant.");
            case UNCERTAIN ->
                Problem.unavailable(
                        "La base de données a cessé de répondre pendant l’enregistrement : il n’est pas certain qu’il"
                                + " soit fait. Regarder avant de refaire ; les appels continuent.");
            case COLLISION ->
                Problem.conflict(
                        "meme-instant",
                        "Un autre changement vient d’être fait au même endroit ; relire, puis refaire.");
        };
    }

    private static String explain(JsonProcessingException unreadable) {
        String field = unreadable instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        return field.isEmpty()
                ? "Le corps de la demande n’est pas un document JSON lisible."
                : field + " : la valeur n’est pas lisible ; voir le format attendu dans le document OpenAPI.";
    }

    private static Response problem(Response.StatusType status, String title, String detail) {
        return new Problem("about:blank", title, status.getStatusCode(), detail, List.of()).toResponse();
    }
}
