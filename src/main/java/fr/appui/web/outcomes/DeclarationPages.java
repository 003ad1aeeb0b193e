package fr.appui.web.outcomes;

import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchTime;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenMoment;
import fr.appui.french.WrittenValue;
import fr.appui.trace.CallId;
import fr.appui.trace.OutcomeRules;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** A call that did not pass by the line: its physician tells of it, then logs it like the others. */
@Path("/mes-appels-hors-ligne")
@RolesAllowed(Roles.PHYSICIAN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DeclarationPages {

    private static final long LONGEST_MINUTES = OutcomeRules.LONGEST_CALL.toMinutes();

    private final OutcomeDesk outcomes;
    private final OwnPhysician own;
    private final Clock clock;

    DeclarationPages(OutcomeDesk outcomes, OwnPhysician own, Clock clock) {
        this.outcomes = outcomes;
        this.own = own;
        this.clock = clock;
    }

    /** What was typed. @param at date and time by the territory's clock, as a browser writes it */
    record Declared(String territory, String at, String minutes) {}

    /** @param clock what its clock says now, where another of the physician's territories keeps another time; otherwise empty */
    record Place(TerritoryCode code, String name, String clock) {}

    @CheckedTemplate(basePath = "medecin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance declarer(List<Place> places, Declared declared, String error);
    }

    @GET
    public TemplateInstance form() {
        var now = clock.instant().atZone(own.zone(own.get())).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
        return page(new Declared("", now.toString(), "5"), "");
    }

    @POST
    public Response declare(
            @RestForm @DefaultValue("") String territoire,
            @RestForm @DefaultValue("") String quand,
            @RestForm @DefaultValue("") String minutes) {
        try {
            CallId call = declared(territoire, quand, minutes);
            return Response.seeOther(URI.create("/mes-appels/" + call)).build();
        } catch (InvalidInput refused) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(new Declared(territoire, quand, minutes), refused.sentence()))
                    .build();
        }
    }

    private CallId declared(String territory, String when, String minutes) {
        Physician physician = own.get();
        Territory chosen = own.territories(physician).stream()
                .filter(one -> one.code().value().equals(territory))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("territoire : choisir un de ceux où vous exercez"));
        if (!WrittenValue.of(minutes).matches("\\d{1,3}")
                || Integer.parseInt(WrittenValue.of(minutes)) > LONGEST_MINUTES) {
            throw new InvalidInput("durée : écrire un nombre de minutes, de 1 à " + LONGEST_MINUTES);
        }
        return outcomes.declare(
                chosen.code(),
                physician.id(),
                instant(when, chosen),
                Duration.ofMinutes(Integer.parseInt(WrittenValue.of(minutes))),
                own.login());
    }

    private static Instant instant(String when, Territory territory) {
        try {
            return WrittenMoment.local(when, territory.timeZone());
        } catch (DateTimeException unreadable) {
            throw new InvalidInput("quand : choisir une date et une heure", unreadable);
        }
    }

    private TemplateInstance page(Declared declared, String error) {
        return Templates.declarer(places(own.territories(own.get())), declared, error);
    }

    private List<Place> places(List<Territory> territories) {
        boolean alike = territories.stream().map(Territory::timeZone).distinct().count() <= 1;
        return territories.stream()
                .map(one -> new Place(
                        one.code(),
                        one.name(),
                        alike
                                ? ""
                                : FrenchTime.of(
                                        clock.instant().atZone(one.timeZone()).toLocalTime())))
                .toList();
    }
}
