package fr.appui.web.reports;

import fr.appui.directory.Agreement;
import fr.appui.indicators.kit.AgreementPapers;
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
import java.nio.file.Files;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** An agreement's terms, the document to sign and the signed file, on one page. */
@Path("/annuaire/{code}/conventions/{id}/dossier")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AgreementPaperPages {

    private final AgreementDesk desk;
    private final Reports reports;

    AgreementPaperPages(AgreementDesk desk, Reports reports) {
        this.desk = desk;
        this.reports = reports;
    }

    record Kept(String by, ZonedDateTime at, String sha256) {}

    record Page(
            String code,
            String id,
            Agreement agreement,
            AgreementDesk.Written terms,
            Optional<Kept> signed,
            String problem,
            List<FieldError> errors) {

        /** Of the pages of this agreement. */
        public String getAddress() {
            return "/annuaire/" + code + "/conventions/" + id;
        }

        public String getFiles() {
            return "/api/territories/" + code + "/agreements/" + id;
        }
    }

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance conventionDossier(Page page);
    }

    @GET
    public TemplateInstance show(@RestPath String code, @RestPath String id) {
        return page(code, id, desk.terms(code, id), "", List.of());
    }

    @POST
    @Path("clauses")
    public Response write(
            @RestPath String code,
            @RestPath String id,
            @RestForm @DefaultValue("") String responsibilities,
            @RestForm @DefaultValue("") String organisation,
            @RestForm @DefaultValue("") String pay,
            @RestForm @DefaultValue("") String version) {
        var written = new AgreementDesk.Written(responsibilities, organisation, pay, version);
        try {
            desk.write(code, id, written);
        } catch (Problem.Refused refused) {
            boolean late = refused.problem().status() == Response.Status.CONFLICT.getStatusCode();
            if (refused.problem().errors().isEmpty() && !late) {
                throw refused;
            }
            // who was late sees what they wrote, over what is there now
            var shown = late
                    ? new AgreementDesk.Written(
                            responsibilities,
                            organisation,
                            pay,
                            desk.terms(code, id).version())
                    : written;
            return refused(
                    refused,
                    page(
                            code,
                            id,
                            shown,
                            late ? refused.problem().detail() : "",
                            refused.problem().errors()));
        }
        return back(code, id);
    }

    @POST
    @Path("signee")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response sign(@RestPath String code, @RestPath String id, @RestForm @Nullable FileUpload file) {
        try {
            desk.sign(code, id, content(file));
        } catch (Problem.Refused refused) {
            if (refused.problem().errors().isEmpty()) {
                throw refused;
            }
            return refused(
                    refused,
                    page(code, id, desk.terms(code, id), "", refused.problem().errors()));
        }
        return back(code, id);
    }

    private static Response refused(Problem.Refused refused, TemplateInstance page) {
        return Response.status(refused.problem().status()).entity(page).build();
    }

    private static Response back(String code, String id) {
        return Response.seeOther(URI.create("/annuaire/" + code + "/conventions/" + id + "/dossier"))
                .build();
    }

    /** Too large a file is not read at all. */
    private static byte @Nullable [] content(@Nullable FileUpload file) {
        if (file == null || file.size() > AgreementDesk.LARGEST_FILE) {
            return null;
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private TemplateInstance page(
            String code, String id, AgreementDesk.Written terms, String problem, List<FieldError> errors) {
        return Templates.conventionDossier(new Page(
                code,
                id,
                desk.agreement(code, id).agreement(),
                terms,
                desk.signed(code, id).map(signed -> kept(code, signed)),
                problem,
                errors));
    }

    private Kept kept(String code, AgreementPapers.Signed signed) {
        return new Kept(signed.by(), signed.at().atZone(reports.zone(code)), signed.sha256());
    }
}
