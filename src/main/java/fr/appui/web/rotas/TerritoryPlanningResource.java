package fr.appui.web.rotas;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Versioned;
import fr.appui.directory.Written;
import fr.appui.planning.BackUpPolicy;
import fr.appui.planning.PlanningSettings;
import fr.appui.planning.life.Alert;
import fr.appui.planning.life.PlanningAct;
import fr.appui.planning.life.PlanningActs;
import fr.appui.planning.life.PlanningHistory;
import fr.appui.planning.life.SettingsDesk;
import fr.appui.planning.life.StandingAlerts;
import fr.appui.web.Paging;
import fr.appui.web.Problem;
import fr.appui.web.Revision;
import fr.appui.web.request.Author;
import fr.appui.web.request.Known;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What surrounds a territory's rotas: its choices, its alerts, its derogations, its history. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "planning")
public class TerritoryPlanningResource {

    private final Known known;
    private final Author author;
    private final Answers answers;
    private final SettingsDesk settings;
    private final StandingAlerts alerts;
    private final PlanningHistory history;

    TerritoryPlanningResource(
            Known known,
            Author author,
            Answers answers,
            SettingsDesk settings,
            StandingAlerts alerts,
            PlanningHistory history) {
        this.known = known;
        this.author = author;
        this.answers = answers;
        this.settings = settings;
        this.alerts = alerts;
        this.history = history;
    }

    /** @param maxConsecutiveDays absent for no limit */
    public record Choices(
            @Nullable Integer quota,
            @Nullable Integer maxConsecutiveDays,
            @Nullable Integer restDays,
            @Nullable Integer spacingWeeks,
            @Nullable BackUpPolicy backUp,
            @Nullable String reason) {}

    public record AlertLine(Alert.Kind kind, String label, String subject, String sentence, Instant raisedAt) {}

    public record DerogationLine(
            Answers.Person physician, String quarter, int allowedDays, String reason, String author, Instant at) {}

    public record Derogations(List<DerogationLine> items) {}

    public record ActLine(
            PlanningAct.Kind kind,
            String label,
            String subject,
            String detail,
            String author,
            String reason,
            Instant at) {}

    @GET
    @Path("/territories/{code}/planning-settings")
    @Operation(
            summary =
                    "Les réglages du territoire : quota, nuits consécutives, repos, espacement, recours ; ETag dit la version")
    public RestResponse<Choices> settings(@RestPath String code) {
        Versioned<PlanningSettings> read = settings.read(known.territory(code));
        return tagged(read.value(), read.version());
    }

    @PUT
    @Path("/territories/{code}/planning-settings")
    @Operation(
            summary =
                    "Change les réglages ; ce qui n’est pas donné reste, sauf la limite de nuits, alors levée. If-Match donne"
                            + " la version lue")
    @APIResponse(responseCode = "200", description = "Les réglages après le changement")
    @APIResponse(responseCode = "412", description = "Quelqu’un les a changés depuis la lecture")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public RestResponse<Choices> change(
            @RestPath String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable Choices body) {
        long read = Revision.of(version);
        Choices wanted = Known.given(body);
        TerritoryCode territory = known.territory(code);
        PlanningSettings now = settings.of(territory);
        var chosen = new PlanningSettings(
                or(wanted.quota(), now.quota()),
                wanted.maxConsecutiveDays() == null ? OptionalInt.empty() : OptionalInt.of(wanted.maxConsecutiveDays()),
                or(wanted.restDays(), now.restDays()),
                or(wanted.spacingWeeks(), now.spacingWeeks()),
                wanted.backUp() == null ? now.backUp() : wanted.backUp(),
                now.weights());
        return switch (settings.change(territory, chosen, read, author.act(wanted.reason(), "réglages"))) {
            case Written.Kept kept -> tagged(chosen, kept.version());
            case Written.Stale stale ->
                throw Problem.changedMeanwhile("Ces réglages ont changé depuis (version " + stale.version()
                        + ") : les relire, puis refaire le changement.");
            case Written.Unknown unknown -> throw Problem.notFound("Ces réglages ne sont pas connus.");
            case Written.Refused refused -> throw Problem.badRequest(refused.field(), refused.why());
        };
    }

    private static RestResponse<Choices> tagged(PlanningSettings read, int version) {
        return ResponseBuilder.ok(choices(read)).tag(Revision.tag(version)).build();
    }

    @GET
    @Path("/territories/{code}/alerts")
    @Operation(
            summary =
                    "Ce qu’il faut regarder : plages non couvertes, médecins inéligibles ou indisponibles, règles enfreintes, dérogations ; calculé à l’instant")
    public Paging.Page<AlertLine> alerts(
            @RestPath String code, @RestQuery Optional<String> page, @RestQuery Optional<String> size) {
        TerritoryCode territory = known.territory(code);
        Paging paging = Paging.asked(page, size);
        List<Alert.Raised> standing = alerts.of(territory);
        List<AlertLine> items = standing.stream()
                .skip((long) paging.page() * paging.size())
                .limit(paging.size())
                .map(raised -> new AlertLine(
                        raised.alert().kind(),
                        raised.alert().kind().label(),
                        raised.alert().subject(),
                        raised.alert().sentence(),
                        raised.raisedAt()))
                .toList();
        return paging.of(items, standing.size());
    }

    @GET
    @Path("/territories/{code}/derogations")
    @Operation(summary = "Les dérogations au quota d’un trimestre, avec leur motif")
    public Derogations derogations(@RestPath String code, @RestQuery @Nullable String quarter) {
        TerritoryCode territory = known.territory(code);
        Quarter asked = known.quarter(quarter);
        return new Derogations(history.derogations(territory, asked).stream()
                .map(granted -> new DerogationLine(
                        answers.person(granted.derogation().physician()),
                        asked.toString(),
                        granted.derogation().allowedDays(),
                        granted.derogation().reason(),
                        granted.act().author(),
                        granted.act().at()))
                .toList());
    }

    @GET
    @Path("/territories/{code}/acts")
    @Operation(summary = "Qui a fait quoi au planning, quand et pourquoi, le plus récent d’abord")
    public Paging.Page<ActLine> acts(
            @RestPath String code, @RestQuery Optional<String> page, @RestQuery Optional<String> size) {
        TerritoryCode territory = known.territory(code);
        Paging paging = Paging.asked(page, size);
        List<ActLine> items = history.acts(territory, PlanningActs.Asked.ALL, paging.page(), paging.size()).stream()
                .map(act -> new ActLine(
                        act.kind(),
                        act.kind().label(),
                        act.subject(),
                        act.detail(),
                        act.act().author(),
                        act.act().reason(),
                        act.act().at()))
                .toList();
        return paging.of(items, history.acts(territory, PlanningActs.Asked.ALL));
    }

    private static Choices choices(PlanningSettings settings) {
        return new Choices(
                settings.quota(),
                settings.maxConsecutiveDays().isPresent()
                        ? settings.maxConsecutiveDays().getAsInt()
                        : null,
                settings.restDays(),
                settings.spacingWeeks(),
                settings.backUp(),
                null);
    }

    private static int or(@Nullable Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }
}
