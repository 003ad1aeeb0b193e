package fr.appui.web.audit;

import fr.appui.audit.AuditEntry;
import fr.appui.audit.AuditLog;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The audit log for programs. */
@Path("/api/audit")
@RolesAllowed(Roles.ADMINISTRATOR)
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final int LARGEST_PAGE = 200;
    private static final int LAST_PAGE = 1_000_000;

    private final AuditLog log;

    AuditResource(AuditLog log) {
        this.log = log;
    }

    public record Page(List<AuditEntry> items, int page, int size, long total) {}

    /**
     * @param sequence of the last entry, or of the first that does not fit @param hash of the last entry of a whole log
     * @param breaks the first hundred entries that do not fit @param broken how many do not
     */
    public record Verification(
            boolean whole, long sequence, String detail, String hash, List<AuditLog.Break> breaks, long broken) {}

    @GET
    @Exported
    public Page entries(@RestQuery @DefaultValue("0") int page, @RestQuery @DefaultValue("50") int size) {
        int asked = Math.clamp(page, 0, LAST_PAGE);
        int bounded = Math.clamp(size, 1, LARGEST_PAGE);
        return new Page(log.page(asked, bounded), asked, bounded, log.total());
    }

    /** @param sequence,hash a line that was kept elsewhere: the log must still hold it */
    @GET
    @Path("verification")
    public Verification verification(@RestQuery @Nullable Long sequence, @RestQuery @Nullable String hash) {
        boolean held = sequence == null || holds(sequence, hash);
        return switch (log.verify()) {
            case AuditLog.Verdict.Whole whole
            when held ->
                new Verification(
                        true,
                        whole.lastSequence(),
                        whole.entries() + " lignes, aucune altérée",
                        whole.lastHash(),
                        List.of(),
                        0);
            case AuditLog.Verdict.Whole rewritten ->
                new Verification(
                        false,
                        Objects.requireNonNullElse(sequence, 0L),
                        "Le journal n’est plus celui dont l’empreinte a été conservée à la ligne " + sequence + ".",
                        "",
                        List.of(),
                        1);
            case AuditLog.Verdict.Broken broken ->
                new Verification(
                        false,
                        broken.breaks().getFirst().sequence(),
                        String.join(
                                " ; ",
                                broken.breaks().stream()
                                        .map(one -> "ligne " + one.sequence() + " : " + one.why())
                                        .toList()),
                        "",
                        broken.breaks(),
                        broken.total());
        };
    }

    /** What retention erased with all before it cannot be compared any more. */
    private boolean holds(long sequence, @Nullable String hash) {
        return log.hashAt(sequence).map(known -> known.equals(hash)).orElseGet(() -> log.isErased(sequence));
    }
}
