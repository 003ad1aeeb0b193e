package fr.appui.web.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Territory;
import fr.appui.outreach.TrialCalls;
import fr.appui.outreach.TrialCalls.Answer;
import fr.appui.outreach.TrialLedger.State;
import fr.appui.outreach.TrialLedger.Trial;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** « Appels d'essai » of a line: begun, and what came of the latest. */
@Path("/api/territories/{code}/trial-calls")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.ADMINISTRATOR})
@Tag(name = "calls")
public class TrialCallsResource {

    static final int LISTED = 20;

    private final TrialCalls trials;
    private final Desk desk;

    TrialCallsResource(TrialCalls trials, Desk desk) {
        this.trials = trials;
        this.desk = desk;
    }

    /** @param number the telephone to ring, and no other */
    public record Asked(@Nullable String number) {}

    /** @param scheduled whether the service made it by itself @param trouble why it failed, in French */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TrialCall(
            String id,
            OffsetDateTime begunAt,
            String begunBy,
            boolean scheduled,
            State state,
            @Nullable OffsetDateTime endedAt,
            @Nullable String trouble) {

        static TrialCall of(Trial trial, ZoneId zone) {
            return new TrialCall(
                    trial.id().toString(),
                    trial.begunAt().atZone(zone).toOffsetDateTime(),
                    trial.begunBy(),
                    trial.scheduled(),
                    trial.state(),
                    trial.endedAt()
                            .map(end -> end.atZone(zone).toOffsetDateTime())
                            .orElse(null),
                    trial.trouble().orElse(null));
        }
    }

    @POST
    @RunOnVirtualThread // rings: never waits for a thread that pages hold
    @ResponseStatus(202)
    @Operation(
            summary = "Faire un appel d’essai",
            description =
                    "La ligne est appelée comme par un appelant, à toute heure ; seul ce téléphone sonne, et le 1 le prend."
                            + " L’appel est dans la trace, marqué, et ne compte nulle part.")
    @APIResponse(responseCode = "202", description = "Le téléphone sonne")
    @APIResponse(
            responseCode = "400",
            description = "Numéro illisible, ou qui ne peut pas être appelé (document de problème)")
    @APIResponse(responseCode = "404", description = "Territoire inconnu (document de problème)")
    @APIResponse(responseCode = "409", description = "Pas de ligne, ou un essai est en cours (document de problème)")
    @APIResponse(responseCode = "503", description = "Le commutateur ne prend pas l’ordre (document de problème)")
    public TrialCall begin(@RestPath String code, @Nullable Asked asked) {
        Territory territory = desk.territory(code);
        PhoneNumber number = number(asked);
        return switch (trials.begin(territory.code(), number, desk.author())) {
            case Answer.Ringing ringing -> TrialCall.of(ringing.trial(), territory.timeZone());
            case Answer.NoLine none -> throw Problem.conflict("trial-call", "ce territoire n’a pas encore de ligne");
            case Answer.NotRung not -> throw Problem.badRequest("number", not.why());
            case Answer.UnderWay other ->
                throw Problem.conflict(
                        "trial-call", "un appel d’essai est en cours sur cette ligne ; attendre qu’il se termine");
            case Answer.SwitchAway away ->
                throw Problem.unavailable("L’appel d’essai n’a pas commencé : " + away.why() + ".");
        };
    }

    @GET
    @Operation(summary = "Les derniers appels d’essai de la ligne, le plus récent d’abord")
    public List<TrialCall> latest(@RestPath String code) {
        Territory territory = desk.territory(code);
        return trials.latest(territory.code(), LISTED).stream()
                .map(trial -> TrialCall.of(trial, territory.timeZone()))
                .toList();
    }

    private static PhoneNumber number(@Nullable Asked asked) {
        String written = asked == null || asked.number() == null ? "" : asked.number();
        return PhoneNumber.tryParse(written)
                .orElseThrow(() ->
                        Problem.badRequest("number", "écrire un numéro de téléphone, par exemple 06 12 34 56 78"));
    }
}
