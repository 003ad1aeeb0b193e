package fr.appui.web.reports;

import fr.appui.indicators.report.AnnualReport;
import fr.appui.indicators.report.Reports;
import fr.appui.web.Problem;
import fr.appui.web.Problem.FieldError;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZonedDateTime;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A region's templates of the report: tried on a year, then loaded. */
@Path("/trames/{code}")
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER, Roles.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
@Blocking
public class TemplatePages {

    private final TemplateDesk desk;
    private final Reports reports;

    TemplatePages(TemplateDesk desk, Reports reports) {
        this.desk = desk;
        this.reports = reports;
    }

    record Loaded(String version, int from, boolean layout, String by, ZonedDateTime at) {}

    /** @param parts of the preview; empty before one was asked */
    record Page(
            String code,
            List<Loaded> loaded,
            String yaml,
            int year,
            List<ReportView.Part> parts,
            String problem,
            List<FieldError> errors) {}

    @CheckedTemplate(basePath = "suivi")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance trame(Page page);
    }

    @GET
    public TemplateInstance show(@RestPath String code) {
        return page(code, "", reports.today(code).getYear(), List.of(), "", List.of());
    }

    /** @param file taken before the text, where one is given */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response load(
            @RestPath String code,
            @RestForm @Nullable FileUpload file,
            @RestForm @DefaultValue("") String yaml,
            @RestForm @DefaultValue("0") int year,
            @RestForm @DefaultValue("") String act) {
        String given = text(file, yaml);
        int tried = year == 0 ? reports.today(code).getYear() : year;
        try {
            if (act.equals("keep")) {
                desk.keep(code, given);
                return Response.seeOther(URI.create("/trames/" + code)).build();
            }
            AnnualReport report = desk.preview(code, tried, given);
            ReportView view = new ReportView(new WhereCounted.Nowhere());
            return Response.ok(page(
                            code,
                            given,
                            tried,
                            report.sections().stream().map(view::part).toList(),
                            "",
                            List.of()))
                    .build();
        } catch (Problem.Refused refused) {
            return refused(refused, page(code, given, tried, List.of(), problem(refused), errors(refused)));
        }
    }

    @POST
    @Path("modele")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response layout(
            @RestPath String code, @RestForm @DefaultValue("") String version, @RestForm @Nullable FileUpload layout) {
        try {
            desk.keepLayout(code, version, content(layout));
        } catch (Problem.Refused refused) {
            return refused(
                    refused,
                    page(code, "", reports.today(code).getYear(), List.of(), problem(refused), errors(refused)));
        }
        return Response.seeOther(URI.create("/trames/" + code)).build();
    }

    /** What has neither a field nor is a conflict is answered as it is everywhere. */
    private static String problem(Problem.Refused refused) {
        boolean conflict = refused.problem().status() == Response.Status.CONFLICT.getStatusCode();
        if (refused.problem().errors().isEmpty() && !conflict) {
            throw refused;
        }
        return conflict ? refused.problem().detail() : "";
    }

    private static List<FieldError> errors(Problem.Refused refused) {
        return refused.problem().errors();
    }

    private static Response refused(Problem.Refused refused, TemplateInstance page) {
        return Response.status(refused.problem().status()).entity(page).build();
    }

    private static String text(@Nullable FileUpload file, String yaml) {
        byte[] content = content(file);
        return content == null || content.length == 0 ? yaml : new String(content, StandardCharsets.UTF_8);
    }

    /** Too large a file is not read at all. */
    private static byte @Nullable [] content(@Nullable FileUpload file) {
        if (file == null || file.size() > TemplateDesk.LARGEST_LAYOUT) {
            return null;
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private TemplateInstance page(
            String code, String yaml, int year, List<ReportView.Part> parts, String problem, List<FieldError> errors) {
        return Templates.trame(new Page(
                code,
                desk.lines(code).stream()
                        .map(line -> new Loaded(
                                line.version(),
                                line.from(),
                                line.layout(),
                                line.by(),
                                line.at().atZone(reports.zone(code))))
                        .toList(),
                yaml,
                year,
                parts,
                problem,
                errors));
    }
}
