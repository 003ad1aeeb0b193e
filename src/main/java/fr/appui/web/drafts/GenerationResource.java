package fr.appui.web.drafts;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.GenerationDesk;
import fr.appui.planning.life.GenerationDesk.Answer;
import fr.appui.planning.life.GenerationJob;
import fr.appui.planning.life.LifeSettings;
import fr.appui.web.LiveStreams;
import fr.appui.web.Problem;
import fr.appui.web.request.Author;
import fr.appui.web.request.Known;
import fr.appui.web.rotas.Answers;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "planning")
public class GenerationResource {

    private static final Duration LOOKS_EVERY = Duration.ofMillis(500);
    private static final int USUAL_SECONDS = 60;

    private final Known known;
    private final Author author;
    private final GenerationDesk desk;
    private final LifeSettings settings;
    private final LiveStreams streams;
    private final Visitor visitor;
    private final Clock clock;

    GenerationResource(
            Known known,
            Author author,
            GenerationDesk desk,
            LifeSettings settings,
            LiveStreams streams,
            Visitor visitor,
            Clock clock) {
        this.known = known;
        this.author = author;
        this.desk = desk;
        this.settings = settings;
        this.streams = streams;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** @param seed the same problem, seed and limit give the same rota @param timeLimitSeconds of the solver's own time */
    public record Order(
            @Nullable String quarter,
            @Nullable Integer seed,
            @Nullable Integer timeLimitSeconds) {}

    /** @param score of the best rota so far @param explanation why there is none, or what was reached */
    public record Job(
            UUID id,
            String territory,
            String quarter,
            GenerationJob.State state,
            Optional<Answers.Score> score,
            List<String> explanation) {

        static Job of(GenerationJob job) {
            return new Job(
                    job.id(),
                    job.territory().value(),
                    job.quarter().toString(),
                    job.state(),
                    job.found().map(Answers::score),
                    job.explanation());
        }
    }

    @POST
    @Path("/territories/{code}/rotas")
    @Operation(
            summary = "Cherche le meilleur planning d’un trimestre",
            description =
                    "Le résultat est le brouillon du trimestre, ou les raisons pour lesquelles il n’y en a pas. Les"
                            + " astreintes fixées à la main sont gardées.")
    @APIResponse(responseCode = "202", description = "Le calcul a commencé ; le suivre à l’adresse donnée par Location")
    @APIResponse(responseCode = "409", description = "Un calcul est déjà en cours pour ce territoire")
    @APIResponse(responseCode = "503", description = "Le calcul automatique n’est pas disponible")
    public Response generate(@RestPath String code, @Nullable Order order) {
        TerritoryCode territory = known.territory(code);
        Quarter quarter = known.quarter(order == null ? null : order.quarter());
        return switch (desk.start(territory, quarter, order(order))) {
            case Answer.Started started ->
                Response.accepted(Job.of(started.job()))
                        .location(URI.create("/api/territories/" + code + "/rotas/jobs/"
                                + started.job().id()))
                        .build();
            case Answer.TerritoryBusy busy ->
                throw Problem.conflict(
                        "ONE_GENERATION",
                        "Un calcul est déjà en cours pour ce territoire"
                                + busy.job().map(job -> " (" + job.id() + ")").orElse("")
                                + " ; attendre sa fin ou l’arrêter.");
            case Answer.AllBusy busy ->
                throw Problem.unavailable(settings.generationsAtOnce()
                        + " calculs sont déjà en cours sur cette installation ; réessayer dans quelques minutes.");
            case Answer.Unavailable unavailable ->
                throw Problem.unavailable("Le calcul automatique n’est pas disponible. " + unavailable.why());
            case Answer.NothingToCover nothing ->
                throw Problem.badRequest(
                        "quarter",
                        "il ne reste rien à couvrir au " + quarter.label()
                                + " : le trimestre est passé, ou aucun périmètre agréé n’y est en vigueur");
        };
    }

    @GET
    @Path("/territories/{code}/rotas/jobs/{id}")
    @Operation(summary = "Où en est un calcul")
    public Job job(@RestPath String code, @RestPath String id) {
        return Job.of(find(known.territory(code), known.id(id)));
    }

    @GET
    @Path("/territories/{code}/rotas/jobs/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(summary = "Suit un calcul : chaque meilleur planning trouvé, chaque meilleure borne, puis la fin")
    public Multi<Job> events(@RestPath String code, @RestPath String id) {
        TerritoryCode territory = known.territory(code);
        UUID asked = known.id(id);
        find(territory, asked);
        var over = new AtomicBoolean();
        Multi<Job> news = Multi.createFrom()
                .ticks()
                .every(LOOKS_EVERY)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .select()
                .first(tick -> !over.get())
                .map(tick -> find(territory, asked))
                .invoke(job -> over.set(job.isOver()))
                .map(Job::of)
                .skip()
                .repetitions();
        return streams.follow(visitor.signedIn(), news);
    }

    @DELETE
    @Path("/territories/{code}/rotas/jobs/{id}")
    @Operation(summary = "Arrête un calcul ; le meilleur planning trouvé reste comme brouillon")
    public Job stop(@RestPath String code, @RestPath String id) {
        GenerationJob job = find(known.territory(code), known.id(id));
        desk.stop(job.id());
        return Job.of(find(job.territory(), job.id()));
    }

    private GenerationJob find(TerritoryCode territory, UUID id) {
        return desk.job(id)
                .filter(job -> job.territory().equals(territory))
                .orElseThrow(() -> Problem.notFound("Aucun calcul de ce territoire n’a l’identifiant " + id + "."));
    }

    private GenerationJob.Order order(@Nullable Order order) {
        int seed = order == null || order.seed() == null ? 1 : order.seed();
        int seconds = order == null || order.timeLimitSeconds() == null ? USUAL_SECONDS : order.timeLimitSeconds();
        long most = settings.longestGeneration().toSeconds();
        if (seconds < 1 || seconds > most) {
            throw Problem.badRequest(
                    "timeLimitSeconds", seconds + " est hors limites ; choisir de 1 à " + most + " secondes");
        }
        if (seed < 0) {
            throw Problem.badRequest("seed", "choisir un entier positif");
        }
        return new GenerationJob.Order(seed, seconds, author.name(), clock.instant());
    }
}
