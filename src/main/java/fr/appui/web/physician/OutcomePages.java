package fr.appui.web.physician;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.trace.CallId;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.Nomenclature;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeRules;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.Outcomes;
import fr.appui.trace.TermKind;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** The outcome of one call, logged with one thumb. Works without a script; with one, every tap is kept as a draft. */
@Path("/mes-appels")
@RolesAllowed(Roles.PHYSICIAN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OutcomePages {

    private final Outcomes outcomes;
    private final Directory directory;
    private final Visitor visitor;

    OutcomePages(Outcomes outcomes, Directory directory, Visitor visitor) {
        this.outcomes = outcomes;
        this.directory = directory;
        this.visitor = visitor;
    }

    /** @param saved whether something of it is kept already; @param done whether it was validated */
    record Sheet(String call, ZonedDateTime received, String territory, boolean saved, boolean done, boolean note) {}

    @CheckedTemplate(basePath = "medecin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance issue(
                Sheet sheet, OutcomeEntry entry, OutcomeLists lists, List<OutcomeRules.Refusal> refusals);
    }

    @GET
    @Path("{call}")
    public TemplateInstance sheet(@RestPath String call) {
        LoggableCall own = own(call);
        OutcomeEntry entry = OutcomeEntry.of(outcomes.latest(own.call())
                .map(latest -> latest.outcome())
                .orElseGet(() -> Outcome.proposed(Optional.of(own.talk()).filter(talk -> talk.isPositive()))));
        return page(own, entry, List.of());
    }

    @POST
    @Path("{call}")
    public Response keep(@RestPath String call, @BeanParam OutcomeEntry entry) {
        LoggableCall own = own(call);
        OutcomeStatus status = entry.askedStatus();
        return switch (outcomes.write(
                own.call(), status, entry.outcome(), visitor.signedIn().login())) {
            case Outcomes.Writing.Kept kept ->
                Response.seeOther(URI.create(status == OutcomeStatus.FINAL ? "/mes-astreintes" : "/mes-appels/" + call))
                        .build();
            case Outcomes.Writing.Refused refused ->
                Response.status(Response.Status.BAD_REQUEST)
                        .entity(page(own, entry, refused.refusals()))
                        .build();
            case Outcomes.Writing.NoSuchCall none -> throw unknown();
        };
    }

    private TemplateInstance page(LoggableCall call, OutcomeEntry entry, List<OutcomeRules.Refusal> refusals) {
        Optional<Territory> territory = directory.territory(call.territory());
        ZoneId zone = territory.map(Territory::timeZone).orElse(ZoneId.of("Europe/Paris"));
        var latest = outcomes.latest(call.call());
        var sheet = new Sheet(
                call.call().value(),
                call.received().atZone(zone),
                territory.map(Territory::name).orElse(call.territory().value()),
                latest.isPresent(),
                latest.filter(kept -> kept.status() == OutcomeStatus.FINAL).isPresent(),
                outcomes.noteAllowed(call));
        return Templates.issue(sheet, entry, lists(outcomes.nomenclatureFor(call)), refusals);
    }

    private static OutcomeLists lists(Nomenclature nomenclature) {
        return new OutcomeLists(
                nomenclature.terms(TermKind.CALLER_PROFILE),
                nomenclature.terms(TermKind.MOTIVE),
                nomenclature.terms(TermKind.ORIENTATION),
                nomenclature.terms(TermKind.PLACE_OF_CARE));
    }

    private LoggableCall own(String call) {
        LoggableCall found = outcomes.call(new CallId(call)).orElseThrow(OutcomePages::unknown);
        if (!visitor.isPhysician(found.physician())) {
            throw new ForbiddenException();
        }
        return found;
    }

    private static Problem.Refused unknown() {
        return Problem.notFound("Aucun appel de ce nom n'attend de fiche.");
    }
}
