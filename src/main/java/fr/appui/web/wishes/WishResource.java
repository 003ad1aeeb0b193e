package fr.appui.web.wishes;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.DateRange;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.Preference;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Willingness;
import fr.appui.planning.WishRules;
import fr.appui.planning.Wishes;
import fr.appui.planning.life.WishDesk;
import fr.appui.web.Problem;
import fr.appui.web.Revision;
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
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/api/physicians/{id}/wishes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PHYSICIAN, Roles.COORDINATOR})
@Tag(name = "planning")
public class WishResource {

    private final Known known;
    private final WishDesk desk;

    WishResource(Known known, WishDesk desk) {
        this.known = known;
        this.desk = desk;
    }

    /** @param weekday every such day of the range; absent for the whole range */
    public record Away(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable DayOfWeek weekday) {}

    /** @param weight 1 (a little) to 3 (a lot) */
    public record Liked(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Preference.@Nullable Liking liking,
            @Nullable Integer weight) {}

    public record Range(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /** @param priorityAstreintes dates of HAD or USP astreintes held elsewhere, which keep priority */
    public record WishSheet(
            @Nullable List<Away> unavailabilities,
            @Nullable List<Liked> preferences,
            @Nullable Willingness willingness,
            @Nullable Integer maxDutyDays,
            @Nullable List<Range> priorityAstreintes) {}

    @GET
    @Operation(
            summary =
                    "Ce qu’un médecin demande : indisponibilités, préférences, volontariat, maximum, autres astreintes ; l’en-tête"
                            + " ETag dit la version, à renvoyer dans If-Match")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WishSheet.class)))
    public Response wishes(@RestPath String id) {
        return answer(desk.of(known.physicianAt(id)));
    }

    @PUT
    @Operation(summary = "Remplace ce qu’un médecin demande ; If-Match donne la version lue")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WishSheet.class)))
    @APIResponse(responseCode = "412", description = "Modifié entre-temps : relire, puis refaire la modification")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public Response change(
            @RestPath String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable WishSheet body) {
        PhysicianId physician = known.physicianAt(id);
        Wishes asked = wishes(Known.given(body));
        return switch (desk.change(physician, Revision.text(version), now -> asked)) {
            case WishDesk.Answer.Kept(WishDesk.Sheet sheet) -> answer(sheet);
            case WishDesk.Answer.Stale stale ->
                throw Problem.changedMeanwhile(
                        "Quelqu’un a changé ces souhaits entre-temps : les relire, puis refaire la modification.");
            case WishDesk.Answer.Refused(WishRules.Refusal why) -> throw Problem.badRequest(why.field(), why.message());
        };
    }

    private static Response answer(WishDesk.Sheet sheet) {
        return Response.ok(sheet(sheet.wishes())).tag(sheet.version()).build();
    }

    private static Wishes wishes(WishSheet sheet) {
        Wishes wishes = Wishes.none()
                .unavailable(each("unavailabilities", sheet.unavailabilities(), WishResource::unavailability))
                .preferring(each("preferences", sheet.preferences(), WishResource::preference))
                .willing(sheet.willingness() == null ? Willingness.PARTS_OF_WEEKS : sheet.willingness())
                .holdingPriorityAstreintes(
                        each("priorityAstreintes", sheet.priorityAstreintes(), WishResource::dates).stream()
                                .flatMap(DateRange::dates)
                                .collect(Collectors.toSet()));
        if (sheet.maxDutyDays() != null && sheet.maxDutyDays() < 0) {
            throw Problem.badRequest("maxDutyDays", "choisir de 0 à " + WishRules.MOST_DUTY_DAYS + " jours");
        }
        return sheet.maxDutyDays() == null ? wishes : wishes.atMost(sheet.maxDutyDays());
    }

    private static Unavailability unavailability(Away away) {
        DateRange dates = range("unavailabilities", away.from(), away.to());
        return away.weekday() == null
                ? new Unavailability.During(dates)
                : new Unavailability.Every(away.weekday(), dates);
    }

    private static Preference preference(Liked liked) {
        if (liked.liking() == null) {
            throw Problem.badRequest("preferences.liking", "choisir PREFER ou AVOID");
        }
        int weight = liked.weight() == null ? 1 : liked.weight();
        return new Preference(range("preferences", liked.from(), liked.to()), liked.liking(), weight);
    }

    private static DateRange dates(Range range) {
        return range("priorityAstreintes", range.from(), range.to());
    }

    private static DateRange range(String field, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            throw Problem.badRequest(field + ".from", "à renseigner, par exemple 2026-07-14");
        }
        LocalDate last = to == null ? from : to;
        if (last.isBefore(from) || WishRules.isTooLong(new DateRange(from, last))) {
            throw Problem.badRequest(field + ".to", "la fin doit suivre le début, de deux ans au plus");
        }
        return new DateRange(from, last);
    }

    private static <A, B> List<B> each(String field, @Nullable List<A> given, Function<A, B> reading) {
        List<A> all = given == null ? List.of() : given;
        if (all.size() > WishRules.MOST_PERIODS) {
            throw Problem.badRequest(
                    field, "en donner " + WishRules.MOST_PERIODS + " au plus ; réunir les dates qui se suivent");
        }
        return all.stream().map(reading).toList();
    }

    private static WishSheet sheet(Wishes wishes) {
        return new WishSheet(
                wishes.unavailabilities().stream().map(WishResource::away).toList(),
                wishes.preferences().stream()
                        .map(one -> new Liked(one.dates().from(), one.dates().to(), one.liking(), one.weight()))
                        .toList(),
                wishes.willingness(),
                wishes.maxDutyDays().isPresent() ? wishes.maxDutyDays().getAsInt() : null,
                ranges(wishes.priorityAstreintes()));
    }

    private static Away away(Unavailability unavailability) {
        return switch (unavailability) {
            case Unavailability.During(DateRange dates) -> new Away(dates.from(), dates.to(), null);
            case Unavailability.Every(DayOfWeek day, DateRange dates) -> new Away(dates.from(), dates.to(), day);
        };
    }

    private static List<Range> ranges(Collection<LocalDate> dates) {
        return FrenchDays.runs(dates).stream()
                .map(run -> new Range(run.from(), run.to()))
                .toList();
    }
}
