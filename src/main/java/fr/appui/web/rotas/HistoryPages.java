package fr.appui.web.rotas;

import fr.appui.french.FrenchDate;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenValue;
import fr.appui.planning.life.PlanningAct;
import fr.appui.planning.life.PlanningActs;
import fr.appui.planning.life.PlanningHistory;
import fr.appui.web.Problem;
import fr.appui.web.audit.Exported;
import fr.appui.web.page.PageNumber;
import fr.appui.web.page.Pager;
import fr.appui.web.page.People;
import fr.appui.web.page.Query;
import fr.appui.web.page.SpreadsheetFile;
import fr.appui.web.request.Faults;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Who did what to a territory's rotas, when and why: all of it, what was asked for, and that as a table. */
@Path("/planning")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class HistoryPages {

    private static final int MOST_EXPORTED = 20_000;

    private final PlanningDoor door;
    private final PlanningHistory history;
    private final People people;

    HistoryPages(PlanningDoor door, PlanningHistory history, People people) {
        this.door = door;
        this.history = history;
        this.people = people;
    }

    record Line(String label, String detail, String author, String reason, ZonedDateTime at) {}

    private Line line(Planned at, PlanningAct act) {
        return new Line(
                act.kind().label(),
                act.detail(),
                people.of(act.act().author()),
                act.act().reason(),
                act.act().at().atZone(at.territory().timeZone()));
    }

    /** Who is shown by name is found by it. */
    private PlanningActs.Asked read(Planned at, Asked asked) {
        String words = WrittenValue.of(asked.qui()).toLowerCase(Locale.FRENCH);
        List<String> authors = words.isEmpty()
                ? List.of()
                : history.authors(at.code()).stream()
                        .filter(login ->
                                people.of(login).toLowerCase(Locale.FRENCH).contains(words))
                        .toList();
        return asked.read(authors, at.territory().timeZone());
    }

    /** What somebody looks for, as they wrote it. */
    record Asked(String qui, String du, String au) {

        public boolean isEmpty() {
            return WrittenValue.isNothing(qui) && WrittenValue.isNothing(du) && WrittenValue.isNothing(au);
        }

        List<Faults.Fault> faults() {
            var faults = new Faults();
            faults.date("du", "Du", du);
            faults.date("au", "Au", au);
            return faults.getAll();
        }

        public String query() {
            return asked().text();
        }

        /** Of a page that shows it again. */
        URI address(String page) {
            return asked().of(page);
        }

        private Query asked() {
            return Query.NONE.with("qui", qui).with("du", du).with("au", au);
        }

        PlanningActs.Asked read(List<String> authors, ZoneId zone) {
            return new PlanningActs.Asked(
                    qui,
                    authors,
                    day("du", du).map(date -> midnight(date, zone)),
                    day("au", au).map(date -> midnight(date.plusDays(1), zone)));
        }

        private static Instant midnight(LocalDate date, ZoneId zone) {
            return date.atStartOfDay(zone).toInstant();
        }

        private static Optional<LocalDate> day(String field, String written) {
            return WrittenValue.isNothing(written)
                    ? Optional.empty()
                    : Optional.of(WrittenDate.tryRead(written)
                            .orElseThrow(() -> Problem.badRequest(field, WrittenDate.REMEDY)));
        }
    }

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance historique(
                Planned at, List<Line> acts, Asked asked, Pager pager, List<Faults.Fault> faults);
    }

    @GET
    @Path("{code}/historique")
    public Response history(
            @RestPath String code,
            @RestQuery @DefaultValue("0") PageNumber page,
            @RestQuery @DefaultValue("") String qui,
            @RestQuery @DefaultValue("") String du,
            @RestQuery @DefaultValue("") String au) {
        Planned at = door.today(code);
        var asked = new Asked(qui, du, au);
        List<Faults.Fault> faults = asked.faults();
        if (!faults.isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.historique(at, List.of(), asked, Pager.of(0, 0), faults))
                    .build();
        }
        PlanningActs.Asked read = read(at, asked);
        Pager pager = Pager.of(page.at(), history.acts(at.code(), read));
        List<Line> lines = history.acts(at.code(), read, pager.page(), pager.size()).stream()
                .map(act -> line(at, act))
                .toList();
        return Response.ok(Templates.historique(at, lines, asked, pager, List.of()))
                .build();
    }

    @GET
    @Path("{code}/historique.csv")
    @Produces("text/csv")
    @Exported
    public Response export(
            @RestPath String code,
            @RestQuery @DefaultValue("") String qui,
            @RestQuery @DefaultValue("") String du,
            @RestQuery @DefaultValue("") String au) {
        Planned at = door.today(code);
        var asked = new Asked(qui, du, au);
        if (!asked.faults().isEmpty()) {
            return Response.seeOther(asked.address(at.getPlace() + "/historique"))
                    .build();
        }
        PlanningActs.Asked read = read(at, asked);
        return SpreadsheetFile.of(
                "historique-" + at.code().value(),
                List.of("quand", "acte", "quoi", "par", "raison"),
                history.acts(at.code(), read, 0, MOST_EXPORTED).stream()
                        .map(act -> line(at, act))
                        .map(line -> List.of(
                                FrenchDate.andTime(line.at()),
                                line.label(),
                                line.detail(),
                                line.author(),
                                line.reason())));
    }
}
