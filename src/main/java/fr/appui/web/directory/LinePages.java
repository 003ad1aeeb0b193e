package fr.appui.web.directory;

import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.HostRule;
import fr.appui.directory.Patients;
import fr.appui.directory.Territory;
import fr.appui.directory.Versioned;
import fr.appui.directory.WaitingSound;
import fr.appui.directory.WhenInCall;
import fr.appui.directory.WhenNoKey;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** The settings of a territory's line. */
@Path("/annuaire")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class LinePages {

    private static final int RUNGS_SHOWN = 3;

    private final Directory directory;
    private final DirectoryDesk desk;
    private final Desk pages;

    LinePages(Directory directory, DirectoryDesk desk, Desk pages) {
        this.directory = directory;
        this.desk = desk;
        this.pages = pages;
    }

    record LineChoices(
            List<Territory> neighbours,
            List<WhenInCall> whenInCall,
            List<WhenNoKey> whenNoKey,
            List<WaitingSound> waitingSound,
            List<HostRule> hostRules,
            List<Patients> patients,
            List<PhysicianFormPages.Day> days) {}

    /** @param rungs a ring time for each rung shown, blank where the one before serves */
    record LineForm(
            Territory territory,
            int version,
            LineEntry entry,
            List<String> rungs,
            FieldFaults faults,
            LineChoices choices) {
        public String ring(int at) {
            return at == rungs.size() - 1 ? "Rangs suivants" : (at == 0 ? "Premier rang" : "Deuxième rang");
        }
    }

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ligne(LineForm form);
    }

    @GET
    @Path("{code}/ligne")
    public TemplateInstance line(@RestPath String code) {
        Versioned<Territory> known = known(code);
        return line(known.value(), known.version(), LineEntry.of(known.value().contact()), FieldFaults.NONE);
    }

    @POST
    @Path("{code}/ligne")
    public Response setLine(@RestPath String code, FilledIn<LineEntry> sheet) {
        Territory before = known(code).value();
        var reading = new Reading();
        LineEntry entry = sheet.entry();
        int version = sheet.version();
        Optional<Territory> after = entry.read(before, reading);
        if (after.isEmpty()) {
            return Desk.refused(line(before, version, entry, FieldFaults.of(reading)));
        }
        return Desk.after(
                desk.change(after.get(), version, pages.author()),
                "/annuaire/" + code,
                reading,
                version,
                now -> line(before, now, entry, FieldFaults.of(reading)));
    }

    private Versioned<Territory> known(String code) {
        return desk.territory(pages.territory(code).code()).orElseThrow();
    }

    private TemplateInstance line(Territory territory, int version, LineEntry entry, FieldFaults faults) {
        var rungs = new ArrayList<>(entry.ringSeconds());
        while (rungs.size() < RUNGS_SHOWN) {
            rungs.add("");
        }
        var choices = new LineChoices(
                directory.territories().stream()
                        .filter(other -> !other.code().equals(territory.code()))
                        .toList(),
                List.of(WhenInCall.values()),
                List.of(WhenNoKey.values()),
                List.of(WaitingSound.values()),
                List.of(HostRule.values()),
                List.of(Patients.values()),
                PhysicianFormPages.Day.all());
        return Templates.ligne(new LineForm(territory, version, FilledIn.withRoom(entry), rungs, faults, choices));
    }
}
