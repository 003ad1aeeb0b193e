package fr.appui.web.signin;

import fr.appui.french.InvalidInput;
import fr.appui.push.PushDevice;
import fr.appui.push.PushSender;
import fr.appui.web.Problem;
import fr.appui.web.Uuids;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Messages on this device, as the script of « Mes appareils » asks for them; and on another, no longer. */
@Path("/compte/appareils/notifications")
@Authenticated
@Blocking
public class PushPages {

    private static final String LIST = "/compte/appareils";

    private final PushDesk desk;
    private final PushSender sender;
    private final Visitor visitor;

    PushPages(PushDesk desk, PushSender sender, Visitor visitor) {
        this.desk = desk;
        this.sender = sender;
        this.visitor = visitor;
    }

    @GET
    @Path("cle")
    @Produces(MediaType.TEXT_PLAIN)
    public String key() {
        return sender.publicKey()
                .orElseThrow(() -> Problem.notFound("Les notifications ne sont pas réglées sur cette installation."));
    }

    /** @param renouveler not empty where the browser says by itself that it is still there */
    @POST
    public Response subscribe(
            @RestForm @DefaultValue("") String adresse,
            @RestForm @DefaultValue("") String cle,
            @RestForm @DefaultValue("") String secret,
            @RestForm @DefaultValue("") String renouveler) {
        try {
            PushDevice device = PushDevice.of(adresse, cle, secret);
            if (!renouveler.isEmpty()) {
                return Response.status(
                                desk.renew(entered(), device) ? Response.Status.NO_CONTENT : Response.Status.GONE)
                        .build();
            }
            desk.subscribe(entered(), device);
            return Response.seeOther(URI.create(LIST + "?fait=notifications")).build();
        } catch (InvalidInput refused) {
            String[] told = refused.sentence().split(" : ", 2);
            throw Problem.badRequest(told[0], told[told.length - 1]);
        }
    }

    @POST
    @Path("{appareil}/retrait")
    public Response remove(@RestPath String appareil) {
        if (!desk.remove(entered().account(), id(appareil))) {
            throw gone();
        }
        return Response.seeOther(URI.create(LIST + "?fait=sans-notifications")).build();
    }

    private static UUID id(String written) {
        return Uuids.read(written).orElseThrow(PushPages::gone);
    }

    private static Problem.Refused gone() {
        return Problem.notFound("Cet appareil ne reçoit plus de notifications.");
    }

    private SignIn.Entered entered() {
        return visitor.entered().orElseThrow(ForbiddenException::new);
    }
}
