package fr.appui.web.reports;

import fr.appui.access.Act;
import fr.appui.calendar.DutyCalendars;
import fr.appui.directory.Territory;
import fr.appui.indicators.report.AnnualReport;
import fr.appui.indicators.report.Period;
import fr.appui.indicators.report.ReportTemplate;
import fr.appui.indicators.report.Reports;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
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
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The annual reports: which there are, each on a page, and the act that freezes one. */
@Path("/bilans")
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ReportPages {

    private final Places places;
    private final Reports reports;
    private final ReportDesk desk;
    private final DutyCalendars calendars;
    private final Visitor visitor;

    ReportPages(Places places, Reports reports, ReportDesk desk, DutyCalendars calendars, Visitor visitor) {
        this.places = places;
        this.reports = reports;
        this.desk = desk;
        this.calendars = calendars;
        this.visitor = visitor;
    }

    /**
     * @param idle whether nothing was promised that year, so that nothing is due
     * @param overdue whether March is over and nothing was submitted
     */
    record Line(
            int year,
            String state,
            LocalDate dueBy,
            boolean idle,
            boolean overdue,
            Optional<Frozen> frozen,
            String files) {}

    record Frozen(ZonedDateTime at, String by, String sha256) {}

    record Shelf(Places.Place place, List<Line> lines) {}

    /** @param goesOn whether the year is not over, so that nothing can be submitted yet @param from when it can be */
    record Page(
            String code,
            AnnualReport.Heading heading,
            boolean region,
            Optional<Frozen> frozen,
            boolean coordinates,
            boolean goesOn,
            LocalDate from,
            LocalDate dueBy,
            String files,
            NarrativeEntry texts,
            List<ReportTemplate.Field> fields,
            List<ReportView.Part> parts) {

        Page with(NarrativeEntry written) {
            return new Page(
                    code, heading, region, frozen, coordinates, goesOn, from, dueBy, files, written, fields, parts);
        }

        /** What was written in a field of the region's template. */
        public String textOf(String field) {
            Map<String, String> written = texts.texts();
            return written == null ? "" : written.getOrDefault(field, "");
        }
    }

    /**
     * @param error of the act just tried, or empty
     * @param done whether it was just submitted @param errors of what was written
     */
    record News(String error, boolean done, List<Problem.FieldError> errors) {}

    @CheckedTemplate(basePath = "suivi")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance bilans(List<Shelf> shelves);

        static native TemplateInstance bilan(Page page, News news);
    }

    @GET
    public TemplateInstance list() {
        return Templates.bilans(places.of(Act.FOLLOW).stream()
                .map(place -> new Shelf(
                        place,
                        desk.lines(place.code()).stream()
                                .map(line -> line(place, line))
                                .toList()))
                .toList());
    }

    @GET
    @Path("{code}/{year: \\d{4}}")
    public TemplateInstance one(
            @RestPath String code, @RestPath int year, @RestQuery @DefaultValue("false") boolean transmis) {
        return Templates.bilan(page(code, year), new News("", transmis, List.of()));
    }

    /** @param confirme the box that says one knows that it will not change any more */
    @RolesAllowed(Roles.COORDINATOR)
    @POST
    @Path("{code}/{year: \\d{4}}/transmission")
    public Response submit(
            @RestPath String code, @RestPath int year, @RestForm @DefaultValue("false") boolean confirme) {
        if (!confirme) {
            return refused(code, year, "Cochez la case de confirmation : une fois transmis, le bilan ne change plus.");
        }
        try {
            desk.submit(code, year, visitor.signedIn().login());
        } catch (Problem.Refused refused) {
            if (refused.problem().status() != Response.Status.CONFLICT.getStatusCode()) {
                throw refused;
            }
            return refused(code, year, refused.problem().detail());
        }
        return Response.seeOther(URI.create("/bilans/" + code + "/" + year + "?transmis=true"))
                .build();
    }

    /** What the hospital writes of the year itself. */
    @RolesAllowed(Roles.COORDINATOR)
    @POST
    @Path("{code}/{year: \\d{4}}/textes")
    @SuppressWarnings("TooManyParameters") // one for each field of the form
    public Response write(
            @RestPath String code,
            @RestPath int year,
            @RestForm @DefaultValue("") String commentary,
            @RestForm @DefaultValue("") String outlook,
            @RestForm @DefaultValue("") String medicalLead,
            @RestForm @DefaultValue("") String coordination,
            @RestForm @DefaultValue("") String meetings,
            @RestForm List<String> field,
            @RestForm List<String> text,
            @RestForm @DefaultValue("") String version) {
        var entry = new NarrativeEntry(
                commentary, outlook, medicalLead, coordination, meetings, together(field, text), version);
        try {
            desk.write(code, year, entry);
        } catch (Problem.Refused refused) {
            Problem problem = refused.problem();
            boolean late = problem.status() == Response.Status.CONFLICT.getStatusCode();
            if (problem.errors().isEmpty() && !late) {
                throw refused;
            }
            // who was late sees what they wrote, over what is there now
            NarrativeEntry shown = late ? entry.over(desk.narrative(code, year)) : entry;
            return Response.status(problem.status())
                    .entity(Templates.bilan(
                            page(code, year).with(shown),
                            new News(late ? problem.detail() : "", false, problem.errors())))
                    .build();
        }
        return Response.seeOther(URI.create("/bilans/" + code + "/" + year + "#textes"))
                .build();
    }

    /** A field's code and its text stand at the same place of their lists. */
    private static Map<String, String> together(List<String> fields, List<String> texts) {
        Map<String, String> written = new LinkedHashMap<>();
        for (int at = 0; at < Math.min(fields.size(), texts.size()); at++) {
            written.put(fields.get(at), texts.get(at));
        }
        return written;
    }

    private Response refused(String code, int year, String error) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(Templates.bilan(page(code, year), new News(error, false, List.of())))
                .build();
    }

    private Page page(String code, int asked) {
        Period year = Territories.year(asked);
        AnnualReport report = reports.of(code, asked).orElseThrow(() -> Territories.unknown(code));
        Optional<Frozen> frozen = report.heading().submission().map(known -> frozen(code, known));
        WhereCounted whereCounted = frozen.isPresent() ? new WhereCounted.Nowhere() : new WhereCounted.Live(code, year);
        ReportView view = new ReportView(whereCounted);
        boolean region = reports.territories(code).size() > 1;
        return new Page(
                code,
                report.heading(),
                region,
                frozen,
                places.coordinates(code),
                !reports.isOver(code, asked),
                year.last().plusDays(1),
                Reports.dueBy(asked),
                files(code, region, asked),
                desk.narrative(code, asked),
                desk.fields(code, asked),
                report.sections().stream().map(view::part).toList());
    }

    private Line line(Places.Place place, ReportDesk.Line line) {
        LocalDate dueBy = Reports.dueBy(line.year());
        Period year = Period.year(line.year());
        boolean idle = reports.territories(place.code()).stream().noneMatch(territory -> promised(territory, year));
        return new Line(
                line.year(),
                line.state(),
                dueBy,
                idle,
                line.state().equals("DUE") && reports.today(place.code()).isAfter(dueBy),
                Optional.ofNullable(line.submission()).map(known -> frozen(place.code(), known)),
                files(place.code(), place.region(), line.year()));
    }

    private boolean promised(Territory territory, Period year) {
        return calendars
                .of(territory.code())
                .filter(calendar -> calendar.promises(year.first(), year.last()))
                .isPresent();
    }

    private Frozen frozen(String code, AnnualReport.Submission submission) {
        return new Frozen(submission.at().atZone(reports.zone(code)), submission.by(), submission.sha256());
    }

    /** Where the files of a report are, without their suffix. */
    private static String files(String code, boolean region, int year) {
        return "/api/" + (region ? "regions" : "territories") + "/" + code + "/reports/" + year;
    }
}
