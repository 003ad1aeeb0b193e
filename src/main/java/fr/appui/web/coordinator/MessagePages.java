package fr.appui.web.coordinator;

import fr.appui.directory.Audit;
import fr.appui.planning.life.SmsDesk;
import fr.appui.planning.notice.NoticeBook;
import fr.appui.web.Problem;
import fr.appui.web.planning.Author;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final NoticeBook notices;
    private final SmsDesk sms;
    private final Author author;
    private final Visitor visitor;
    private final Audit audit;
    private final Clock clock;

    MessagePages(
            PlanningDoor door,
            NoticeBook notices,
            SmsDesk sms,
            Author author,
            Visitor visitor,
            Audit audit,
            Clock clock) {
        this.door = door;
        this.notices = notices;
        this.sms = sms;
        this.author = author;
        this.visitor = visitor;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param sentAt empty until a mail server took it */
    record Line(
            UUID id,
            String name,
            String subject,
            NoticeBook.State state,
            String reason,
            ZonedDateTime queuedAt,
            Optional<ZonedDateTime> sentAt,
            List<OtherWay> otherWays) {

        static Line of(NoticeBook.Told told, Planned at, PlanningDoor door) {
            return new Line(
                    told.id(),
                    door.name(told.physician()),
                    told.subject(),
                    told.state(),
                    told.reason(),
                    told.queuedAt().atZone(at.territory().timeZone()),
                    told.sentAt().map(sent -> sent.atZone(at.territory().timeZone())),
                    told.otherWays().stream().map(one -> OtherWay.of(one, at)).toList());
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

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance messages(Planned at, List<Line> lines, Optional<Line> again, SmsDesk.Offer sms);
    }

    @GET
    @Path("{code}/messages")
    public TemplateInstance messages(@RestPath String code, @RestQuery @DefaultValue("") String renvoye) {
        Planned at = door.today(code);
        List<Line> lines = notices.of(at.code(), clock.instant().minus(SHOWN), MOST_SHOWN).stream()
                .map(told -> Line.of(told, at, door))
                .toList();
        Optional<Line> again = lines.stream()
                .filter(line -> line.id().toString().equals(renvoye))
                .findFirst();
        return Templates.messages(at, lines, again, sms.of(at.code()));
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
    @Transactional
    public Response again(@RestPath String code, @RestPath UUID id) {
        Planned at = door.today(code);
        NoticeBook.Told told = notices.again(at.code(), id, clock.instant())
                .orElseThrow(() -> Problem.notFound("Ce message n’existe pas, ou n’est plus gardé."));
        audit.record(
                visitor.signedIn().login(),
                "notice.again",
                at.code().value(),
                "Message renvoyé à " + door.name(told.physician()) + " : " + told.subject());
        return Response.seeOther(URI.create(at.getPlace() + "/messages?renvoye=" + told.id()))
                .build();
    }
}
