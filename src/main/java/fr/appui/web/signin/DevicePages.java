package fr.appui.web.signin;

import fr.appui.access.Account;
import fr.appui.access.Sessions;
import fr.appui.planning.life.SmsDesk;
import fr.appui.push.PushSender;
import fr.appui.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where one is signed in, and how one ends it from elsewhere. */
@Path("/compte/appareils")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DevicePages {

    private static final String ADDRESS = "/compte/appareils";

    private final SessionDesk sessions;
    private final PushDesk push;
    private final SmsDesk sms;
    private final PushSender sender;
    private final Visitor visitor;
    private final Clock clock;

    DevicePages(SessionDesk sessions, PushDesk push, SmsDesk sms, PushSender sender, Visitor visitor, Clock clock) {
        this.push = push;
        this.sms = sms;
        this.sender = sender;
        this.sessions = sessions;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** What « Mes appareils » says of messages. @param key empty where this installation sends none */
    record Notifications(boolean physician, Optional<String> key, List<Told> devices) {}

    /** A device that is told. @param here whether it is this one */
    record Told(UUID id, String name, Instant since, boolean here) {}

    /** @param id names the session and opens none @param keptUntil of one that is kept for a duty */
    record Device(
            String id,
            String name,
            Instant startedAt,
            Instant lastSeenAt,
            @Nullable Instant keptUntil,
            boolean here) {}

    @CheckedTemplate(basePath = "connexion")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance appareils(
                List<Device> devices,
                boolean others,
                Notifications notifications,
                SmsDesk.@Nullable Mine sms,
                String said);
    }

    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("") String fait) {
        SignIn.Entered mine = entered();
        Instant now = clock.instant();
        List<Device> devices = sessions.live(mine.account()).stream()
                .map(session -> device(session, mine, now))
                .toList();
        return Templates.appareils(
                devices,
                devices.size() > 1,
                notifications(mine),
                mine.account().physician().map(sms::of).orElse(null),
                said(fait));
    }

    private Notifications notifications(SignIn.Entered mine) {
        List<Told> told = push.of(mine.account()).stream()
                .map(one -> new Told(
                        one.id(),
                        one.name(),
                        one.since(),
                        one.session().equals(mine.session().tokenHash())))
                .toList();
        return new Notifications(mine.account().physician().isPresent(), sender.publicKey(), told);
    }

    private static String said(String done) {
        return switch (done) {
            case "" -> "";
            case "notifications" -> "Cet appareil affichera les messages de planning.";
            case "sans-notifications" -> "Cet appareil n’affichera plus les messages de planning.";
            case "sms" -> "Vos messages de planning partiront aussi par SMS.";
            case "sans-sms" -> "Vos messages de planning ne partiront plus par SMS.";
            default -> "Cet appareil n’est plus connecté.";
        };
    }

    @POST
    @Path("sms")
    public Response sms(@RestForm @DefaultValue("false") boolean voulus) {
        Account account = entered().account();
        sms.want(account.physician().orElseThrow(ForbiddenException::new), voulus, account.login());
        return Response.seeOther(URI.create(ADDRESS + "?fait=" + (voulus ? "sms" : "sans-sms")))
                .build();
    }

    @POST
    @Path("{appareil}/fin")
    public Response end(@RestPath String appareil) {
        if (!sessions.end(entered().account(), appareil)) {
            throw Problem.notFound("Cet appareil n’est plus connecté.");
        }
        return done();
    }

    @POST
    @Path("autres/fin")
    public Response endOthers() {
        SignIn.Entered mine = entered();
        sessions.endOthers(mine.account(), mine.session());
        return done();
    }

    private static Response done() {
        return Response.seeOther(URI.create(ADDRESS + "?fait=fin")).build();
    }

    private static Device device(Sessions.Session session, SignIn.Entered mine, Instant now) {
        return new Device(
                session.tokenHash(),
                session.device().isEmpty() ? "Appareil inconnu" : session.device(),
                session.startedAt(),
                session.lastSeenAt(),
                session.keptUntil().filter(now::isBefore).orElse(null),
                session.tokenHash().equals(mine.session().tokenHash()));
    }

    /** Programs have no devices. */
    private SignIn.Entered entered() {
        return visitor.entered().orElseThrow(ForbiddenException::new);
    }
}
