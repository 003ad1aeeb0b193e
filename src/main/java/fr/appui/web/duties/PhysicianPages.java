package fr.appui.web.duties;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.french.WrittenDate;
import fr.appui.outreach.DutyDesk;
import fr.appui.web.Problem;
import fr.appui.web.outcomes.OwnCalls;
import fr.appui.web.request.Done;
import fr.appui.web.request.OwnPhysician;
import fr.appui.web.signin.LongSessions;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A physician's own page: tonight, what waits for them, what comes next. */
@Path("/mes-astreintes")
@RolesAllowed(Roles.PHYSICIAN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PhysicianPages {

    /** Confirming earlier says nothing about being there. */
    private static final Duration CONFIRMED_AHEAD = Duration.ofHours(12);

    private final OwnDuties duties;
    private final OwnCalls calls;
    private final OwnReplacements replacements;
    private final OwnPhysician own;
    private final DutyDesk desk;
    private final LongSessions sessions;
    private final Visitor visitor;
    private final Clock clock;

    PhysicianPages(
            OwnDuties duties,
            OwnCalls calls,
            OwnReplacements replacements,
            OwnPhysician own,
            DutyDesk desk,
            LongSessions sessions,
            Visitor visitor,
            Clock clock) {
        this.replacements = replacements;
        this.sessions = sessions;
        this.visitor = visitor;
        this.duties = duties;
        this.calls = calls;
        this.own = own;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * The duty under way or the next one, and what may be done for it.
     *
     * @param confirmable whether it is time to confirm; @param given the number given for it alone
     * @param busyUntil when an astreinte that keeps priority holds them
     * @param reach the others of the ladder, then the coordination, with the numbers to ring now
     * @param keepable until when this telephone may stay signed in @param kept whether it does
     */
    record Tonight(
            OwnDuties.Own duty,
            boolean confirmable,
            boolean confirmed,
            @Nullable PhoneNumber given,
            @Nullable ZonedDateTime busyUntil,
            List<Reach> reach,
            @Nullable ZonedDateTime keepable,
            boolean kept) {}

    record Reach(String who, List<PhoneNumber> numbers) {}

    /** @param said on what was just done; @param error on what was refused; French, either may be empty */
    record Shown(
            Physician physician,
            @Nullable Tonight tonight,
            List<OwnReplacements.Held> next,
            List<OwnReplacements.AskedFor> asked,
            List<OwnCalls.Waiting> waiting,
            List<OwnCalls.Taken> taken,
            List<OwnCalls.Caller> callers,
            String said,
            String error) {}

    @CheckedTemplate(basePath = "medecin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance astreintes(Shown shown);
    }

    @GET
    public TemplateInstance duties(@RestQuery @DefaultValue("") String fait) {
        return page(Done.named(fait).map(Done::sentence).orElse(""), "");
    }

    @POST
    @Path("{date}/presence")
    public Response confirm(@RestPath String date) {
        return answer(desk.confirm(own.get().id(), day(date)), Done.CONFIRMED);
    }

    @POST
    @Path("{date}/numero")
    public Response changeNumber(@RestPath String date, @RestForm @DefaultValue("") String numero) {
        return PhoneNumber.tryParse(numero)
                .filter(read -> read.e164().startsWith("+"))
                .map(read -> answer(desk.changeNumber(own.get().id(), day(date), read), Done.NUMBER))
                .orElseGet(() -> refused(
                        Response.Status.BAD_REQUEST,
                        "Numéro : écrire un numéro de téléphone, par exemple 06 12 34 56 78."));
    }

    @POST
    @Path("{date}/occupe")
    public Response busy(@RestPath String date) {
        DutyDesk.Answer answer = desk.busy(own.get().id(), day(date));
        return answer == DutyDesk.Answer.TOO_EARLY
                ? refused(
                        Response.Status.CONFLICT, "Cette astreinte n’a pas commencé ; le signaler une fois commencée.")
                : answer(answer, Done.BUSY);
    }

    @POST
    @Path("disponible")
    public Response available() {
        desk.available(own.get().id());
        return Done.AVAILABLE.seen();
    }

    /** This telephone stays signed in until the duty ends. */
    @POST
    @Path("garder")
    public Response stay(RoutingContext context) {
        return keepable(duties.of(own.get()))
                .map(end -> Response.fromResponse(Done.KEPT.seen())
                        .cookie(sessions.keep(end.toInstant(), context))
                        .build())
                .orElseGet(() -> refused(
                        Response.Status.CONFLICT,
                        "Aucune astreinte ne commence dans les 24 heures : il n’y a rien pour quoi rester connecté."));
    }

    private Optional<ZonedDateTime> keepable(List<OwnDuties.Own> next) {
        return sessions.longest().isZero() ? Optional.empty() : DutyEnd.of(next, clock.instant());
    }

    private Response answer(DutyDesk.Answer answer, Done done) {
        return switch (answer) {
            case DONE -> done.seen();
            case NOT_ON_DUTY ->
                refused(Response.Status.NOT_FOUND, "Vous n’avez pas d’astreinte à cette date : le planning a changé.");
            case TOO_EARLY ->
                refused(Response.Status.CONFLICT, "L’astreinte commence dans plus de 12 heures ; confirmer plus tard.");
            case OVER -> refused(Response.Status.CONFLICT, "Cette astreinte est finie.");
            case NOT_RUNG ->
                refused(
                        Response.Status.BAD_REQUEST,
                        "Numéro : l’appui ne peut pas appeler celui-là (court, surtaxé, étranger, ou une ligne d’appui) ;"
                                + " écrire un numéro à dix chiffres, par exemple 06 12 34 56 78.");
        };
    }

    /** The page as it is now, with why an act was refused. */
    public Response refused(Response.Status status, String why) {
        return Response.status(status).entity(page("", why)).build();
    }

    private TemplateInstance page(String said, String error) {
        Physician physician = own.get();
        List<OwnDuties.Own> next = duties.of(physician);
        return Templates.astreintes(new Shown(
                physician,
                next.isEmpty() ? null : tonight(physician, next),
                replacements.held(physician.id(), next),
                replacements.askedOf(physician.id()),
                calls.waiting(physician.id()),
                calls.taken(physician.id()),
                calls.callers(physician.id()),
                said,
                error));
    }

    private Tonight tonight(Physician physician, List<OwnDuties.Own> next) {
        OwnDuties.Own duty = next.getFirst();
        boolean near = !duty.start().toInstant().isAfter(clock.instant().plus(CONFIRMED_AHEAD));
        return new Tonight(
                duty,
                near && duty.rung() == 1,
                desk.isConfirmed(physician.id(), duty.date()),
                desk.numberFor(physician.id(), duty.date()).orElse(null),
                desk.busyUntil(physician.id())
                        .map(until -> until.atZone(duty.end().getZone()))
                        .orElse(null),
                reach(duty),
                keepable(next).orElse(null),
                visitor.keptUntil().filter(clock.instant()::isBefore).isPresent());
    }

    private List<Reach> reach(OwnDuties.Own duty) {
        LocalDateTime when = duty.now()
                ? LocalDateTime.ofInstant(clock.instant(), duty.start().getZone())
                : duty.start().toLocalDateTime();
        return Stream.concat(
                        duty.others().stream()
                                .map(other -> new Reach(
                                        other.name().titled(),
                                        desk.numberFor(other.id(), duty.date())
                                                .map(List::of)
                                                .orElseGet(() -> other.numbersAt(when)))),
                        own.coordination(duty.code()).stream()
                                .map(number -> new Reach("La coordination", List.of(number))))
                .toList();
    }

    private static LocalDate day(String date) {
        return WrittenDate.tryRead(date).orElseThrow(() -> Problem.notFound("Aucune astreinte n’a cette date."));
    }
}
