package fr.appui.web.reports;

import fr.appui.access.Act;
import fr.appui.indicators.report.Reports;
import fr.appui.trace.SheetRegister;
import fr.appui.trace.SheetRegister.Sheet;
import fr.appui.trace.Term;
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
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The register of sheets: the carrying hospital collates what its physicians logged, and marks what it has read. */
@Path("/registre")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SheetPages {

    private final Places places;
    private final SheetsDesk desk;
    private final Reports reports;

    SheetPages(Places places, SheetsDesk desk, Reports reports) {
        this.places = places;
        this.desk = desk;
        this.reports = reports;
    }

    record Line(
            String call,
            ZonedDateTime received,
            boolean declared,
            String author,
            SheetsDesk.Told told,
            String readBy,
            Optional<ZonedDateTime> readAt) {}

    record Page(
            List<Places.Place> places,
            String code,
            LocalDate from,
            LocalDate to,
            String motive,
            boolean unread,
            List<Term> motives,
            List<Line> lines,
            Pager pager) {

        /** The same search, without its page. */
        public String query() {
            return asked(code, from.toString(), to.toString(), motive, unread ? "UNREAD" : "")
                    .text();
        }

        public String getFile() {
            return "/api/territories/" + code + "/sheets/register.xlsx?from=" + from + "&to=" + to
                    + (motive.isEmpty() ? "" : "&motive=" + motive);
        }
    }

    @CheckedTemplate(basePath = "suivi")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance registre(Page page);
    }

    @GET
    public TemplateInstance list(
            @RestQuery @DefaultValue("") String territoire,
            @RestQuery @DefaultValue("") String du,
            @RestQuery @DefaultValue("") String au,
            @RestQuery @DefaultValue("") String motif,
            @RestQuery @DefaultValue("") String etat,
            @RestQuery @DefaultValue("0") int page) {
        List<Places.Place> mine = places.ofTerritories(Act.COORDINATE);
        Optional<Places.Place> chosen = places.chosen(mine, territoire);
        LocalDate today = reports.today(chosen.map(Places.Place::code).orElse(""));
        if (chosen.isEmpty()) {
            return Templates.registre(
                    new Page(mine, "", today, today, "", false, List.of(), List.of(), Pager.of(0, 0)));
        }
        SheetsDesk.Search search = desk.search(chosen.get().code(), du, au, motif, etat.equals("UNREAD"));
        var read = Pager.read(page, at -> desk.page(search, at, Pager.SIZE), SheetRegister.Page::total);
        return Templates.registre(new Page(
                mine,
                search.code(),
                search.from(),
                search.to(),
                search.motive(),
                search.unread(),
                desk.motives(search),
                read.found().items().stream()
                        .map(sheet -> line(search.code(), sheet))
                        .toList(),
                read.pager()));
    }

    /** The list comes back as it was asked for. */
    @POST
    @Path("{code}/{call}/lue")
    public Response read(
            @RestPath String code,
            @RestPath String call,
            @RestForm @DefaultValue("") String du,
            @RestForm @DefaultValue("") String au,
            @RestForm @DefaultValue("") String motif,
            @RestForm @DefaultValue("") String etat,
            @RestForm @DefaultValue("0") int page) {
        desk.read(code, call);
        return Response.seeOther(asked(code, du, au, motif, etat).at(page).of("/registre"))
                .build();
    }

    private static Query asked(String code, String from, String to, String motive, String state) {
        return Query.NONE
                .with("territoire", code)
                .with("du", from)
                .with("au", to)
                .with("motif", motive)
                .with("etat", state);
    }

    private Line line(String code, Sheet sheet) {
        return new Line(
                sheet.revision().call().value(),
                sheet.received().atZone(reports.zone(code)),
                sheet.declared(),
                sheet.revision().author(),
                desk.told(sheet),
                sheet.read().map(SheetRegister.Read::by).orElse(""),
                sheet.read().map(read -> read.at().atZone(reports.zone(code))));
    }
}
