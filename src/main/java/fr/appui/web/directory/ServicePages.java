package fr.appui.web.directory;

import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.Escalation;
import fr.appui.directory.Establishment;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.HostRule;
import fr.appui.directory.LocalRules;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Versioned;
import fr.appui.directory.WaitingSound;
import fr.appui.directory.WhenInCall;
import fr.appui.directory.WhenNoKey;
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
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** What a territory is, who carries its service, and the settings of its line. */
@Path("/annuaire")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ServicePages {

    private static final int RUNGS_SHOWN = 3;
    private static final int MOST_ROWS = 10;

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

    /** What the page of a line sends. */
    public static final class LineSheet {
        @RestForm
        @DefaultValue("-1")
        public int version = -1;

        @RestForm
        @DefaultValue("")
        public String number = "";

        @RestForm
        @DefaultValue("")
        public String mail = "";

        @RestForm
        @DefaultValue("")
        public String coordination = "";

        @RestForm
        @DefaultValue("false")
        public boolean asksProfile;

        @RestForm
        public List<String> ringSeconds = List.of();

        @RestForm
        @DefaultValue("")
        public String daytimeContact = "";

        @RestForm
        @DefaultValue("false")
        public boolean transfersToDaytimeContact;

        @RestForm
        @DefaultValue("")
        public String fallback = "";

        @RestForm
        @DefaultValue("")
        public String secondRungAfterSeconds = "";

        @RestForm
        @DefaultValue("false")
        public boolean redialsFirst;

        @RestForm
        @DefaultValue("")
        public String whenInCall = "";

        @RestForm
        @DefaultValue("")
        public String samu = "";

        @RestForm
        @DefaultValue("")
        public String longestSearchSeconds = "";

        @RestForm
        @DefaultValue("")
        public String whenNoKey = "";

        @RestForm
        @DefaultValue("")
        public String waitingSound = "";

        @RestForm
        @DefaultValue("")
        public String dialPhysicians = "";

        @RestForm
        @DefaultValue("")
        public String dialLines = "";

        @RestForm
        @DefaultValue("")
        public String dialCallers = "";

        @RestForm
        public List<String> neighbour = List.of();

        @RestForm
        public List<String> reliefNumber = List.of();

        @RestForm
        public List<String> reliefFrom = List.of();

        @RestForm
        public List<String> reliefTo = List.of();

        @RestForm
        @DefaultValue("")
        public String alerts = "";

        @RestForm
        @DefaultValue("")
        public String paediatric = "";

        @RestForm
        @DefaultValue("false")
        public boolean admitsUnknown;

        @RestForm
        @DefaultValue("false")
        public boolean keepsSamuFiles;

        @RestForm
        @DefaultValue("")
        public String hostRule = "";

        @RestForm
        public List<String> contactName = List.of();

        @RestForm
        public List<String> contactNumber = List.of();

        @RestForm
        public List<String> contactZones = List.of();

        @RestForm
        public List<String> contactHours = List.of();

        /** The rows whose relief also serves while the line is closed. */
        @RestForm
        public List<String> reliefWhenClosed = List.of();

        /** The row and the day: {@code 0-MONDAY}. */
        @RestForm
        public List<String> reliefDay = List.of();

        LineEntry entry() {
            return new LineEntry(
                    number,
                    mail,
                    coordination,
                    asksProfile,
                    ringSeconds,
                    daytimeContact,
                    transfersToDaytimeContact,
                    fallback,
                    secondRungAfterSeconds,
                    redialsFirst,
                    whenInCall,
                    Stream.iterate(0, at -> at < Math.min(neighbour.size(), MOST_ROWS), at -> at + 1)
                            .map(this::relief)
                            .filter(relief -> !relief.neighbour().isEmpty()
                                    || !relief.number().isEmpty()
                                    || !relief.from().isEmpty())
                            .toList(),
                    samu,
                    longestSearchSeconds,
                    whenNoKey,
                    waitingSound,
                    dialPhysicians,
                    dialLines,
                    dialCallers,
                    new RulesEntry(alerts, paediatric, admitsUnknown, keepsSamuFiles, hostRule, contacts()));
        }

        private List<RulesEntry.ContactEntry> contacts() {
            return Stream.iterate(0, at -> at < Math.min(contactName.size(), MOST_ROWS), at -> at + 1)
                    .map(row -> new RulesEntry.ContactEntry(
                            contactName.get(row),
                            PhysicianForm.cell(contactNumber, row),
                            RulesEntry.zones(PhysicianForm.cell(contactZones, row)),
                            PhysicianForm.cell(contactHours, row)))
                    .filter(contact -> !contact.isBlank())
                    .toList();
        }

        private LineEntry.ReliefEntry relief(int row) {
            return new LineEntry.ReliefEntry(
                    neighbour.get(row),
                    PhysicianForm.cell(reliefNumber, row),
                    reliefWhenClosed.contains(Integer.toString(row)),
                    PhysicianForm.days(reliefDay, row),
                    PhysicianForm.cell(reliefFrom, row),
                    PhysicianForm.cell(reliefTo, row));
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

    record LineChoices(
            List<Territory> neighbours,
            List<WhenInCall> whenInCall,
            List<WhenNoKey> whenNoKey,
            List<WaitingSound> waitingSound,
            List<HostRule> hostRules,
            List<PhysicianFormPages.Day> days) {}

    /** @param rungs a ring time for each rung shown, blank where the one before serves */
    record LineForm(
            Territory territory,
            int version,
            LineEntry entry,
            List<String> rungs,
            List<LineEntry.ReliefEntry> reliefs,
            List<RulesEntry.ContactEntry> contacts,
            FieldFaults faults,
            LineChoices choices) {
        public String ring(int at) {
            return at == rungs.size() - 1 ? "Rangs suivants" : (at == 0 ? "Premier rang" : "Deuxième rang");
        }
    }

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance territoireFiche(TerritoryForm form);

        static native TemplateInstance ligne(LineForm form);
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
        String asked = sheet.code.strip().toUpperCase(Locale.ROOT);
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

    @GET
    @Path("{code}/ligne")
    public TemplateInstance line(@RestPath String code) {
        Versioned<Territory> known = known(code);
        return line(known.value(), known.version(), LineEntry.of(known.value().contact()), FieldFaults.NONE);
    }

    @POST
    @Path("{code}/ligne")
    public Response setLine(@RestPath String code, @BeanParam LineSheet sheet) {
        Territory before = known(code).value();
        var reading = new Reading();
        LineEntry entry = sheet.entry();
        Optional<Territory> after = entry.read(before, reading);
        if (after.isEmpty()) {
            return Desk.refused(line(before, sheet.version, entry, FieldFaults.of(reading)));
        }
        return Desk.after(
                desk.change(after.get(), sheet.version, pages.author()),
                "/annuaire/" + code,
                reading,
                sheet.version,
                version -> line(before, version, entry, FieldFaults.of(reading)));
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

    private TemplateInstance line(Territory territory, int version, LineEntry entry, FieldFaults faults) {
        var rungs = new java.util.ArrayList<>(entry.ringSeconds());
        while (rungs.size() < RUNGS_SHOWN) {
            rungs.add("");
        }
        var reliefs = new java.util.ArrayList<>(entry.reliefs());
        if (reliefs.size() < Escalation.MOST_RELIEFS) {
            reliefs.add(new LineEntry.ReliefEntry("", "", false, List.of(), "", ""));
        }
        var contacts = new java.util.ArrayList<RulesEntry.ContactEntry>(
                entry.rules() == null ? List.of() : entry.rules().daytimeContacts());
        if (contacts.size() < LocalRules.MOST_CONTACTS) {
            contacts.add(RulesEntry.ContactEntry.BLANK);
        }
        var choices = new LineChoices(
                directory.territories().stream()
                        .filter(other -> !other.code().equals(territory.code()))
                        .toList(),
                List.of(WhenInCall.values()),
                List.of(WhenNoKey.values()),
                List.of(WaitingSound.values()),
                List.of(HostRule.values()),
                PhysicianFormPages.Day.all());
        return Templates.ligne(new LineForm(territory, version, entry, rungs, reliefs, contacts, faults, choices));
    }
}
