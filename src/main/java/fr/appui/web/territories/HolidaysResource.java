package fr.appui.web.territories;

import fr.appui.calendar.PublicHoliday;
import fr.appui.calendar.PublicHolidays;
import fr.appui.directory.HolidayZone;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/holidays")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PHYSICIAN, Roles.REGULATOR, Roles.ARS_READER})
@Tag(name = "territories", description = "Territoires, plages, astreinte en cours, jours fériés")
public class HolidaysResource {

    /** @param label the zone's name in French */
    public record Holidays(HolidayZone zone, String label, int year, List<PublicHoliday> items) {}

    @GET
    @Path("/{zone}/{year}")
    @Operation(summary = "Jours fériés légaux d’une zone, par date")
    @APIResponse(responseCode = "200", description = "Les jours fériés de l’année")
    @APIResponse(responseCode = "400", description = "Zone ou année inconnue (document de problème)")
    public Holidays of(
            @Parameter(description = "METROPOLE, ALSACE_MOSELLE, REUNION…") @RestPath String zone,
            @Parameter(description = "De 1951 à 2198") @RestPath String year) {
        HolidayZone wanted = Asked.zone(zone);
        int asked = Asked.year(year);
        return new Holidays(wanted, wanted.label(), asked, PublicHolidays.of(wanted, asked));
    }
}
