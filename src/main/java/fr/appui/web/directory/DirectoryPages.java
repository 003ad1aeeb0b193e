package fr.appui.web.directory;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyCalendars;
import fr.appui.directory.Agreement;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.DirectoryDesk.KeptAgreement;
import fr.appui.directory.Eligibility;
import fr.appui.directory.EligibilityPeriods;
import fr.appui.directory.Establishment;
import fr.appui.directory.Finess;
import fr.appui.directory.Partners;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Volunteering;
import fr.appui.planning.FrenchDays;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;

/** The directory of the territories that a coordinator reaches. */
@Path("/annuaire")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DirectoryPages {

    private static final int ENDS_SOON_DAYS = 90;

    private final Directory directory;
    private final DirectoryDesk desk;
    private final DutyCalendars calendars;
    private final Visitor visitor;
    private final Clock clock;

    DirectoryPages(Directory directory, DirectoryDesk desk, DutyCalendars calendars, Visitor visitor, Clock clock) {
        this.directory = directory;
        this.desk = desk;
        this.calendars = calendars;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** @param unmet sentences; empty when the physician may be on duty today */
    record Volunteer(Physician physician, String employer, Participation participation, List<String> unmet) {}

    /** @param tone of the tag that says so */
    record Participation(String label, String tone) {}

    /** @param state what the page says of it @param tone of the tag that says so */
    record Convention(long id, String partner, Agreement agreement, String state, String tone) {}

    record Employer(String name, DateSpan dates) {}

    record Sheet(
            Physician physician,
            Territory territory,
            List<String> unmet,
            List<EligibilityPeriods.Period> periods,
            List<Employer> employers,
            List<Volunteering> volunteerings) {}

    record Page(
            Territory territory,
            Optional<Establishment> host,
            List<String> missingToHost,
            List<Volunteer> volunteers,
            List<Convention> conventions,
            List<PerimeterPages.Version> perimeters) {}

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance annuaire(List<Territory> territories, boolean administrator);

        static native TemplateInstance territoire(Page page);

        static native TemplateInstance medecin(Sheet sheet);
    }

    @GET
    public TemplateInstance territories() {
        return Templates.annuaire(
                visitor.reachable(directory.territories(), Territory::code, Act.COORDINATE),
                visitor.may(Act.ADMINISTER, new Thing.Installation()));
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
                host.map(known -> known.missingToHost(today, territory.rules().hostRule()))
                        .orElse(List.of()),
                directory.physiciansOf(territory.code()).stream()
                        .filter(physician -> !physician.isErased())
                        .map(physician -> volunteer(physician, partners, today))
                        .toList(),
                desk.agreements(territory.code()).stream()
                        .map(kept -> convention(kept, partners, today))
                        .toList(),
                perimeters(territory, today)));
    }

    @GET
    @Path("{code}/medecins/{id}")
    public TemplateInstance physician(@RestPath String code, @RestPath String id) {
        Partners partners = partners(code);
        Physician physician = directory.physiciansOf(partners.territory().code()).stream()
                .filter(known -> known.id().equals(PhysicianId.parse(id)) && !known.isErased())
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Ce médecin n’exerce pas sur ce territoire."));
        LocalDate today = today(partners.territory());
        return Templates.medecin(new Sheet(
                physician,
                partners.territory(),
                unmet(physician, partners, today),
                EligibilityPeriods.from(today, new Eligibility(physician, partners)),
                physician.career().employments().stream()
                        .map(employment -> new Employer(name(partners, employment.employer()), employment.dates()))
                        .toList(),
                physician.career().volunteeringsIn(partners.territory().code())));
    }

    private List<PerimeterPages.Version> perimeters(Territory territory, LocalDate today) {
        DutyCalendar calendar = calendars.of(territory.code()).orElseThrow();
        return calendar.versions().stream()
                .map(perimeter -> PerimeterPages.version(perimeter, calendar, today))
                .toList();
    }

    private Partners partners(String code) {
        return directory
                .partners(new TerritoryCode(code))
                .orElseThrow(() -> Problem.notFound("Le territoire « " + code + " » n’existe pas."));
    }

    private static Volunteer volunteer(Physician physician, Partners partners, LocalDate today) {
        String employer = physician
                .career()
                .employerOn(today)
                .map(finess -> name(partners, finess))
                .orElse("—");
        return new Volunteer(
                physician,
                employer,
                participation(
                        physician.career().volunteeringsIn(partners.territory().code()), today),
                unmet(physician, partners, today));
    }

    /** The most that any of them says: who left and came back takes part. */
    private static Participation participation(List<Volunteering> known, LocalDate today) {
        Set<Volunteering.State> states =
                known.stream().map(volunteering -> volunteering.on(today)).collect(Collectors.toSet());
        if (states.contains(Volunteering.State.TAKES_PART)) {
            return known.stream()
                    .filter(volunteering -> volunteering.on(today) == Volunteering.State.TAKES_PART)
                    .map(volunteering -> new Participation(
                            volunteering.basis() == Volunteering.Basis.USP_SERVICE ? "Service USP" : "Déclaré", "good"))
                    .findFirst()
                    .orElseThrow();
        }
        if (states.contains(Volunteering.State.CANDIDATE)) {
            return new Participation(Volunteering.State.CANDIDATE.label(), "care");
        }
        return states.isEmpty()
                ? new Participation("Déclaration à recueillir", "care")
                : new Participation(Volunteering.State.LEFT.label(), "bad");
    }

    private static List<String> unmet(Physician physician, Partners partners, LocalDate today) {
        return switch (new Eligibility(physician, partners).on(today)) {
            case Eligibility.Answer.Eligible eligible -> List.of();
            case Eligibility.Answer.NotEligible not ->
                not.unmet().stream().map(Eligibility.Unmet::sentence).toList();
        };
    }

    private static Convention convention(KeptAgreement kept, Partners partners, LocalDate today) {
        Agreement agreement = kept.agreement();
        String partner = name(partners, agreement.partner());
        Optional<LocalDate> end = agreement.dates().to();
        if (!agreement.dates().contains(today)) {
            String state = agreement.dates().from().isAfter(today) ? "À venir" : "Terminée";
            return new Convention(kept.id(), partner, agreement, state, "care");
        }
        return end.filter(last -> last.isBefore(today.plusDays(ENDS_SOON_DAYS)))
                .map(last -> new Convention(
                        kept.id(),
                        partner,
                        agreement,
                        last.equals(today)
                                ? "Prend fin aujourd’hui"
                                : "Prend fin dans "
                                        + FrenchDays.counted(
                                                (int) ChronoUnit.DAYS.between(today, last), "jour", "jours"),
                        "care"))
                .orElseGet(() -> new Convention(kept.id(), partner, agreement, "En vigueur", "good"));
    }

    private static String name(Partners partners, Finess finess) {
        return partners.establishment(finess).map(Establishment::name).orElse(finess.toString());
    }

    private LocalDate today(Territory territory) {
        return clock.instant().atZone(territory.timeZone()).toLocalDate();
    }
}
