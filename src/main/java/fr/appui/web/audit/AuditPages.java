package fr.appui.web.audit;

import fr.appui.audit.AuditEntry;
import fr.appui.audit.AuditLog;
import fr.appui.audit.AuditLog.Verdict;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenValue;
import fr.appui.web.Problem;
import fr.appui.web.page.FrenchText;
import fr.appui.web.page.PageNumber;
import fr.appui.web.page.Pager;
import fr.appui.web.page.ParisTime;
import fr.appui.web.page.Query;
import fr.appui.web.page.SpreadsheetFile;
import fr.appui.web.request.Faults;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

/** The audit log, newest first, as sentences; its verification; a table of what was asked for. */
@Path("/journal")
@RolesAllowed(Roles.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AuditPages {

    private static final int MOST_EXPORTED = 20_000;
    private static final int LONGEST_NAME = 160;

    /** As requests are written down ({@code RequestAudit}). */
    private static final Pattern REFUSED = Pattern.compile("^réponse (403\\b|\\d+, accès refusé)");

    private final AuditLog log;
    private final Directory directory;

    AuditPages(AuditLog log, Directory directory) {
        this.log = log;
        this.directory = directory;
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

    /** What somebody looks for, as they wrote it. */
    record Asked(String qui, String du, String au) {

        public boolean isEmpty() {
            return WrittenValue.isNothing(qui) && WrittenValue.isNothing(du) && WrittenValue.isNothing(au);
        }

        List<Faults.Fault> faults() {
            var faults = new Faults();
            faults.date("du", "Du", du);
            faults.date("au", "Au", au);
            return faults.getAll();
        }

        public String query() {
            return asked().text();
        }

        /** Of a page that shows it again. */
        URI address(String page) {
            return asked().of(page);
        }

        private Query asked() {
            return Query.NONE.with("qui", qui).with("du", du).with("au", au);
        }

        AuditLog.Filter filter() {
            return new AuditLog.Filter(
                    Optional.of(WrittenValue.of(qui))
                            .filter(name -> !name.isEmpty())
                            .map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAME))),
                    day("du", du).map(date -> date.atStartOfDay(ParisTime.ZONE).toInstant()),
                    day("au", au)
                            .map(date -> date.plusDays(1)
                                    .atStartOfDay(ParisTime.ZONE)
                                    .toInstant()));
        }

        private static Optional<LocalDate> day(String field, String written) {
            return WrittenValue.isNothing(written)
                    ? Optional.empty()
                    : Optional.of(WrittenDate.tryRead(written)
                            .orElseThrow(() -> Problem.badRequest(field, WrittenDate.REMEDY)));
        }
    }

    /** @param sentence in French @param code what was written down, for whoever looks into it */
    record Line(long sequence, Instant at, String actor, String sentence, String code, String detail, String origin) {}

    @CheckedTemplate(basePath = "administration")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance journal(
                List<Line> entries, Asked asked, Pager pager, Checked checked, List<Faults.Fault> faults);
    }

    @GET
    public Response read(
            @RestQuery @DefaultValue("0") PageNumber page,
            @RestQuery @DefaultValue("") String qui,
            @RestQuery @DefaultValue("") String du,
            @RestQuery @DefaultValue("") String au,
            @RestQuery @DefaultValue("false") boolean verifier) {
        Checked checked = verifier ? Checked.of(log.verify()) : new Checked(false, "", "");
        var asked = new Asked(qui, du, au);
        List<Faults.Fault> faults = asked.faults();
        if (!faults.isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.journal(List.of(), asked, Pager.of(0, 0), checked, faults))
                    .build();
        }
        AuditLog.Filter filter = asked.filter();
        Pager pager = Pager.of(page.at(), log.count(filter));
        BiFunction<String, String, String> names = names();
        List<Line> lines = log.search(filter, pager.page(), pager.size()).stream()
                .map(entry -> line(entry, names))
                .toList();
        return Response.ok(Templates.journal(lines, asked, pager, checked, List.of()))
                .build();
    }

    /** The latest lines of what was asked for, as a table for a spreadsheet. */
    @GET
    @Path("export.csv")
    @Produces("text/csv")
    @Exported
    public Response export(
            @RestQuery @DefaultValue("") String qui,
            @RestQuery @DefaultValue("") String du,
            @RestQuery @DefaultValue("") String au) {
        var asked = new Asked(qui, du, au);
        if (!asked.faults().isEmpty()) {
            return Response.seeOther(asked.address("/journal")).build();
        }
        BiFunction<String, String, String> names = names();
        return SpreadsheetFile.of(
                "journal",
                List.of("ligne", "quand (" + ParisTime.SAID + ")", "qui", "a fait", "code", "précision", "d’où"),
                log.search(asked.filter(), 0, MOST_EXPORTED).stream()
                        .map(entry -> line(entry, names))
                        .map(line -> List.of(
                                Long.toString(line.sequence()),
                                ParisTime.written(line.at()),
                                line.actor(),
                                line.sentence(),
                                line.code(),
                                line.detail(),
                                line.origin())));
    }

    private static Line line(AuditEntry entry, BiFunction<String, String, String> names) {
        return new Line(
                entry.sequence(),
                entry.at(),
                entry.actor(),
                told(entry, names),
                entry.act() + " · " + entry.subject(),
                entry.detail(),
                entry.origin());
    }

    /** What was refused did not happen, and is not told as if it had. */
    private static String told(AuditEntry entry, BiFunction<String, String, String> names) {
        String act = ToldAct.sentence(entry.act(), entry.subject(), names).orElse(entry.act());
        return REFUSED.matcher(entry.detail()).find()
                ? "– accès refusé\u00a0: «\u00a0" + act + "\u00a0» n’a pas eu lieu"
                : act;
    }

    private BiFunction<String, String, String> names() {
        Map<String, String> territories = directory.territories().stream()
                .collect(Collectors.toMap(territory -> territory.code().value(), Territory::name));
        Map<String, String> physicians = directory.physicians().stream()
                .collect(Collectors.toMap(
                        (Physician physician) -> physician.id().toString(),
                        physician -> physician.name().titled()));
        return (kind, identifier) -> switch (kind) {
            case "code" -> territories.getOrDefault(identifier, identifier);
            case "id", "physician" -> physicians.getOrDefault(identifier, identifier);
            case "quarter" -> quarter(identifier);
            case "date" -> date(identifier);
            default -> identifier;
        };
    }

    private static String quarter(String written) {
        try {
            return fr.appui.calendar.Quarter.parse(written).label();
        } catch (InvalidInput other) {
            return written;
        }
    }

    private static String date(String written) {
        try {
            return FrenchText.date(LocalDate.parse(written));
        } catch (java.time.DateTimeException other) {
            return written;
        }
    }
}
