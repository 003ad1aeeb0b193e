package fr.appui.web.duties;

import fr.appui.planning.life.FeedDesk;
import fr.appui.planning.life.FeedTokens.Owner;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.OwnAddress;
import fr.appui.web.request.OwnPhysician;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The calendar of one's duties, for a telephone to subscribe to: its address is shown once. */
@Path("/mon-agenda")
@RolesAllowed(Roles.PHYSICIAN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AgendaPages {

    private final FeedDesk feeds;
    private final OwnPhysician own;
    private final OwnAddress address;
    private final Clock clock;

    AgendaPages(FeedDesk feeds, OwnPhysician own, OwnAddress address, Clock clock) {
        this.feeds = feeds;
        this.own = own;
        this.address = address;
        this.clock = clock;
    }

    /** @param address with its secret, just after it was issued; empty otherwise */
    record Subscription(@Nullable ZonedDateTime issued, String address, boolean revoked) {

        /** What a telephone opens its calendar with. */
        public String subscribe() {
            return address.replaceFirst("^https?:", "webcal:");
        }
    }

    @CheckedTemplate(basePath = "medecin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance agenda(Subscription subscription);
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("") String fait) {
        return page("", fait.equals("retire"));
    }

    @POST
    public TemplateInstance issue(@Context UriInfo here) {
        String secret = feeds.issue(owner(), act("abonnement"));
        return page(
                UriBuilder.fromUri(address.base(here))
                        .path("api/physicians/{id}/duties.ics")
                        .queryParam("token", secret)
                        .build(own.get().id().toString())
                        .toString(),
                false);
    }

    @POST
    @Path("retrait")
    public Response revoke() {
        feeds.revoke(owner(), act("révocation"));
        return Response.seeOther(URI.create("/mon-agenda?fait=retire")).build();
    }

    private TemplateInstance page(String address, boolean revoked) {
        return Templates.agenda(new Subscription(
                feeds.issuedAt(owner())
                        .map(at -> at.atZone(own.zone(own.get())))
                        .orElse(null),
                address,
                revoked));
    }

    private Owner owner() {
        return new Owner.OfPhysician(own.get().id());
    }

    private Act act(String reason) {
        return new Act(own.login(), reason, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
