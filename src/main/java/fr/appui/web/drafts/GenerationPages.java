package fr.appui.web.drafts;

import fr.appui.planning.life.GenerationDesk;
import fr.appui.planning.life.GenerationJob;
import fr.appui.planning.life.LifeSettings;
import fr.appui.planning.life.RotaReader;
import fr.appui.web.Problem;
import fr.appui.web.request.Author;
import fr.appui.web.request.Faults;
import fr.appui.web.request.Known;
import fr.appui.web.rotas.Planned;
import fr.appui.web.rotas.PlanningDoor;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The search for the best rota: ordered, followed as it goes, stopped, and what came of it. */
@Path("/planning")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class GenerationPages {

    private static final int USUAL_SECONDS = 60;
    private static final int LARGEST_SEED = 1_000_000;

    private final PlanningDoor door;
    private final Known known;
    private final GenerationDesk desk;
    private final RotaReader reader;
    private final LifeSettings settings;
    private final Author author;
    private final Clock clock;

    GenerationPages(
            PlanningDoor door,
            Known known,
            GenerationDesk desk,
            RotaReader reader,
            LifeSettings settings,
            Author author,
            Clock clock) {
        this.door = door;
        this.known = known;
        this.desk = desk;
        this.reader = reader;
        this.settings = settings;
        this.author = author;
        this.clock = clock;
    }

    /** What the form shows again. @param fixed dates that the search will keep @param replaces a draft there is already */
    record Order(String seconds, String seed, long mostSeconds, int fixed, boolean replaces) {}

    /** A search as it stands. @param gap per cent at most between what was found and any better rota */
    record Followed(GenerationJob job, long gap, String events) {}

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance calcul(
                Planned at, Order order, Optional<GenerationJob> running, List<Faults.Fault> faults);

        static native TemplateInstance calculEnCours(Planned at, Followed search);
    }

    @GET
    @Path("{code}/{quarter}/calcul")
    public TemplateInstance order(@RestPath String code, @RestPath String quarter) {
        Planned at = door.planned(code, quarter);
        return page(at, String.valueOf(USUAL_SECONDS), "1", List.of());
    }

    @POST
    @Path("{code}/{quarter}/calcul")
    public Response start(
            @RestPath String code,
            @RestPath String quarter,
            @RestForm @DefaultValue("60") String duree,
            @RestForm @DefaultValue("1") String graine) {
        Planned at = door.planned(code, quarter);
        var faults = new Faults();
        int seconds = faults.number(
                "duree", "Durée", duree, 1, (int) settings.longestGeneration().toSeconds());
        int seed = faults.number("graine", "Graine", graine, 0, LARGEST_SEED);
        if (!faults.isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(at, duree, graine, faults.getAll()))
                    .build();
        }
        var order = new GenerationJob.Order(seed, seconds, author.name(), clock.instant());
        return switch (desk.start(at.code(), at.quarter(), order)) {
            case GenerationDesk.Answer.Started started -> follow(at, started.job());
            case GenerationDesk.Answer.TerritoryBusy busy ->
                refused(at, duree, graine, "Un calcul est déjà en cours pour ce territoire ; le suivre ou l’arrêter");
            case GenerationDesk.Answer.AllBusy busy ->
                refused(
                        at,
                        duree,
                        graine,
                        settings.generationsAtOnce()
                                + " calculs sont déjà en cours sur cette installation ; réessayer dans quelques minutes");
            case GenerationDesk.Answer.Unavailable unavailable ->
                refused(
                        at,
                        duree,
                        graine,
                        "Le calcul automatique n’est pas disponible. " + unavailable.why()
                                + " Le planning se fait à la main, chaque date est contrôlée");
            case GenerationDesk.Answer.NothingToCover nothing ->
                refused(
                        at,
                        duree,
                        graine,
                        "Il ne reste rien à couvrir au " + at.quarter().label()
                                + " : le trimestre est passé, ou aucun périmètre agréé n’y est en vigueur");
        };
    }

    @GET
    @Path("{code}/{quarter}/calcul/{job}")
    public TemplateInstance followed(@RestPath String code, @RestPath String quarter, @RestPath String job) {
        Planned at = door.planned(code, quarter);
        GenerationJob found = find(at, job);
        long gap = found.found()
                .filter(proof -> proof.objective() > 0)
                .map(proof -> Math.round(100.0 * (proof.objective() - proof.bound()) / proof.objective()))
                .orElse(0L);
        String events = "/api/territories/" + at.code() + "/rotas/jobs/" + found.id() + "/events";
        return Templates.calculEnCours(at, new Followed(found, gap, events));
    }

    @POST
    @Path("{code}/{quarter}/calcul/{job}/arret")
    public Response stop(@RestPath String code, @RestPath String quarter, @RestPath String job) {
        Planned at = door.planned(code, quarter);
        GenerationJob found = find(at, job);
        desk.stop(found.id());
        return follow(at, found);
    }

    private static Response follow(Planned at, GenerationJob job) {
        return Response.seeOther(URI.create(at.getAddress() + "/calcul/" + job.id()))
                .build();
    }

    private Response refused(Planned at, String seconds, String seed, String why) {
        return Response.status(Response.Status.CONFLICT)
                .entity(page(at, seconds, seed, List.of(new Faults.Fault("", why + "."))))
                .build();
    }

    private TemplateInstance page(Planned at, String seconds, String seed, List<Faults.Fault> faults) {
        var view = reader.view(at.code(), at.quarter());
        var order = new Order(
                seconds,
                seed,
                settings.longestGeneration().toSeconds(),
                view.map(found -> found.fixed().first().size()
                                + found.fixed().backUp().size())
                        .orElse(0),
                view.flatMap(found -> found.draft()).isPresent());
        return Templates.calcul(at, order, desk.running(at.code()), faults);
    }

    private GenerationJob find(Planned at, String id) {
        return desk.job(known.id(id))
                .filter(job -> job.territory().equals(at.code()))
                .orElseThrow(() -> Problem.notFound("Ce calcul n’existe pas."));
    }
}
