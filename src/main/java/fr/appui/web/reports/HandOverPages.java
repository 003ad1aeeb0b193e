package fr.appui.web.reports;

import fr.appui.access.Act;
import fr.appui.indicators.report.Reports;
import fr.appui.trace.HandOvers;
import fr.appui.trace.HandOvers.Asked;
import fr.appui.web.page.AddressFaults;
import fr.appui.web.page.PageNumber;
import fr.appui.web.page.Pager;
import fr.appui.web.page.Query;
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
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The next morning: what the night's sheets ask of the day teams, and who took it over. */
@Path("/suites")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class HandOverPages {

    private final Places places;
    private final HandOverDesk desk;
    private final Reports reports;
    private final AddressFaults faults;

    HandOverPages(Places places, HandOverDesk desk, Reports reports, AddressFaults faults) {
        this.faults = faults;
        this.places = places;
        this.desk = desk;
        this.reports = reports;
    }

    record Line(String call, ZonedDateTime received, String what, String takenBy, Optional<ZonedDateTime> takenAt) {}

    record Page(List<Places.Place> places, String code, boolean taken, List<Line> lines, Pager pager) {

        public String query() {
            return Query.NONE
                    .with("territoire", code)
                    .with("etat", taken ? "TAKEN" : "OPEN")
                    .text();
        }
    }

    @CheckedTemplate(basePath = "suivi")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance suites(Page page);
    }

    @GET
    public TemplateInstance list(
            @RestQuery @DefaultValue("") String territoire,
            @RestQuery @DefaultValue("") String etat,
            @RestQuery @DefaultValue("0") PageNumber page) {
        List<Places.Place> mine = places.ofTerritories(Act.COORDINATE);
        Optional<Places.Place> chosen = places.chosen(mine, territoire);
        boolean taken = faults.read("État", etat, HandOverDesk::isTaken).orElse(false);
        if (chosen.isEmpty()) {
            return Templates.suites(new Page(mine, "", taken, List.of(), Pager.of(0, 0)));
        }
        String code = chosen.get().code();
        var read = Pager.read(page.at(), at -> desk.of(code, taken, at, Pager.SIZE), HandOvers.Page::total);
        return Templates.suites(new Page(
                mine,
                code,
                taken,
                read.found().items().stream().map(asked -> line(code, asked)).toList(),
                read.pager()));
    }

    @POST
    @Path("{code}/{call}/prise")
    public Response take(@RestPath String code, @RestPath String call, @RestForm @DefaultValue("0") int page) {
        desk.take(code, call);
        return Response.seeOther(Query.NONE.with("territoire", code).at(page).of("/suites"))
                .build();
    }

    private Line line(String code, Asked asked) {
        return new Line(
                asked.call().value(),
                asked.received().atZone(reports.zone(code)),
                asked.what().sentence(),
                asked.taken().map(HandOvers.Taken::by).orElse(""),
                asked.taken().map(taken -> taken.at().atZone(reports.zone(code))));
    }
}
