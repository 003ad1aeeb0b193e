package fr.appui.web.directory;

import fr.appui.directory.Diploma;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.Establishment;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Structure;
import fr.appui.directory.Territory;
import fr.appui.directory.Versioned;
import fr.appui.directory.Volunteering;
import fr.appui.web.Problem;
import fr.appui.web.page.FilledIn;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** A physician's sheet, written by a coordinator. */
@Path("/annuaire")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PhysicianFormPages {

    private final Directory directory;
    private final DirectoryDesk desk;
    private final Desk pages;
    private final Scope scope;

    PhysicianFormPages(Directory directory, DirectoryDesk desk, Desk pages, Scope scope) {
        this.directory = directory;
        this.desk = desk;
        this.pages = pages;
        this.scope = scope;
    }

    record Day(String code, String label, String name) {
        static List<Day> all() {
            return List.of(DayOfWeek.values()).stream().map(Day::of).toList();
        }

        static Day of(DayOfWeek day) {
            return new Day(
                    day.name(),
                    day.getDisplayName(TextStyle.SHORT, Locale.FRENCH),
                    day.getDisplayName(TextStyle.FULL, Locale.FRENCH));
        }
    }

    record Choices(
            List<Establishment> establishments,
            List<Territory> territories,
            List<Diploma> diplomas,
            List<Structure> structures,
            List<Volunteering.Basis> bases,
            List<Day> days) {}

    /** @param id empty for a new one */
    record Form(
            Territory territory, String id, int version, PhysicianEntry entry, FieldFaults faults, Choices choices) {
        public String action() {
            return "/annuaire/" + territory.code() + "/medecins/" + (id.isEmpty() ? "nouveau" : id + "/fiche");
        }
    }

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance medecinFiche(Form form);
    }

    @GET
    @Path("{code}/medecins/nouveau")
    public TemplateInstance blank(@RestPath String code) {
        Territory territory = pages.territory(code);
        var here = new PhysicianEntry.PracticeEntry(
                territory.code().value(), pages.today(territory).toString(), "");
        var entry = new PhysicianEntry(
                "", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of(here), List.of(), List.of());
        return form(territory, "", 0, entry, FieldFaults.NONE);
    }

    @POST
    @Path("{code}/medecins/nouveau")
    public Response create(@RestPath String code, FilledIn<PhysicianEntry> written) {
        Territory territory = pages.territory(code);
        PhysicianEntry entry = written.entry();
        var reading = new Reading();
        Optional<Physician> physician = read(entry, new PhysicianId(UUID.randomUUID()), Optional.empty(), reading);
        if (physician.isEmpty()) {
            return Desk.refused(form(territory, "", 0, entry, FieldFaults.of(reading)));
        }
        return Desk.after(
                desk.create(physician.get(), pages.author()),
                "/annuaire/" + territory.code() + "/medecins/" + physician.get().id(),
                reading,
                0,
                version -> form(territory, "", version, entry, FieldFaults.of(reading)));
    }

    @GET
    @Path("{code}/medecins/{id}/fiche")
    public TemplateInstance edit(@RestPath String code, @RestPath String id) {
        Territory territory = pages.territory(code);
        Versioned<Physician> known = known(id);
        return form(territory, id, known.version(), PhysicianEntry.of(known.value()), FieldFaults.NONE);
    }

    @POST
    @Path("{code}/medecins/{id}/fiche")
    public Response change(@RestPath String code, @RestPath String id, FilledIn<PhysicianEntry> written) {
        Territory territory = pages.territory(code);
        Physician before = known(id).value();
        PhysicianEntry entry = written.entry();
        int version = written.version();
        var reading = new Reading();
        Optional<Physician> after = read(entry, before.id(), Optional.of(before), reading);
        if (after.isEmpty()) {
            return Desk.refused(form(territory, id, version, entry, FieldFaults.of(reading)));
        }
        return Desk.after(
                desk.change(after.get(), version, pages.author()),
                "/annuaire/" + territory.code() + "/medecins/" + id,
                reading,
                version,
                now -> form(territory, id, now, entry, FieldFaults.of(reading)));
    }

    private Optional<Physician> read(
            PhysicianEntry entry, PhysicianId id, Optional<Physician> before, Reading reading) {
        Optional<Physician> physician = entry.read(id, reading);
        physician
                .flatMap(after -> scope.refuse(before, after))
                .ifPresent(error -> reading.refuse(error.field(), error.message()));
        return reading.isSound() ? physician : Optional.empty();
    }

    private Versioned<Physician> known(String id) {
        Problem.Refused unknown = Problem.notFound("Ce médecin n’est pas dans l’annuaire.");
        Versioned<Physician> known = desk.physician(PhysicianId.parse(id))
                .filter(found -> !found.value().isErased())
                .orElseThrow(() -> unknown);
        scope.requireSight(known.value(), unknown);
        return known;
    }

    private TemplateInstance form(
            Territory territory, String id, int version, PhysicianEntry entry, FieldFaults faults) {
        var choices = new Choices(
                directory.establishments(),
                directory.territories(),
                List.of(Diploma.values()),
                List.of(Structure.values()),
                List.of(Volunteering.Basis.values()),
                Day.all());
        return Templates.medecinFiche(new Form(territory, id, version, FilledIn.withRoom(entry), faults, choices));
    }
}
