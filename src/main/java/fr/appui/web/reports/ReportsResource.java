package fr.appui.web.reports;

import fr.appui.web.signin.Visitor;
import jakarta.ws.rs.Path;

/** The annual report of one territory. */
@Path("/api/territories/{code}/reports")
public class ReportsResource extends ReportsOfPlace {

    ReportsResource(ReportDesk desk, Visitor visitor) {
        super(desk, visitor);
    }
}
