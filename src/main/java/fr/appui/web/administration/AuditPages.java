package fr.appui.web.administration;

import fr.appui.web.audit.AuditEntry;
import fr.appui.web.audit.AuditLog;
import fr.appui.web.audit.AuditLog.Verdict;
import fr.appui.web.page.Pager;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The audit log, newest first, and its verification. */
@Path("/journal")
@RolesAllowed(Roles.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AuditPages {

    private final AuditLog log;

    AuditPages(AuditLog log) {
        this.log = log;
    }

    /** @param text empty when no verification was asked for */
    record Checked(boolean whole, String text, String hash) {
        static Checked of(Verdict verdict) {
            return switch (verdict) {
                case Verdict.Whole whole ->
                    new Checked(true, whole.entries() + " lignes vérifiées, aucune altérée.", whole.lastHash());
                case Verdict.Broken broken -> new Checked(false, told(broken), "");
            };
        }
    }

    private static String told(Verdict.Broken broken) {
        String first = String.join(
                " ; ",
                broken.breaks().stream()
                        .map(one -> "ligne " + one.sequence() + " : " + one.why())
                        .toList());
        long more = broken.total() - broken.breaks().size();
        return "Le journal est altéré, " + first + (more > 0 ? " ; et " + more + " autres fois." : ".");
    }

    @CheckedTemplate(basePath = "administration")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance journal(List<AuditEntry> entries, Pager pager, Checked checked);
    }

    @GET
    public TemplateInstance read(
            @RestQuery @DefaultValue("0") int page, @RestQuery @DefaultValue("false") boolean verifier) {
        Checked checked = verifier ? Checked.of(log.verify()) : new Checked(false, "", "");
        Pager pager = Pager.of(page, log.total());
        return Templates.journal(log.page(pager.page(), pager.size()), pager, checked);
    }
}
