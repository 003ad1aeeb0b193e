package fr.appui.web.directory;

import fr.appui.directory.Joining;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Two lines that become one. */
@Path("/annuaire")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class JoiningPages {

    private final JoiningDoor door;
    private final Desk pages;

    JoiningPages(JoiningDoor door, Desk pages) {
        this.door = door;
        this.pages = pages;
    }

    /**
     * @param joining absent while the line stands alone
     * @param into the territory that answers, or will
     * @param leftBehind who does not practise there yet
     */
    record Page(
            Territory territory,
            @Nullable Joining joining,
            String into,
            boolean begun,
            List<Physician> leftBehind,
            List<Territory> choices,
            JoiningEntry entry,
            FieldFaults faults) {}

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reunion(Page page);
    }

    @GET
    @Path("{code}/reunion")
    public TemplateInstance joining(@RestPath String code) {
        return page(pages.territory(code), JoiningEntry.BLANK, FieldFaults.NONE);
    }

    @POST
    @Path("{code}/reunion")
    public Response join(
            @RestPath String code,
            @RestForm @DefaultValue("") String into,
            @RestForm @DefaultValue("") String firstDay,
            @RestForm @DefaultValue("") String agreedOn,
            @RestForm @DefaultValue("") String reference) {
        Territory territory = pages.territory(code);
        var entry = new JoiningEntry(into, firstDay, agreedOn, reference);
        var reading = new Reading();
        Optional<Joining> joining = entry.read(territory.code(), reading);
        if (joining.isEmpty()) {
            return Desk.refused(page(territory, entry, FieldFaults.of(reading)));
        }
        return Desk.after(
                door.join(joining.get(), pages.author()),
                "/annuaire/" + code + "/reunion",
                reading,
                0,
                version -> page(territory, entry, FieldFaults.of(reading)));
    }

    @POST
    @Path("{code}/reunion/{date}/retrait")
    public Response withdraw(@RestPath String code, @RestPath String date) {
        Territory territory = pages.territory(code);
        var reading = new Reading();
        Optional<LocalDate> firstDay = reading.date("firstDay", date);
        if (firstDay.isEmpty()) {
            return Desk.refused(page(territory, JoiningEntry.BLANK, FieldFaults.of(reading)));
        }
        return Desk.after(
                door.withdraw(territory.code(), firstDay.get(), pages.author()),
                "/annuaire/" + code + "/reunion",
                reading,
                0,
                version -> page(territory, JoiningEntry.BLANK, FieldFaults.of(reading)));
    }

    private TemplateInstance page(Territory territory, JoiningEntry entry, FieldFaults faults) {
        Optional<Joining> joining = door.of(territory.code());
        return Templates.reunion(new Page(
                territory,
                joining.orElse(null),
                joining.map(known -> pages.territory(known.into().value()).name())
                        .orElse(""),
                joining.filter(known -> !known.firstDay().isAfter(pages.today(territory)))
                        .isPresent(),
                joining.map(door::leftBehind).orElse(List.of()),
                door.choices(territory.code()),
                entry,
                faults));
    }
}
