package fr.appui.web.messages;

import fr.appui.outreach.AlertDesk;
import fr.appui.outreach.SentAlerts;
import fr.appui.planning.life.MessageDesk;
import fr.appui.planning.life.SmsDesk;
import fr.appui.planning.notice.DeviceAlertBook;
import fr.appui.planning.notice.NoticeBook;
import fr.appui.trace.AlertChannel;
import fr.appui.web.Problem;
import fr.appui.web.request.Author;
import fr.appui.web.rotas.Planned;
import fr.appui.web.rotas.PlanningDoor;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Who was told, who is still to be, and whom no message reached: person by person, each to be sent again. */
@Path("/planning")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class MessagePages {

    private static final Duration SHOWN = Duration.ofDays(92);
    private static final int MOST_SHOWN = 200;

    private final PlanningDoor door;
    private final MessageDesk messages;
    private final AlertDesk alerts;
    private final SmsDesk sms;
    private final Author author;
    private final Visitor visitor;
    private final Clock clock;

    MessagePages(
            PlanningDoor door,
            MessageDesk messages,
            AlertDesk alerts,
            SmsDesk sms,
            Author author,
            Visitor visitor,
            Clock clock) {
        this.door = door;
        this.messages = messages;
        this.alerts = alerts;
        this.sms = sms;
        this.author = author;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** @param sentAt empty until a mail server took it */
    public record Line(
            UUID id,
            String name,
            String subject,
            NoticeBook.State state,
            String reason,
            ZonedDateTime queuedAt,
            Optional<ZonedDateTime> sentAt,
            List<OtherWay> otherWays,
            boolean repeatable) {

        public static Line of(NoticeBook.Told told, Planned at, PlanningDoor door) {
            return new Line(
                    told.id(),
                    door.name(told.physician()),
                    told.subject(),
                    told.state(),
                    told.reason(),
                    told.queuedAt().atZone(at.territory().timeZone()),
                    told.sentAt().map(sent -> sent.atZone(at.territory().timeZone())),
                    told.otherWays().stream().map(one -> OtherWay.of(one, at)).toList(),
                    told.repeatable());
        }
    }

    record OtherWay(String name, NoticeBook.State state, String reason, Optional<ZonedDateTime> at) {

        static OtherWay of(NoticeBook.OtherWay one, Planned at) {
            return new OtherWay(
                    one.name(),
                    one.state(),
                    one.reason(),
                    one.at().map(moment -> moment.atZone(at.territory().timeZone())));
        }
    }

    /** An alert of a call, a duty or a sheet, by one way to one person. */
    record AlertLine(UUID id, String name, String text, ZonedDateTime queuedAt, OtherWay by) {

        static AlertLine of(DeviceAlertBook.Told told, Planned at, PlanningDoor door) {
            return new AlertLine(
                    told.id(),
                    door.name(told.physician()),
                    told.text(),
                    told.queuedAt().atZone(at.territory().timeZone()),
                    OtherWay.of(told.on(), at));
        }

        static AlertLine of(SentAlerts.Told told, Planned at, PlanningDoor door) {
            NoticeBook.State state = switch (told.state()) {
                case TO_SEND -> NoticeBook.State.TO_SEND;
                case SENT -> NoticeBook.State.SENT;
                case DELIVERED -> NoticeBook.State.DELIVERED;
                case UNDELIVERED -> NoticeBook.State.UNDELIVERED;
                case FAILED -> NoticeBook.State.FAILED;
            };
            String way = told.channel() == AlertChannel.SMS ? "SMS" : "Courriel";
            return new AlertLine(
                    told.id(),
                    told.physician().map(door::name).orElse("Coordination"),
                    told.subject(),
                    told.queuedAt().atZone(at.territory().timeZone()),
                    OtherWay.of(new NoticeBook.OtherWay(way, state, told.at(), told.reason()), at));
        }
    }

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance messages(
                Planned at,
                List<Line> lines,
                Optional<Line> again,
                List<AlertLine> alerts,
                Optional<AlertLine> alertAgain,
                Optional<AlertLine> nowhere,
                int most,
                SmsDesk.Offer sms);
    }

    @GET
    @Path("{code}/messages")
    public TemplateInstance messages(
            @RestPath String code,
            @RestQuery @DefaultValue("") String renvoye,
            @RestQuery @DefaultValue("") String restee) {
        Planned at = door.today(code);
        Instant since = clock.instant().minus(SHOWN);
        List<Line> lines = messages.notices(at.code(), since, MOST_SHOWN).stream()
                .map(told -> Line.of(told, at, door))
                .toList();
        Optional<Line> again = lines.stream()
                .filter(line -> line.id().toString().equals(renvoye))
                .findFirst();
        List<AlertLine> shown = Stream.concat(
                        alerts.of(at.code(), since, MOST_SHOWN).stream().map(told -> AlertLine.of(told, at, door)),
                        messages.alerts(at.code(), since, MOST_SHOWN).stream()
                                .map(told -> AlertLine.of(told, at, door)))
                .sorted(Comparator.comparing(AlertLine::queuedAt).reversed().thenComparing(AlertLine::name))
                .limit(MOST_SHOWN)
                .toList();
        return Templates.messages(
                at, lines, again, shown, find(shown, renvoye), find(shown, restee), MOST_SHOWN, sms.of(at.code()));
    }

    private static Optional<AlertLine> find(List<AlertLine> shown, String id) {
        return shown.stream().filter(line -> line.id().toString().equals(id)).findFirst();
    }

    @POST
    @Path("{code}/messages/sms")
    public Response offer(@RestPath String code, @RestForm @DefaultValue("false") boolean ouverts) {
        Planned at = door.today(code);
        sms.offer(at.code(), ouverts, author.act(null, "réglages"));
        return Response.seeOther(URI.create(at.getPlace() + "/messages")).build();
    }

    @POST
    @Path("{code}/messages/{id}/renvoi")
    public Response again(@RestPath String code, @RestPath UUID id) {
        Planned at = door.today(code);
        String login = visitor.signedIn().login();
        MessageDesk.Again again = messages.again(at.code(), id, login)
                .or(() -> alerts.again(at.code(), id, login).map(alert -> new MessageDesk.Again(alert, true)))
                .orElseThrow(() -> Problem.notFound("Ce message n’existe pas, ou n’est plus gardé."));
        return Response.seeOther(URI.create(
                        at.getPlace() + "/messages?" + (again.leaves() ? "renvoye=" : "restee=") + again.id()))
                .build();
    }
}
