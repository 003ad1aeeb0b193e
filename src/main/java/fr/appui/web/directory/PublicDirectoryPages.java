package fr.appui.web.directory;

import fr.appui.directory.PublicDirectory.Reading;
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
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Physicians' sheets beside the Annuaire Santé: differences are shown, and taken over one by one. */
@Path("/annuaire")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PublicDirectoryPages {

    private final PublicDirectoryDoor door;
    private final Desk pages;

    PublicDirectoryPages(PublicDirectoryDoor door, Desk pages) {
        this.door = door;
        this.pages = pages;
    }

    /** @param asOf when the extraction was written; empty where there is none @param why it cannot be read */
    record Page(
            Territory territory,
            Optional<ZonedDateTime> asOf,
            String why,
            List<PublicDirectoryDoor.Compared> compared,
            FieldFaults faults) {}

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance annuaireSante(Page page);
    }

    @GET
    @Path("{code}/annuaire-sante")
    public TemplateInstance differences(@RestPath String code) {
        return page(pages.territory(code), FieldFaults.NONE);
    }

    @POST
    @Path("{code}/annuaire-sante")
    public Response take(
            @RestPath String code,
            @RestForm @DefaultValue("") String medecin,
            @RestForm @DefaultValue("") String difference,
            @RestForm @DefaultValue("") String valeur,
            @RestForm @DefaultValue("0") int version) {
        Territory territory = pages.territory(code);
        var reading = new fr.appui.web.directory.Reading();
        return Desk.after(
                door.take(medecin, difference, valeur, version, pages.author()),
                "/annuaire/" + code + "/annuaire-sante",
                reading,
                version,
                latest -> page(territory, FieldFaults.of(reading)));
    }

    private TemplateInstance page(Territory territory, FieldFaults faults) {
        return Templates.annuaireSante(
                switch (door.reading(territory)) {
                    case Reading.None none -> new Page(territory, Optional.empty(), "", List.of(), faults);
                    case Reading.Unreadable unreadable ->
                        new Page(territory, Optional.empty(), unreadable.why(), List.of(), faults);
                    case Reading.Known known ->
                        new Page(
                                territory,
                                Optional.of(known.asOf().atZone(territory.timeZone())),
                                "",
                                door.compared(territory, known),
                                faults);
                });
    }
}
