package fr.appui.web.directory;

import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.directory.Agreement;
import fr.appui.directory.Directory;
import fr.appui.directory.Eligibility;
import fr.appui.directory.Establishment;
import fr.appui.directory.Finess;
import fr.appui.directory.Partners;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.web.Problem;
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

/** The directory of the territories that a coordinator reaches. */
@Path("/annuaire")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DirectoryPages {

    private final Directory directory;
    private final DutyCalendars calendars;
    private final Visitor visitor;
    private final Clock clock;

    DirectoryPages(Directory directory, DutyCalendars calendars, Visitor visitor, Clock clock) {
        this.directory = directory;
        this.calendars = calendars;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** @param unmet sentences; empty when the physician may be on duty today */
    record Volunteer(Physician physician, String employer, List<String> unmet) {}

    record Convention(String partner, Agreement agreement, boolean inForce) {}

    record Page(
            Territory territory,
            Optional<Establishment> host,
            List<String> missingToHost,
            List<Volunteer> volunteers,
            List<Convention> conventions,
            List<Perimeter> perimeters) {}

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance annuaire(List<Territory> territories);

        static native TemplateInstance territoire(Page page);

        static native TemplateInstance medecin(
                Physician physician, Territory territory, List<String> unmet, List<Establishment> establishments);
    }

    @GET
    public TemplateInstance territories() {
        return Templates.annuaire(visitor.reachable(directory.territories(), Territory::code, Roles.COORDINATOR));
    }

    @GET
    @Path("{code}")
    public TemplateInstance territory(@RestPath String code) {
        Partners partners = partners(code);
        Territory territory = partners.territory();
        LocalDate today = today(territory);
        Optional<Establishment> host = territory.host().flatMap(partners::establishment);
        return Templates.territoire(new Page(
                territory,
                host,
                host.map(known -> known.missingToHost(today)).orElse(List.of()),
                directory.physiciansOf(territory.code()).stream()
                        .map(physician -> volunteer(physician, partners, today))
                        .toList(),
                partners.agreements().stream()
                        .map(agreement -> convention(agreement, partners, today))
                        .toList(),
                calendars.perimeters(territory.code())));
    }

    @GET
    @Path("{code}/medecins/{id}")
    public TemplateInstance physician(@RestPath String code, @RestPath String id) {
        Partners partners = partners(code);
        Physician physician = directory.physiciansOf(partners.territory().code()).stream()
                .filter(known -> known.id().equals(PhysicianId.parse(id)))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Ce médecin n'exerce pas sur ce territoire."));
        return Templates.medecin(
                physician,
                partners.territory(),
                unmet(physician, partners, today(partners.territory())),
                directory.establishments());
    }

    private Partners partners(String code) {
        return directory
                .partners(new TerritoryCode(code))
                .orElseThrow(() -> Problem.notFound("Le territoire « " + code + " » n'existe pas."));
    }

    private static Volunteer volunteer(Physician physician, Partners partners, LocalDate today) {
        String employer = physician
                .career()
                .employerOn(today)
                .map(finess -> name(partners, finess))
                .orElse("—");
        return new Volunteer(physician, employer, unmet(physician, partners, today));
    }

    private static List<String> unmet(Physician physician, Partners partners, LocalDate today) {
        return switch (new Eligibility(physician, partners).on(today)) {
            case Eligibility.Answer.Eligible eligible -> List.of();
            case Eligibility.Answer.NotEligible not ->
                not.unmet().stream().map(Eligibility.Unmet::sentence).toList();
        };
    }

    private static Convention convention(Agreement agreement, Partners partners, LocalDate today) {
        return new Convention(
                name(partners, agreement.partner()),
                agreement,
                agreement.dates().contains(today));
    }

    private static String name(Partners partners, Finess finess) {
        return partners.establishment(finess).map(Establishment::name).orElse(finess.toString());
    }

    private LocalDate today(Territory territory) {
        return clock.instant().atZone(territory.timeZone()).toLocalDate();
    }
}
