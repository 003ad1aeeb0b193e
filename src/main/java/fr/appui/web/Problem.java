package fr.appui.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.french.InvalidInput;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as an RFC 9457 problem document. The detail is French, names the field and says what to do.
 *
 * @param type a stable address of the kind of problem, relative to the service; rules of the rota have their own
 * @param errors one entry per offending field; empty when no field is to blame
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public record FieldError(String field, String message) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    /** The request cannot be understood; {@code message} says what {@code field} should be. */
    public static Refused badRequest(String field, String message) {
        return badRequest(List.of(new FieldError(field, message)));
    }

    public static Refused badRequest(List<FieldError> errors) {
        String detail = String.join(
                " ; ", errors.stream().map(e -> e.field() + " : " + e.message()).toList());
        return refuse("demande-invalide", "Demande invalide", Status.BAD_REQUEST, detail, errors, null);
    }

    /** What {@code reading} makes of what a request writes in a field; where it is refused, so is the request, with the name of the field. */
    public static <T> T read(String field, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (InvalidInput invalid) {
            throw badRequest(field, invalid.sentence());
        }
    }

    public static Refused notFound(String what) {
        return refuse("introuvable", "Introuvable", Status.NOT_FOUND, what, List.of(), null);
    }

    /** Understood, but refused as things stand. @param rule the code of the rule that refuses, part of the type */
    public static Refused conflict(String rule, String detail) {
        return refuse("regle/" + rule, "Refusé par une règle", Status.CONFLICT, detail, List.of(), null);
    }

    /** What the request wants to replace is not what its author saw. */
    public static Refused changedMeanwhile(String detail) {
        return refuse("modifie-depuis", "Modifié entre-temps", Status.PRECONDITION_FAILED, detail, List.of(), null);
    }

    /** A change that does not say which version it was decided on. */
    public static Refused versionNeeded() {
        return refuse(
                "version-a-donner",
                "Version à donner",
                Status.PRECONDITION_REQUIRED,
                "Dire quelle version est modifiée : renvoyer dans If-Match l’en-tête ETag de la lecture.",
                List.of(),
                null);
    }

    /** Something of ours is away for now. */
    public static Refused unavailable(String detail) {
        return refuse(
                "indisponible", "Momentanément indisponible", Status.SERVICE_UNAVAILABLE, detail, List.of(), null);
    }

    public Response toResponse() {
        return Response.status(status)
                .entity(this)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .build();
    }

    private static Refused refuse(
            String kind,
            String title,
            Status status,
            String detail,
            List<FieldError> errors,
            @Nullable Throwable cause) {
        return new Refused(new Problem("/problemes/" + kind, title, status.getStatusCode(), detail, errors), cause);
    }

    /** Carries a problem out of a resource. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Refused(Problem problem, @Nullable Throwable cause) {
            super(problem.detail(), cause);
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }
}
