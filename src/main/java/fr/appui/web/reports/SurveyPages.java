package fr.appui.web.reports;

import fr.appui.french.WholeCharacters;
import fr.appui.indicators.report.Survey.Reply;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Whoever called answers two questions. Opening the page uses nothing up: mail servers follow links too. The link's secret stands
 * behind the « ? », which nginx is told not to log (deploy/nginx-appui.conf).
 */
@Path("/enquete")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SurveyPages {

    private static final int LONGEST_FIELD = 100;

    private final SurveyDesk survey;

    SurveyPages(SurveyDesk survey) {
        this.survey = survey;
    }

    /** @param territory empty where the link serves no more @param incomplete whether an answer lacks */
    record Shown(String token, String territory, boolean done, boolean incomplete, List<Reply> replies) {}

    @CheckedTemplate(basePath = "suivi")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance enquete(Shown shown);
    }

    @GET
    public Response questions(@RestQuery @DefaultValue("") String jeton) {
        String token = WholeCharacters.first(LONGEST_FIELD, jeton);
        return survey.asked(token)
                .map(territory -> page(Status.OK, shown(token, territory, false, false)))
                .orElseGet(SurveyPages::gone);
    }

    @POST
    public Response answer(
            @RestForm @DefaultValue("") String jeton,
            @RestForm @DefaultValue("") String utile,
            @RestForm @DefaultValue("") String delai) {
        String token = WholeCharacters.first(LONGEST_FIELD, jeton);
        Optional<String> territory = survey.asked(token);
        if (territory.isEmpty()) {
            return gone();
        }
        Optional<Reply> useful = reply(utile);
        Optional<Reply> inTime = reply(delai);
        if (useful.isEmpty() || inTime.isEmpty()) {
            return page(Status.BAD_REQUEST, shown(token, territory.get(), false, true));
        }
        return survey.answer(token, useful.get(), inTime.get())
                ? page(Status.OK, shown("", territory.get(), true, false))
                : gone();
    }

    private static Optional<Reply> reply(String name) {
        return Stream.of(Reply.values())
                .filter(reply -> reply.name().equals(name))
                .findFirst();
    }

    private static Response gone() {
        return page(Status.GONE, shown("", "", false, false));
    }

    private static Shown shown(String token, String territory, boolean done, boolean incomplete) {
        return new Shown(token, territory, done, incomplete, List.of(Reply.values()));
    }

    private static Response page(Status status, Shown shown) {
        return Response.status(status).entity(Templates.enquete(shown)).build();
    }
}
