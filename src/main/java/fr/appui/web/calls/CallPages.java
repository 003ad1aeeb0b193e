package fr.appui.web.calls;

import fr.appui.access.Act;
import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDuration;
import fr.appui.french.WrittenValue;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.trace.CallStory;
import fr.appui.trace.Ending;
import fr.appui.trace.Narrator;
import fr.appui.trace.Phases;
import fr.appui.web.Problem;
import fr.appui.web.page.Pager;
import fr.appui.web.page.WorkedIn;
import fr.appui.web.request.Faults;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;

/** The calls of a territory as they happen, and one call as a story. Nothing is listened to: no call is recorded. */
@Path("/appels")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CallPages {

    private final SeenCalls calls;
    private final Storyteller storyteller;
    private final LoggedOutcome logged;
    private final Directory directory;
    private final Visitor visitor;
    private final WorkedIn workedIn;
    private final Clock clock;

    CallPages(
            SeenCalls calls,
            Storyteller storyteller,
            LoggedOutcome logged,
            Directory directory,
            Visitor visitor,
            WorkedIn workedIn,
            Clock clock) {
        this.workedIn = workedIn;
        this.calls = calls;
        this.storyteller = storyteller;
        this.logged = logged;
        this.directory = directory;
        this.visitor = visitor;
        this.clock = clock;
    }

    record Choices(List<Territory> territories, boolean everywhere, List<Ending> endings) {}

    /** @param good,bad whether the ending is what one hopes for, or what one must look into */
    record Row(
            String id,
            ZonedDateTime received,
            String territory,
            String caller,
            String ending,
            boolean good,
            boolean bad,
            int attempts,
            String talk) {}

    /** @param now when the board was read */
    record Board(List<LiveCall> live, List<Row> rows, Pager pager, Instant now) {}

    record Story(
            String id,
            String territory,
            ZonedDateTime received,
            ZonedDateTime ended,
            boolean over,
            String ending,
            boolean rebuilt,
            Phases phases,
            List<CallLanes.Lane> lanes,
            List<Step> steps) {}

    /** @param turn as the story tells it */
    record Step(String time, String text, boolean turn) {}

    @CheckedTemplate(basePath = "appels")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance appels(
                Optional<Board> read, SearchedCalls asked, Choices choices, List<Faults.Fault> faults);

        static native TemplateInstance appel(Story story, LoggedOutcome.Logged logged);
    }

    @GET
    public Response list(@BeanParam SearchedCalls asked) {
        var choices = choices();
        if (WrittenValue.isNothing(asked.territoire) && !choices.everywhere()) {
            asked.territoire = workedIn.among(
                            choices.territories(), one -> one.code().value())
                    .map(one -> one.code().value())
                    .orElse("");
        }
        List<Faults.Fault> faults = asked.faults();
        if (!faults.isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.appels(Optional.empty(), asked, choices, faults))
                    .build();
        }
        return WrittenValue.isNothing(asked.reference)
                ? Response.ok(page(asked, choices, List.of())).build()
                : byReference(asked, choices);
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@RestPath String id) {
        CallArchive.Traced traced = calls.coordinated(id, Problem.notFound("Cet appel n’existe pas."));
        CallStory story = traced.story();
        ZoneId zone = storyteller.zone(story.territory());
        return Templates.appel(
                new Story(
                        id,
                        story.territory().map(storyteller::territory).orElse("Ligne inconnue"),
                        story.start().atZone(zone),
                        story.end().atZone(zone),
                        story.ended().isPresent(),
                        story.ended().map(e -> e.ending().label(story.counts())).orElse("en cours"),
                        traced.rebuilt(),
                        story.phases(),
                        CallLanes.of(story, storyteller),
                        storyteller.tell(story).stream().map(CallPages::step).toList()),
                logged.of(story.call(), zone));
    }

    /** The call itself, for whoever reads its reference on a story or in a mail. */
    private Response byReference(SearchedCalls asked, Choices choices) {
        Optional<CallId> known = asked.reference().filter(calls::mayCoordinate);
        return known.map(id -> Response.seeOther(
                                UriBuilder.fromPath("/appels/{id}").build(id.value()))
                        .build())
                .orElseGet(() -> Response.ok(page(
                                asked,
                                choices,
                                Faults.of("reference", "Aucun appel n’a la référence « " + asked.reference + " ».")
                                        .getAll()))
                        .build());
    }

    private TemplateInstance page(SearchedCalls asked, Choices choices, List<Faults.Fault> faults) {
        var read = Pager.read(
                asked.page.at(),
                at -> calls.search(asked.at(at).search(visitor, storyteller::zone)),
                CallArchive.Page::total);
        Instant now = clock.instant();
        List<LiveCall> live = calls.inProgress(asked.search(visitor, storyteller::zone)).stream()
                .map(traced -> LiveCall.of(traced.story(), storyteller))
                .toList();
        return Templates.appels(
                Optional.of(new Board(
                        live, read.found().items().stream().map(this::row).toList(), read.pager(), now)),
                asked,
                choices,
                faults);
    }

    private Choices choices() {
        List<Territory> mine = visitor.reachable(directory.territories(), Territory::code, Act.COORDINATE);
        boolean everywhere = visitor.reach(Act.COORDINATE).isEverywhere();
        if (mine.isEmpty() && !everywhere) {
            throw new ForbiddenException();
        }
        return new Choices(mine, everywhere, List.of(Ending.values()));
    }

    private Row row(CallArchive.Summary call) {
        Optional<TerritoryCode> territory = call.territory();
        return new Row(
                call.call().value(),
                call.received().atZone(storyteller.zone(territory)),
                territory.map(storyteller::territory).orElse("—"),
                Stream.concat(
                                call.profile().map(profile -> profile.label()).stream(),
                                call.origin().map(origin -> origin.label()).stream())
                        .findFirst()
                        .orElse("—"),
                call.endingLabel().orElse("en cours"),
                call.ending().filter(Ending.ANSWERED::equals).isPresent(),
                call.ending()
                        .filter(ending -> ending == Ending.NOT_REACHED || ending == Ending.FAILED)
                        .isPresent(),
                call.attempts(),
                call.talk().isZero() ? "—" : FrenchDuration.of(call.talk()));
    }

    private static Step step(Narrator.Line line) {
        return new Step(line.time(), line.text(), line.turn());
    }
}
