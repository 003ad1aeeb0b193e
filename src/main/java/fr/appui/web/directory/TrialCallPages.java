package fr.appui.web.directory;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Territory;
import fr.appui.outreach.TrialCalls;
import fr.appui.outreach.TrialCalls.Answer;
import fr.appui.outreach.TrialLedger.State;
import fr.appui.outreach.TrialLedger.Trial;
import fr.appui.web.page.FrenchText;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** A line tried before it opens, and whenever one doubts: rung as a caller would, for the telephone that one holds. */
@Path("/annuaire")
@RolesAllowed({Roles.COORDINATOR, Roles.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread // rings: never waits for a thread that other pages hold
public class TrialCallPages {

    private final TrialCalls trials;
    private final Desk pages;

    TrialCallPages(TrialCalls trials, Desk pages) {
        this.trials = trials;
        this.pages = pages;
    }

    /** @param trouble empty unless it failed */
    record Row(String at, String by, String state, boolean ringing, boolean failed, String trouble) {}

    record Page(Territory territory, String number, String fault, List<Row> rows, boolean ringing) {}

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance essai(Page page);
    }

    @GET
    @Path("{code}/appel-essai")
    public TemplateInstance latest(@RestPath String code) {
        return page(pages.territory(code), "", Optional.empty());
    }

    @POST
    @Path("{code}/appel-essai")
    public Response begin(@RestPath String code, @RestForm @DefaultValue("") String numero) {
        Territory territory = pages.territory(code);
        Optional<String> fault = PhoneNumber.tryParse(numero)
                .map(number -> fault(trials.begin(territory.code(), number, pages.author())))
                .orElse(Optional.of("écrire un numéro de téléphone, par exemple 06 12 34 56 78"));
        return fault.isEmpty()
                ? Response.seeOther(URI.create("/annuaire/" + code + "/appel-essai"))
                        .build()
                : Desk.refused(page(territory, numero, fault));
    }

    private static Optional<String> fault(Answer answer) {
        return switch (answer) {
            case Answer.Ringing ringing -> Optional.empty();
            case Answer.NoLine none -> Optional.of("ce territoire n’a pas encore de ligne ; la régler d’abord");
            case Answer.NotRung not -> Optional.of(not.why());
            case Answer.UnderWay other -> Optional.of("un appel d’essai est en cours ; attendre qu’il se termine");
            case Answer.SwitchAway away -> Optional.of("l’appel n’a pas commencé : " + away.why());
        };
    }

    private TemplateInstance page(Territory territory, String number, Optional<String> fault) {
        List<Row> rows = trials.latest(territory.code(), TrialCallsResource.LISTED).stream()
                .map(trial -> row(trial, territory.timeZone()))
                .toList();
        return Templates.essai(new Page(
                territory,
                number,
                fault.map(why -> "Téléphone : " + why).orElse(""),
                rows,
                rows.stream().anyMatch(Row::ringing)));
    }

    private static Row row(Trial trial, ZoneId zone) {
        return new Row(
                FrenchText.moment(trial.begunAt().atZone(zone)),
                trial.scheduled() ? "le service" : trial.begunBy(),
                trial.state().label(),
                trial.state() == State.RINGING,
                trial.state() == State.FAILED,
                trial.trouble().orElse(""));
    }
}
