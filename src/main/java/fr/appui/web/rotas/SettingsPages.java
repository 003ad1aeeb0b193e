package fr.appui.web.rotas;

import fr.appui.directory.Versioned;
import fr.appui.directory.Written;
import fr.appui.french.WrittenValue;
import fr.appui.planning.BackUpPolicy;
import fr.appui.planning.PlanningSettings;
import fr.appui.planning.Rule;
import fr.appui.planning.life.SettingsDesk;
import fr.appui.web.request.Author;
import fr.appui.web.request.Faults;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A territory's choices for its rotas, each explained, beside the list of rules they belong to. */
@Path("/planning")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SettingsPages {

    private final PlanningDoor door;
    private final SettingsDesk desk;
    private final Author author;

    SettingsPages(PlanningDoor door, SettingsDesk desk, Author author) {
        this.door = door;
        this.desk = desk;
        this.author = author;
    }

    /** The form, as it came and as it is shown again. */
    public static final class Entry {

        @RestForm
        @DefaultValue("")
        public String quota = "";

        @RestForm
        @DefaultValue("")
        public String consecutives = "";

        @RestForm
        @DefaultValue("")
        public String repos = "";

        @RestForm
        @DefaultValue("")
        public String espacement = "";

        @RestForm
        @DefaultValue("")
        public String recours = "";

        @RestForm
        @DefaultValue("")
        public String raison = "";

        @RestForm
        @DefaultValue("")
        public String version = "";

        static Entry of(Versioned<PlanningSettings> read) {
            PlanningSettings settings = read.value();
            var entry = new Entry();
            entry.version = String.valueOf(read.version());
            entry.quota = String.valueOf(settings.quota());
            entry.consecutives = settings.maxConsecutiveDays().isPresent()
                    ? String.valueOf(settings.maxConsecutiveDays().getAsInt())
                    : "";
            entry.repos = String.valueOf(settings.restDays());
            entry.espacement = String.valueOf(settings.spacingWeeks());
            entry.recours = settings.backUp().name();
            return entry;
        }

        /** What was written stays, decided anew on what is in force now, which is told of each field where it is another. */
        void overtakenBy(Versioned<PlanningSettings> now, Faults faults) {
            Entry kept = of(now);
            version = kept.version;
            faults.add(
                    "",
                    "Quelqu’un a changé ces réglages pendant votre saisie. Vos valeurs sont gardées ci-dessous : les comparer avec"
                            + " ce qui est en vigueur, puis enregistrer de nouveau.");
            tell("quota", "Quota", quota, kept.quota, faults);
            tell("consecutives", "Jours d’affilée, au plus", consecutives, kept.consecutives, faults);
            tell("repos", "Jours de repos", repos, kept.repos, faults);
            tell("espacement", "Espacement", espacement, kept.espacement, faults);
            if (!recours.equals(kept.recours)) {
                faults.add(
                        "recours",
                        "Médecin de recours : en vigueur, "
                                + (kept.recours.equals(BackUpPolicy.EVERY_DAY.name())
                                        ? "chaque jour"
                                        : "quand le premier tient une autre astreinte"));
            }
        }

        private static void tell(String field, String label, String written, String kept, Faults faults) {
            if (!WrittenValue.of(written).equals(kept)) {
                faults.add(field, label + " : en vigueur, " + (kept.isEmpty() ? "sans limite" : kept));
            }
        }

        /** One that nobody sent is none that there could be. */
        int version() {
            return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
        }

        PlanningSettings read(PlanningSettings now, Faults faults) {
            OptionalInt most = WrittenValue.isNothing(consecutives)
                    ? OptionalInt.empty()
                    : OptionalInt.of(faults.number("consecutives", "Jours d’affilée, au plus", consecutives, 1, 92));
            return new PlanningSettings(
                    faults.number("quota", "Quota", quota, 1, 92),
                    most,
                    faults.number("repos", "Jours de repos", repos, 0, 28),
                    faults.number("espacement", "Espacement", espacement, 1, 13),
                    recours.equals(BackUpPolicy.EVERY_DAY.name())
                            ? BackUpPolicy.EVERY_DAY
                            : BackUpPolicy.WHEN_PRIORITY_HELD,
                    now.weights());
        }
    }

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reglages(
                Planned at, Entry entry, List<Rule> rules, boolean kept, List<Faults.Fault> faults);
    }

    @GET
    @Path("{code}/reglages")
    public TemplateInstance settings(@RestPath String code, @RestQuery @DefaultValue("false") boolean garde) {
        Planned at = door.today(code);
        return Templates.reglages(at, Entry.of(desk.read(at.code())), Rule.all(), garde, List.of());
    }

    @POST
    @Path("{code}/reglages")
    public Response change(@RestPath String code, @BeanParam Entry entry) {
        Planned at = door.today(code);
        var faults = new Faults();
        PlanningSettings chosen = entry.read(desk.of(at.code()), faults);
        faults.required("raison", "Raison", entry.raison);
        if (!faults.isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.reglages(at, entry, Rule.all(), false, faults.getAll()))
                    .build();
        }
        if (desk.change(at.code(), chosen, entry.version(), author.act(entry.raison)) instanceof Written.Stale) {
            entry.overtakenBy(desk.read(at.code()), faults);
            return Response.status(Response.Status.CONFLICT)
                    .entity(Templates.reglages(at, entry, Rule.all(), false, faults.getAll()))
                    .build();
        }
        return Response.seeOther(URI.create(at.getPlace() + "/reglages?garde=true"))
                .build();
    }
}
