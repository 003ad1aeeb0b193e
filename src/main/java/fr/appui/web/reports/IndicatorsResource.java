package fr.appui.web.reports;

import fr.appui.indicators.CallProjection;
import fr.appui.indicators.report.Definition;
import fr.appui.indicators.report.Definitions;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** What each indicator means; counting again. */
@Path("/api/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
public class IndicatorsResource {

    private final CallProjection projection;

    IndicatorsResource(CallProjection projection) {
        this.projection = projection;
    }

    @GET
    public List<Definition> definitions() {
        return Definitions.ALL;
    }

    /** Counts every call again from its events. The figures stay readable meanwhile, and come out the same. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @POST
    @Path("rebuild")
    public Map<String, Long> rebuild() {
        return Map.of("calls", projection.rebuild());
    }
}
