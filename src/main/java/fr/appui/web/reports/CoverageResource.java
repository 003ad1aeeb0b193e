package fr.appui.web.reports;

import fr.appui.indicators.AreaCoverage;
import fr.appui.indicators.HealthAreas.Extent;
import fr.appui.indicators.KnownAreas;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the services of a region reach its territoires d'animation en santé (doc 001 §4, §7). */
@Path("/api/regions/{code}/coverage")
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
@Produces(MediaType.APPLICATION_JSON)
public class CoverageResource {

    private final KnownAreas known;

    CoverageResource(KnownAreas known) {
        this.known = known;
    }

    /** @param servedBy names of the services that answer for it today */
    public record Zone(String name, List<String> servedBy) {}

    /**
     * @param stated what the document says of it @param state what it is today @param missing zones that no service answers for
     * @param inhabitants of the served communes; null where no populations are known
     */
    public record Area(
            String name,
            Extent stated,
            Extent state,
            List<Zone> zones,
            List<String> missing,
            int communes,
            @Nullable Long inhabitants) {}

    /** @param communes that a service answers for @param inhabitants of the region; null where they are not known */
    public record Answer(
            String source,
            List<Area> areas,
            int communes,
            @Nullable Long inhabitantsServed,
            @Nullable Long inhabitants) {}

    @GET
    public Answer coverage(@PathParam("code") String code) {
        AreaCoverage coverage = known.of(code)
                .orElseThrow(() ->
                        Problem.notFound("Aucun territoire d’animation en santé n’est décrit pour « " + code + " »."));
        return new Answer(
                known.areas(code).orElseThrow().source(),
                coverage.areas().stream().map(CoverageResource::area).toList(),
                coverage.communes().size(),
                coverage.inhabitants().map(AreaCoverage.Inhabitants::served).orElse(null),
                coverage.inhabitants().map(AreaCoverage.Inhabitants::all).orElse(null));
    }

    private static Area area(AreaCoverage.State state) {
        return new Area(
                state.area().name(),
                state.area().stated(),
                state.extent(),
                state.zones().stream()
                        .map(zone -> new Zone(zone.name(), zone.services()))
                        .toList(),
                state.missing(),
                state.communes(),
                state.inhabitants().orElse(null));
    }
}
