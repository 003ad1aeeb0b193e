package fr.appui.web.reports;

import fr.appui.access.Act;
import fr.appui.indicators.report.Reports;
import fr.appui.trace.SheetRegister;
import fr.appui.trace.SheetRegister.Sheet;
import fr.appui.trace.Term;
import fr.appui.web.Problem;
import fr.appui.web.page.PageNumber;
import fr.appui.web.page.Pager;
import fr.appui.web.page.Query;
import fr.appui.web.request.Faults;
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
            String from,
            String to,
            String motive,
            boolean unread,
            List<Term> motives,
            List<Line> lines,
            Pager pager,
            List<Faults.Fault> faults) {

        /** The same search, without its page. */
        public String query() {
            return asked(code, from, to, motive, unread ? "UNREAD" : "").text();
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
    public Response list(
            @RestQuery @DefaultValue("") String territoire,
            @RestQuery @DefaultValue("") String du,
            @RestQuery @DefaultValue("") String au,
            @RestQuery @DefaultValue("") String motif,
            @RestQuery @DefaultValue("") String etat,
            @RestQuery @DefaultValue("0") PageNumber page) {
        List<Places.Place> mine = places.ofTerritories(Act.COORDINATE);
        Optional<Places.Place> chosen = places.chosen(mine, territoire);
        LocalDate today = reports.today(chosen.map(Places.Place::code).orElse(""));
        if (chosen.isEmpty()) {
            String now = today.toString();
            return Response.ok(Templates.registre(
                            new Page(mine, "", now, now, "", false, List.of(), List.of(), Pager.of(0, 0), List.of())))
                    .build();
        }
        var faults = new Faults();
        faults.date("du", "Du", du);
        faults.date("au", "Au", au);
        String code = chosen.get().code();
        boolean unread = etat.equals("UNREAD");
        Optional<SheetsDesk.Search> asked =
                faults.isEmpty() ? search(code, du, au, motif, unread, faults) : Optional.empty();
        return asked.map(search -> Response.ok(Templates.registre(found(mine, search, page.at()))))
                .orElseGet(() -> Response.status(Response.Status.BAD_REQUEST)
                        .entity(Templates.registre(new Page(
                                mine,
                                code,
                                du,
                                au,
                                motif,
                                unread,
                                desk.motives(desk.search(code, "", "", "", false)),
                                List.of(),
                                Pager.of(0, 0),
                                faults.getAll()))))
                .build();
    }

    private Optional<SheetsDesk.Search> search(
            String code, String du, String au, String motif, boolean unread, Faults faults) {
        try {
            return Optional.of(desk.search(code, du, au, motif, unread));
        } catch (Problem.Refused refused) {
            refused.problem().errors().forEach(error -> faults.add("du", "Période : " + error.message()));
            return Optional.empty();
        }
    }

    private Page found(List<Places.Place> mine, SheetsDesk.Search search, int page) {
        var read = Pager.read(page, at -> desk.page(search, at, Pager.SIZE), SheetRegister.Page::total);
        return new Page(
                mine,
                search.code(),
                search.from().toString(),
                search.to().toString(),
                search.motive(),
                search.unread(),
                desk.motives(search),
                read.found().items().stream()
                        .map(sheet -> line(search.code(), sheet))
                        .toList(),
                read.pager(),
                List.of());
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
