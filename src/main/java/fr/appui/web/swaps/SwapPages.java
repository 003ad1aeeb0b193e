package fr.appui.web.swaps;

import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.DateRange;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.life.SwapAnswer;
import fr.appui.planning.life.SwapDesk;
import fr.appui.planning.life.SwapOffer;
import fr.appui.web.Problem;
import fr.appui.web.page.PageNumber;
import fr.appui.web.page.Pager;
import fr.appui.web.request.Author;
import fr.appui.web.request.Faults;
import fr.appui.web.rotas.Planned;
import fr.appui.web.rotas.PlanningDoor;
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
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Swaps of a territory: where each stands; proposed for a physician who asks for it by telephone. */
@Path("/planning")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SwapPages {

    private static final int MOST_DAYS = 31;

    private final PlanningDoor door;
    private final SwapDesk desk;
    private final Author author;

    SwapPages(PlanningDoor door, SwapDesk desk, Author author) {
        this.door = door;
        this.desk = desk;
        this.author = author;
    }

    /** The form, as it came and as it is shown again. */
    public static final class Entry {

        @RestForm
        @DefaultValue("")
        public String proposant = "";

        @RestForm
        @DefaultValue("")
        public String autre = "";

        @RestForm
        @DefaultValue("")
        public String laisse = "";

        @RestForm
        @DefaultValue("")
        public String laisseAu = "";

        @RestForm
        @DefaultValue("")
        public String prend = "";

        @RestForm
        @DefaultValue("")
        public String prendAu = "";

        @RestForm
        @DefaultValue("")
        public String raison = "";
    }

    record Line(
            String proposer,
            String other,
            String given,
            String taken,
            SwapOffer.Status status,
            String reason,
            ZonedDateTime expiresAt) {}

    /** @param remarks of a swap just proposed, to be known before agreeing */
    record News(boolean proposed, List<String> remarks) {
        static final News NONE = new News(false, List.of());
    }

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance echanges(
                Planned at,
                List<Line> swaps,
                Pager pager,
                List<Physician> physicians,
                Entry entry,
                List<Faults.Fault> faults,
                News news);
    }

    @GET
    @Path("{code}/echanges")
    public TemplateInstance swaps(@RestPath String code, @RestQuery @DefaultValue("0") PageNumber page) {
        return page(door.today(code), page.at(), new Entry(), List.of(), News.NONE);
    }

    @POST
    @Path("{code}/echanges")
    public Response propose(@RestPath String code, @BeanParam Entry entry) {
        Planned at = door.today(code);
        var faults = new Faults();
        Optional<SwapOffer.Terms> terms = terms(at, entry, faults);
        faults.required("raison", "Raison", entry.raison);
        if (terms.isEmpty() || !faults.isEmpty()) {
            return refused(at, entry, faults, Response.Status.BAD_REQUEST);
        }
        return switch (desk.propose(at.code(), terms.get(), author.act(entry.raison))) {
            case SwapAnswer.Done done ->
                done.remarks().isEmpty()
                        ? Response.seeOther(URI.create(at.getPlace() + "/echanges"))
                                .build()
                        : Response.ok(page(at, 0, new Entry(), List.of(), new News(true, done.remarks())))
                                .build();
            case SwapAnswer.Refused refused -> {
                refused.reasons().forEach(reason -> faults.add("", reason));
                yield refused(at, entry, faults, Response.Status.CONFLICT);
            }
            case SwapAnswer.NotTheirs none -> throw Problem.notFound(SwapAnswer.NotTheirs.WHY);
            case SwapAnswer.Senseless senseless ->
                refused(at, entry, faults.add("", senseless.why()), Response.Status.CONFLICT);
        };
    }

    private Response refused(Planned at, Entry entry, Faults faults, Response.Status status) {
        return Response.status(status)
                .entity(page(at, 0, entry, faults.getAll(), News.NONE))
                .build();
    }

    private Optional<SwapOffer.Terms> terms(Planned at, Entry entry, Faults faults) {
        Optional<PhysicianId> proposer = physician(at, "proposant", "Qui laisse", entry.proposant, faults);
        Optional<PhysicianId> other = physician(at, "autre", "Qui prend", entry.autre, faults);
        SortedSet<LocalDate> given = dates("laisse", "Dates laissées", entry.laisse, entry.laisseAu, faults);
        SortedSet<LocalDate> taken = dates("prend", "Dates prises", entry.prend, entry.prendAu, faults);
        if (given.isEmpty()) {
            faults.add("laisse", "Dates laissées : à renseigner");
        }
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return faults.reading(
                "laisse",
                () -> new SwapOffer.Terms(proposer.orElseThrow(), other.orElseThrow(), given, taken, Optional.empty()));
    }

    private Optional<PhysicianId> physician(Planned at, String field, String label, String id, Faults faults) {
        Optional<PhysicianId> found = door.physician(at.territory(), id).map(Physician::id);
        if (found.isEmpty()) {
            faults.add(field, label + " : choisir un médecin");
        }
        return found;
    }

    private static SortedSet<LocalDate> dates(String field, String label, String from, String to, Faults faults) {
        Optional<LocalDate> first = faults.date(field, label, from);
        Optional<LocalDate> last = faults.date(field, label, to).or(() -> first);
        if (first.isEmpty() || last.isEmpty()) {
            return new TreeSet<>();
        }
        if (first.get().plusDays(MOST_DAYS).isBefore(last.get())) {
            faults.add(field, label + " : " + MOST_DAYS + " jours au plus");
            return new TreeSet<>();
        }
        return faults.reading(field, () -> new DateRange(first.get(), last.get()))
                .map(range -> range.dates().collect(Collectors.toCollection(TreeSet::new)))
                .orElseGet(TreeSet::new);
    }

    private TemplateInstance page(Planned at, int asked, Entry entry, List<Faults.Fault> faults, News news) {
        Pager pager = Pager.of(asked, desk.total(at.code()));
        List<Line> lines = desk.page(at.code(), pager.page(), pager.size()).stream()
                .map(offer -> line(at, offer))
                .toList();
        return Templates.echanges(at, lines, pager, door.physicians(at.territory()), entry, faults, news);
    }

    private Line line(Planned at, SwapOffer offer) {
        SwapOffer.Terms terms = offer.terms();
        return new Line(
                door.name(terms.proposer()),
                door.name(terms.other()),
                FrenchDays.of(terms.given()),
                terms.taken().isEmpty() ? "" : FrenchDays.of(terms.taken()),
                offer.status(),
                offer.act().reason(),
                offer.expiresAt().atZone(at.territory().timeZone()));
    }
}
