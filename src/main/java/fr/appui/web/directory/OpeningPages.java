package fr.appui.web.directory;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.Partners;
import fr.appui.directory.Physician;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.kit.Kits;
import fr.appui.rota.PublishedRotas;
import fr.appui.trace.CallArchive;
import fr.appui.web.Problem;
import fr.appui.web.signin.InvitationDesk;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** From nothing to a first call: what is missing, and one link each. */
@Path("/annuaire/{code}/ouverture")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OpeningPages {

    private final Directory directory;
    private final DutyCalendars calendars;
    private final PublishedRotas rotas;
    private final InvitationDesk invitations;
    private final Kits kits;
    private final CallArchive calls;
    private final Visitor visitor;
    private final Clock clock;

    OpeningPages(
            Directory directory,
            DutyCalendars calendars,
            PublishedRotas rotas,
            InvitationDesk invitations,
            Kits kits,
            CallArchive calls,
            Visitor visitor,
            Clock clock) {
        this.directory = directory;
        this.calendars = calendars;
        this.rotas = rotas;
        this.invitations = invitations;
        this.kits = kits;
        this.calls = calls;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** @param administrator whether the visitor makes accounts */
    record Page(Territory territory, List<Opening.Step> steps, long done, boolean administrator) {}

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ouverture(Page page);
    }

    @GET
    public TemplateInstance checklist(@RestPath String code) {
        Partners partners = directory
                .partners(new TerritoryCode(code))
                .orElseThrow(() -> Problem.notFound("Le territoire « " + code + " » n’existe pas."));
        List<Opening.Step> steps = Opening.steps(facts(partners));
        return Templates.ouverture(new Page(
                partners.territory(),
                steps,
                steps.stream().filter(Opening.Step::isDone).count(),
                visitor.may(Act.ADMINISTER, new Thing.Installation())));
    }

    private Opening.Facts facts(Partners partners) {
        Territory territory = partners.territory();
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.timeZone());
        List<Physician> physicians = directory.takingPart(territory.code(), today);
        Optional<DutyCalendar> calendar = calendars.of(territory.code());
        Quarter quarter = Opening.toPlan(calendar, today);
        return new Opening.Facts(
                partners,
                calendar.map(DutyCalendar::versions).orElse(List.of()),
                physicians,
                invitations.standing(physicians).stream()
                        .filter(one -> one.state().isInvitable())
                        .map(InvitationDesk.Standing::physician)
                        .toList(),
                quarter,
                rotas.inForce(territory.code(), quarter).isPresent(),
                kits.of(territory.code()).orElseThrow(),
                calls.search(new CallArchive.Search(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Reach.of(territory.code()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        0,
                                        1,
                                        true))
                                .total()
                        > 0,
                today);
    }
}
