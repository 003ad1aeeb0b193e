package fr.appui.web.home;

import fr.appui.access.Act;
import fr.appui.access.Person;
import fr.appui.access.Role;
import fr.appui.access.Thing;
import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.web.page.ParisTime;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Home: the physician's and the regulator's own page, or the territories that a coordinator or the ARS looks after. */
@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@Blocking
public class HomePage {

    private final Attention attention;
    private final FirstSteps firstSteps;
    private final Directory directory;
    private final Visitor visitor;
    private final Clock clock;

    HomePage(Attention attention, FirstSteps firstSteps, Directory directory, Visitor visitor, Clock clock) {
        this.attention = attention;
        this.firstSteps = firstSteps;
        this.directory = directory;
        this.visitor = visitor;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "accueil")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance accueil(
                List<Attention.Today> territories,
                LocalDate today,
                boolean coordinates,
                boolean administrator,
                Map<TerritoryCode, List<FirstSteps.Step>> firstSteps);
    }

    @GET
    public Response home() {
        Person person = visitor.signedIn();
        boolean coordinates = person.is(Role.COORDINATOR);
        if (coordinates || person.is(Role.ARS_READER)) {
            return Response.ok(overview(coordinates)).build();
        }
        String own = person.is(Role.PHYSICIAN) ? "/mes-astreintes" : "/regulation";
        return Response.seeOther(URI.create(own)).build();
    }

    private TemplateInstance overview(boolean coordinates) {
        List<Territory> mine = directory.territories().stream()
                .filter(territory -> visitor.may(Act.FOLLOW, new Thing.Place(territory.code())))
                .toList();
        LocalDate today = clock.instant().atZone(ParisTime.ZONE).toLocalDate();
        List<Territory> coordinated = mine.stream().filter(this::coordinates).toList();
        return Templates.accueil(
                attention.of(mine, coordinated).stream()
                        .sorted(Attention.Today.byUrgency())
                        .toList(),
                today,
                coordinates,
                visitor.signedIn().is(Role.ADMINISTRATOR),
                firstSteps.of(coordinated));
    }

    private boolean coordinates(Territory territory) {
        return visitor.may(Act.COORDINATE, new Thing.Place(territory.code()));
    }
}
