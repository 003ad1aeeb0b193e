package fr.appui.web.outcomes;

import fr.appui.directory.LocalRules;
import fr.appui.directory.TakeOver;
import fr.appui.outreach.CallBackDesk;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.OutcomeRevision;
import fr.appui.trace.OutcomeRules;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.Outcomes;
import fr.appui.web.Problem;
import fr.appui.web.page.People;
import fr.appui.web.request.Done;
import fr.appui.web.request.OwnPhysician;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.time.ZonedDateTime;
import java.util.List;
import java.util.OptionalInt;
import org.jboss.resteasy.reactive.RestPath;

/** The outcome of one call, logged with one thumb. Works without a script; with one, every tap is kept as a draft. */
@Path("/mes-appels")
@RolesAllowed(Roles.PHYSICIAN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OutcomePages {

    private final OutcomeDesk outcomes;
    private final OwnCalls calls;
    private final OwnPhysician own;
    private final CallBackDesk desk;
    private final SurveyLinks links;
    private final NightRelays relays;
    private final People people;

    OutcomePages(
            OutcomeDesk outcomes,
            OwnCalls calls,
            OwnPhysician own,
            CallBackDesk desk,
            SurveyLinks links,
            NightRelays relays,
            People people) {
        this.people = people;
        this.relays = relays;
        this.links = links;
        this.outcomes = outcomes;
        this.calls = calls;
        this.own = own;
        this.desk = desk;
    }

    /**
     * @param revision what is kept already, 0 when nothing is; @param done whether it was validated
     * @param note whether free text is open; @param reachable whether the caller may be called back
     * @param survey whether the caller may be given a link to it
     * @param takeOvers services that may take over this night
     * @param rules of the territory: which patients, the paediatric number
     */
    record Sheet(
            String call,
            ZonedDateTime received,
            String territory,
            int revision,
            boolean done,
            boolean note,
            boolean reachable,
            boolean survey,
            List<TakeOver> takeOvers,
            LocalRules rules) {}

    @CheckedTemplate(basePath = "medecin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance issue(
                Sheet sheet, OutcomeEntry entry, OutcomeLists lists, List<OutcomeRules.Refusal> refusals);
    }

    @GET
    @Path("{call}")
    public TemplateInstance sheet(@RestPath String call) {
        LoggableCall taken = taken(call);
        OutcomeDesk.Sheet sheet = outcomes.sheet(taken);
        return page(sheet, OutcomeEntry.of(sheet.outcome()), List.of());
    }

    @POST
    @Path("{call}")
    public Response keep(@RestPath String call, @BeanParam OutcomeEntry entry) {
        LoggableCall taken = taken(call);
        OutcomeStatus status = entry.askedStatus();
        if (!entry.unreadable().isEmpty()) {
            return refused(taken, entry, entry.unreadable());
        }
        return switch (outcomes.write(taken, OptionalInt.of(entry.seen), status, entry.outcome(), own.login())) {
            case Outcomes.Writing.Kept kept -> after(status, call);
            case Outcomes.Writing.Refused refused -> refused(taken, entry, refused.refusals());
            case Outcomes.Writing.ChangedMeanwhile(OutcomeRevision latest) -> changedMeanwhile(taken, entry, latest);
            case Outcomes.Writing.NoSuchCall none -> throw Problem.notFound("Aucun appel de ce nom n’attend de fiche.");
        };
    }

    /** Rings the physician's own telephone, then the caller. */
    @POST
    @Path("{call}/rappel")
    public Response callBack(@RestPath String call) {
        var id = calls.toCallBack(own.get().id(), call);
        return switch (desk.callBack(id, own.get().id())) {
            case CallBackDesk.Answer.Ringing ringing -> Done.CALL_BACK.seen();
            case CallBackDesk.Answer.NoSuchCall none -> throw Problem.notFound("Cet appel n’existe pas.");
            case CallBackDesk.Answer.NoSuchPhysician none ->
                throw Problem.conflict(
                        "call-back", "aucun numéro où vous joindre n’est connu ; prévenir la coordination");
            case CallBackDesk.Answer.Impossible impossible -> throw Problem.conflict("call-back", impossible.why());
            case CallBackDesk.Answer.SwitchAway away ->
                throw Problem.unavailable("Le rappel n’a pas commencé : " + away.why() + ".");
        };
    }

    @POST
    @Path("{call}/rappel-fait")
    public Response calledBack(@RestPath String call) {
        boolean waited = desk.handled(calls.toCallBack(own.get().id(), call));
        return waited ? Done.CALLED_BACK.seen() : Done.NOBODY_WAITED.seen();
    }

    private LoggableCall taken(String call) {
        return calls.taken(own.get().id(), call);
    }

    private Response refused(LoggableCall call, OutcomeEntry entry, List<OutcomeRules.Refusal> refusals) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(page(outcomes.sheet(call), entry, refusals))
                .build();
    }

    /** What was typed is shown again over what somebody else wrote; sent once more, it counts. */
    private Response changedMeanwhile(LoggableCall call, OutcomeEntry entry, OutcomeRevision latest) {
        var refusal = new OutcomeRules.Refusal(
                "motives",
                "la fiche a été modifiée depuis par " + people.of(latest.author())
                        + " ; relire ce qui suit, puis enregistrer de nouveau pour la remplacer");
        return Response.status(Response.Status.PRECONDITION_FAILED)
                .entity(page(outcomes.sheet(call), entry, List.of(refusal)))
                .build();
    }

    private static Response after(OutcomeStatus status, String call) {
        return status == OutcomeStatus.FINAL
                ? Done.LOGGED.seen()
                : Response.seeOther(URI.create("/mes-appels/" + call)).build();
    }

    private TemplateInstance page(OutcomeDesk.Sheet kept, OutcomeEntry entry, List<OutcomeRules.Refusal> refusals) {
        LoggableCall call = kept.call();
        LocalRules rules = calls.rules(call.territory());
        var sheet = new Sheet(
                call.call().value(),
                call.received().atZone(calls.zone(call.territory())),
                calls.nameOf(call.territory()),
                kept.revision(),
                kept.status() == OutcomeStatus.FINAL,
                kept.noteAllowed(),
                !call.declared(),
                links.isOpen(call.territory()),
                relays.of(call.territory()),
                rules);
        var lists = OutcomeLists.of(
                outcomes.lists(call), outcomes.usual(call), outcomes.profile(call), rules.patients(), entry);
        return Templates.issue(sheet, entry, lists, refusals);
    }
}
