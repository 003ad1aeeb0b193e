package fr.appui.web.reports;

import fr.appui.directory.Written;
import fr.appui.indicators.report.Survey;
import fr.appui.indicators.report.SurveyTally;
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
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Whether callers are asked what the advice was worth, and what they said this year. */
@Path("/supports/{code}/enquete")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SurveyDeskPages {

    private final SurveyDesk desk;

    SurveyDeskPages(SurveyDesk desk) {
        this.desk = desk;
    }

    record Row(String reply, long useful, long inTime) {}

    record Page(
            String code,
            String name,
            int year,
            Survey.Setting setting,
            long asked,
            long answered,
            List<Row> rows,
            boolean changedMeanwhile) {}

    @CheckedTemplate(basePath = "suivi")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance enqueteReglage(Page page);
    }

    @GET
    public TemplateInstance show(@RestPath String code) {
        return page(code, false);
    }

    @POST
    public Response set(
            @RestPath String code,
            @RestForm @DefaultValue("") String ouverte,
            @RestForm @DefaultValue("0") long revision) {
        Written written = desk.set(code, "oui".equals(ouverte), revision);
        return written instanceof Written.Kept
                ? Response.seeOther(URI.create("/supports/" + code + "/enquete"))
                        .build()
                : Response.status(Response.Status.CONFLICT)
                        .entity(page(code, true))
                        .build();
    }

    private TemplateInstance page(String code, boolean changedMeanwhile) {
        SurveyDesk.State state = desk.of(code);
        SurveyTally tally = state.tally();
        return Templates.enqueteReglage(new Page(
                code,
                state.name(),
                state.year(),
                state.setting(),
                tally.asked(),
                tally.answered(),
                Arrays.stream(Survey.Reply.values())
                        .map(reply -> new Row(
                                reply.label(),
                                tally.useful().getOrDefault(reply, 0L),
                                tally.inTime().getOrDefault(reply, 0L)))
                        .toList(),
                changedMeanwhile));
    }
}
