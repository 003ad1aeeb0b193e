package fr.appui.web.directory;

import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.Establishment;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Versioned;
import fr.appui.french.WrittenValue;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** What a territory is and who carries its service. */
@Path("/annuaire")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ServicePages {

    private final Directory directory;
    private final DirectoryDesk desk;
    private final Desk pages;

    ServicePages(Directory directory, DirectoryDesk desk, Desk pages) {
        this.directory = directory;
        this.desk = desk;
        this.pages = pages;
    }

    /** What the page of a territory sends. */
    public static final class TerritorySheet {
        @RestForm
        @DefaultValue("-1")
        public int version = -1;

        @RestForm
        @DefaultValue("")
        public String code = "";

        @RestForm
        @DefaultValue("")
        public String name = "";

        @RestForm
        @DefaultValue("")
        public String holidayZone = "";

        @RestForm
        @DefaultValue("")
        public String timeZone = "";

        @RestForm
        @DefaultValue("")
        public String host = "";

        @RestForm
        @DefaultValue("")
        public String zones = "";

        TerritoryEntry entry() {
            return new TerritoryEntry(name, holidayZone, timeZone, host, TerritoryEntry.zones(zones));
        }
    }

    /** @param code empty for a new territory */
    record TerritoryForm(
            String code,
            String written,
            int version,
            TerritoryEntry entry,
            String zones,
            FieldFaults faults,
            List<Establishment> establishments,
            List<HolidayZone> holidays) {
        public String action() {
            return code.isEmpty() ? "/annuaire/nouveau" : "/annuaire/" + code + "/fiche";
        }
    }

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance territoireFiche(TerritoryForm form);
    }

    @GET
    @Path("nouveau")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public TemplateInstance blank() {
        var usual = new TerritoryEntry("", HolidayZone.METROPOLE.name(), "", "", List.of());
        return form("", "", 0, usual, "", FieldFaults.NONE);
    }

    @POST
    @Path("nouveau")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response create(@BeanParam TerritorySheet sheet) {
        String asked = WrittenValue.of(sheet.code).toUpperCase(Locale.ROOT);
        var reading = new Reading();
        Optional<TerritoryCode> code = reading.value("code", asked, TerritoryCode::new);
        Optional<Territory> territory =
                code.flatMap(known -> sheet.entry().read(known, Territory.Contact.NONE, reading));
        if (territory.isEmpty()) {
            return Desk.refused(form("", asked, 0, sheet.entry(), sheet.zones, FieldFaults.of(reading)));
        }
        return Desk.after(
                desk.create(territory.get(), pages.author()),
                "/annuaire/" + asked,
                reading,
                0,
                version -> form("", asked, version, sheet.entry(), sheet.zones, FieldFaults.of(reading)));
    }

    @GET
    @Path("{code}/fiche")
    public TemplateInstance edit(@RestPath String code) {
        Versioned<Territory> known = known(code);
        TerritoryEntry entry = TerritoryEntry.of(known.value());
        return form(code, code, known.version(), entry, entry.zonesText(), FieldFaults.NONE);
    }

    @POST
    @Path("{code}/fiche")
    public Response change(@RestPath String code, @BeanParam TerritorySheet sheet) {
        Territory before = known(code).value();
        var reading = new Reading();
        Optional<Territory> after = sheet.entry().read(before.code(), before.contact(), reading);
        if (after.isEmpty()) {
            return Desk.refused(form(code, code, sheet.version, sheet.entry(), sheet.zones, FieldFaults.of(reading)));
        }
        return Desk.after(
                desk.change(after.get(), sheet.version, pages.author()),
                "/annuaire/" + code,
                reading,
                sheet.version,
                version -> form(code, code, version, sheet.entry(), sheet.zones, FieldFaults.of(reading)));
    }

    private Versioned<Territory> known(String code) {
        return desk.territory(pages.territory(code).code()).orElseThrow();
    }

    private TemplateInstance form(
            String code, String written, int version, TerritoryEntry entry, String zones, FieldFaults faults) {
        return Templates.territoireFiche(new TerritoryForm(
                code,
                written,
                version,
                entry,
                zones,
                faults,
                directory.establishments(),
                List.of(HolidayZone.values())));
    }
}
