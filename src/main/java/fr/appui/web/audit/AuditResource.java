package fr.appui.web.audit;

import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The audit log for programs. */
@Path("/api/audit")
@RolesAllowed(Roles.ADMINISTRATOR)
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final int LARGEST_PAGE = 200;

    private final AuditLog log;

    AuditResource(AuditLog log) {
        this.log = log;
    }

    public record Page(List<AuditEntry> items, int page, int size, long total) {}

    public record Verification(boolean whole, long sequence, String detail, String hash) {}

    @GET
    @Exported
    public Page entries(@RestQuery @DefaultValue("0") int page, @RestQuery @DefaultValue("50") int size) {
        int bounded = Math.clamp(size, 1, LARGEST_PAGE);
        return new Page(log.page(Math.max(page, 0), bounded), page, bounded, log.total());
    }

    @GET
    @Path("verification")
    public Verification verification() {
        return switch (log.verify()) {
            case AuditLog.Verdict.Whole whole ->
                new Verification(
                        true, whole.lastSequence(), whole.entries() + " lignes, aucune altérée", whole.lastHash());
            case AuditLog.Verdict.Broken broken ->
                new Verification(
                        false, broken.sequence(), "Ligne " + broken.sequence() + " : " + broken.why() + ".", "");
        };
    }
}
