package fr.appui.web.signin;

import fr.appui.directory.Audit;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where one is signed in, and how one ends it from elsewhere. */
@Path("/compte/appareils")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DevicePages {

    private static final int MOST = 50;
    private static final String ADDRESS = "/compte/appareils";

    private final Sessions sessions;
    private final SignInSettings settings;
    private final Visitor visitor;
    private final Audit audit;
    private final Clock clock;

    DevicePages(Sessions sessions, SignInSettings settings, Visitor visitor, Audit audit, Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.visitor = visitor;
        this.audit = audit;
        this.clock = clock;
    }

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

        static native TemplateInstance appareils(List<Device> devices, boolean others, String said);
    }

    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("") String fait) {
        SignIn.Entered mine = entered();
        Instant now = clock.instant();
        var life = new SessionLife(settings.session());
        List<Device> devices = sessions.of(mine.account().id(), MOST).stream()
                .filter(session -> life.isLive(session, now))
                .map(session -> device(session, mine, now))
                .toList();
        String said = fait.isEmpty() ? "" : "Cet appareil n’est plus connecté.";
        return Templates.appareils(devices, devices.size() > 1, said);
    }

    @POST
    @Path("{appareil}/fin")
    public Response end(@RestPath String appareil) {
        Account account = entered().account();
        if (!sessions.end(appareil, account.id())) {
            throw Problem.notFound("Cet appareil n'est plus connecté.");
        }
        audit.record(account.login(), "session.ended", account.login(), "Appareil déconnecté à distance");
        return done();
    }

    @POST
    @Path("autres/fin")
    public Response endOthers() {
        SignIn.Entered mine = entered();
        sessions.endOthersOf(mine.account().id(), mine.session().tokenHash());
        audit.record(
                mine.account().login(),
                "session.ended",
                mine.account().login(),
                "Tous les autres appareils déconnectés à distance");
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
