package fr.appui.web.reports;

import fr.appui.access.Act;
import fr.appui.indicators.report.Reports;
import fr.appui.trace.Transmissions;
import fr.appui.trace.Transmissions.State;
import fr.appui.trace.Transmissions.Transmission;
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
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What went to the carrying hospital's secure mailbox after each outcome, what waits and what failed. */
@Path("/transmissions")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class TransmissionPages {

    private final Places places;
    private final TransmissionDesk desk;
    private final Reports reports;
    private final AddressFaults faults;

    TransmissionPages(Places places, TransmissionDesk desk, Reports reports, AddressFaults faults) {
        this.faults = faults;
        this.places = places;
        this.desk = desk;
        this.reports = reports;
    }

    record Line(
            Transmission sent,
            Optional<ZonedDateTime> received,
            boolean declared,
            ZonedDateTime queued,
            Optional<ZonedDateTime> sentAt,
            String label,
            String problem) {

        public boolean isWaiting() {
            return sent.state() != State.SENT;
        }
    }

    record Choice(State state, String label, long count) {}

    /** @param mailbox whether the territory's secure mailbox is set: otherwise nothing can leave */
    record Page(
            List<Places.Place> places,
            String code,
            String state,
            boolean mailbox,
            List<Choice> states,
            List<Line> lines,
            Pager pager) {

        public String query() {
            return Query.NONE.with("territoire", code).with("etat", state).text();
        }
    }

    @CheckedTemplate(basePath = "suivi")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance transmissions(Page page);
    }

    @GET
    public TemplateInstance list(
            @RestQuery @DefaultValue("") String territoire,
            @RestQuery @DefaultValue("") String etat,
            @RestQuery @DefaultValue("0") PageNumber page) {
        List<Places.Place> mine = places.ofTerritories(Act.COORDINATE);
        Optional<Places.Place> chosen = places.chosen(mine, territoire);
        if (chosen.isEmpty()) {
            return Templates.transmissions(new Page(mine, "", "", true, List.of(), List.of(), Pager.of(0, 0)));
        }
        String code = chosen.get().code();
        Optional<State> state = faults.read("État", etat, asked -> TransmissionDesk.state("etat", asked));
        var read = Pager.read(page.at(), at -> desk.of(code, state, at, Pager.SIZE), Transmissions.Page::total);
        List<Choice> states = Arrays.stream(State.values())
                .map(each -> new Choice(each, label(each), desk.count(code, each)))
                .toList();
        return Templates.transmissions(new Page(
                mine,
                code,
                state.map(State::name).orElse(""),
                desk.hasMailbox(code),
                states,
                read.found().items().stream()
                        .map(sent -> line(sent, reports.zone(code)))
                        .toList(),
                read.pager()));
    }

    @POST
    @Path("{code}/{number}/renvoi")
    public Response retry(
            @RestPath String code,
            @RestPath long number,
            @RestForm @DefaultValue("") String etat,
            @RestForm @DefaultValue("0") int page) {
        desk.retry(code, number);
        return Response.seeOther(Query.NONE
                        .with("territoire", code)
                        .with("etat", etat)
                        .at(page)
                        .of("/transmissions"))
                .build();
    }

    private Line line(Transmission sent, ZoneId zone) {
        var known = desk.call(sent);
        return new Line(
                sent,
                known.map(logged -> logged.received().atZone(zone)),
                known.map(logged -> logged.declared()).orElse(false),
                sent.queuedAt().atZone(zone),
                sent.sentAt().map(at -> at.atZone(zone)),
                label(sent.state()),
                sent.problem().map(TransmissionPages::inFrench).orElse(""));
    }

    /** The words of the mail server follow for whoever looks after it. The first was written by 0.2.0, which gave up what had no mailbox. */
    private static String inFrench(String problem) {
        return problem.startsWith("no secure mailbox")
                ? "Aucune boîte MSSanté n’est réglée pour ce territoire : la renseigner dans les réglages de l’installation."
                : "Le serveur de messagerie a refusé ou n’a pas répondu (" + problem + ").";
    }

    private static String label(State state) {
        return switch (state) {
            case QUEUED -> "En attente";
            case SENT -> "Transmise";
            case FAILED -> "Abandonnée";
        };
    }
}
