package fr.appui.web.directory;

import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterDesk;
import fr.appui.directory.Territory;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The hours promised: announced to the ARS, agreed, in force. */
@Path("/annuaire")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PerimeterPages {

    private final DutyCalendars calendars;
    private final PerimeterDesk desk;
    private final Desk pages;

    PerimeterPages(DutyCalendars calendars, PerimeterDesk desk, Desk pages) {
        this.calendars = calendars;
        this.desk = desk;
        this.pages = pages;
    }

    /** What an announcement sends. */
    public static final class Announced {
        @RestForm
        @DefaultValue("")
        public String kind = "";

        @RestForm
        @DefaultValue("")
        public String workingStart = "";

        @RestForm
        @DefaultValue("")
        public String nonWorkingStart = "";

        @RestForm
        @DefaultValue("")
        public String end = "";

        @RestForm
        @DefaultValue("")
        public String announcedOn = "";

        @RestForm
        @DefaultValue("")
        public String inForceFrom = "";

        PerimeterEntry entry() {
            return new PerimeterEntry(kind, workingStart, nonWorkingStart, end, announcedOn, inForceFrom);
        }
    }

    /** @param state what the page says of it @param tone of the tag that says so */
    record Version(Perimeter perimeter, String state, String tone) {}

    /** @param agreeing the version whose agreement was refused; empty when the announcement was */
    record Page(
            Territory territory,
            List<Version> versions,
            PerimeterEntry entry,
            FieldFaults faults,
            String agreeing,
            PerimeterEntry.AgreedEntry agreed) {}

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance perimetres(Page page);
    }

    @GET
    @Path("{code}/perimetres")
    public TemplateInstance list(@RestPath String code) {
        Territory territory = pages.territory(code);
        return page(territory, PerimeterEntry.usual(pages.today(territory)), FieldFaults.NONE, "", NOTHING_AGREED);
    }

    @POST
    @Path("{code}/perimetres")
    public Response announce(@RestPath String code, @BeanParam Announced announced) {
        Territory territory = pages.territory(code);
        PerimeterEntry entry = announced.entry();
        var reading = new Reading();
        Optional<Perimeter> perimeter = entry.read(reading);
        if (perimeter.isEmpty()) {
            return Desk.refused(page(territory, entry, FieldFaults.of(reading), "", NOTHING_AGREED));
        }
        return Desk.after(
                desk.announce(territory.code(), perimeter.get(), pages.author()),
                "/annuaire/" + code + "/perimetres",
                reading,
                0,
                version -> page(territory, entry, FieldFaults.of(reading), "", NOTHING_AGREED));
    }

    @POST
    @Path("{code}/perimetres/{date}/accord")
    public Response agree(
            @RestPath String code,
            @RestPath String date,
            @RestForm @DefaultValue("") String agreedOn,
            @RestForm @DefaultValue("") String reference) {
        Territory territory = pages.territory(code);
        PerimeterEntry blank = PerimeterEntry.usual(pages.today(territory));
        var agreed = new PerimeterEntry.AgreedEntry(agreedOn, reference);
        var reading = new Reading();
        Optional<LocalDate> inForceFrom = reading.date("inForceFrom", date);
        Optional<ArsAgreement> agreement = agreed.read(reading);
        if (!reading.isSound()) {
            return Desk.refused(page(territory, blank, FieldFaults.of(reading), date, agreed));
        }
        return Desk.after(
                desk.agree(territory.code(), inForceFrom.orElseThrow(), agreement.orElseThrow(), pages.author()),
                "/annuaire/" + code + "/perimetres",
                reading,
                0,
                version -> page(territory, blank, FieldFaults.of(reading), date, agreed));
    }

    @POST
    @Path("{code}/perimetres/{date}/retrait")
    public Response withdraw(@RestPath String code, @RestPath String date) {
        Territory territory = pages.territory(code);
        PerimeterEntry blank = PerimeterEntry.usual(pages.today(territory));
        var reading = new Reading();
        Optional<LocalDate> inForceFrom = reading.date("inForceFrom", date);
        if (inForceFrom.isEmpty()) {
            return Desk.refused(page(territory, blank, FieldFaults.of(reading), "", NOTHING_AGREED));
        }
        return Desk.after(
                desk.withdraw(territory.code(), inForceFrom.get(), pages.author()),
                "/annuaire/" + code + "/perimetres",
                reading,
                0,
                version -> page(territory, blank, FieldFaults.of(reading), "", NOTHING_AGREED));
    }

    private static final PerimeterEntry.AgreedEntry NOTHING_AGREED = new PerimeterEntry.AgreedEntry("", "");

    private TemplateInstance page(
            Territory territory,
            PerimeterEntry entry,
            FieldFaults faults,
            String agreeing,
            PerimeterEntry.AgreedEntry agreed) {
        DutyCalendar calendar = calendars.of(territory.code()).orElseThrow();
        LocalDate today = pages.today(territory);
        List<Version> versions = calendar.versions().stream()
                .map(perimeter -> version(perimeter, calendar, today))
                .toList();
        return Templates.perimetres(new Page(territory, versions.reversed(), entry, faults, agreeing, agreed));
    }

    static Version version(Perimeter perimeter, DutyCalendar calendar, LocalDate today) {
        if (!perimeter.isAgreed()) {
            return new Version(perimeter, "Annoncé, accord de l’ARS attendu : ne s’applique pas", "care");
        }
        if (perimeter.inForceFrom().isAfter(today)) {
            return new Version(perimeter, "Accordé, s’appliquera", "");
        }
        if (!perimeter.lastsUntil(today)) {
            return new Version(perimeter, "A pris fin", "");
        }
        boolean inForce = calendar.perimeterOn(today).filter(perimeter::equals).isPresent();
        return inForce ? new Version(perimeter, "En vigueur", "good") : new Version(perimeter, "Remplacé depuis", "");
    }
}
