package fr.appui.web.reports;

import fr.appui.web.signin.Visitor;
import jakarta.ws.rs.Path;

/** The annual report of the territories of a region, those whose codes begin with the region's. */
@Path("/api/regions/{code}/reports")
public class RegionReportsResource extends ReportsOfPlace {

    RegionReportsResource(ReportDesk desk, Visitor visitor) {
        super(desk, visitor);
    }
}
