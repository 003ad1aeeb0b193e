package fr.appui.web.calls;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.Attempt;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.trace.CallStory;
import fr.appui.trace.Ending;
import fr.appui.trace.FrenchDuration;
import fr.appui.trace.Narrator;
import fr.appui.trace.Phases;
import fr.appui.web.Problem;
import fr.appui.web.page.Pager;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The calls of a territory as they happen, and one call as a story. */
@Path("/appels")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CallPages {

    private final CallArchive archive;
    private final Storyteller storyteller;
    private final Directory directory;
    private final Visitor visitor;

    CallPages(CallArchive archive, Storyteller storyteller, Directory directory, Visitor visitor) {
        this.archive = archive;
        this.storyteller = storyteller;
        this.directory = directory;
        this.visitor = visitor;
    }

    /** What the search form shows again. */
    record Asked(String territory, String from, String to, String ending) {}

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

    record Story(
            String id,
            String territory,
            ZonedDateTime received,
            String ending,
            boolean rebuilt,
            Phases phases,
            List<Step> steps,
            List<Attempt> attempts) {}

    /** @param turn whether two people began to hear each other here, or nobody could be reached */
    record Step(String time, String text, boolean turn) {}

    @CheckedTemplate(basePath = "appels")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance appels(List<Row> rows, Pager pager, Asked asked, Choices choices);

        static native TemplateInstance appel(Story story);
    }

    @GET
    public TemplateInstance list(
            @RestQuery @DefaultValue("") String territoire,
            @RestQuery @DefaultValue("") String du,
            @RestQuery @DefaultValue("") String au,
            @RestQuery @DefaultValue("") String fin,
            @RestQuery @DefaultValue("0") int page) {
        var choices = choices();
        String territory = territoire.isBlank() && !choices.everywhere()
                ? choices.territories().getFirst().code().value()
                : territoire;
        var asked = new Asked(territory, du, au, fin);
        CallArchive.Page found = search(asked, Math.max(page, 0));
        Pager pager = Pager.of(page, found.total());
        return Templates.appels(found.items().stream().map(this::row).toList(), pager, asked, choices);
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@RestPath String id) {
        CallArchive.Traced traced =
                archive.find(new CallId(id)).orElseThrow(() -> Problem.notFound("Cet appel n'existe pas."));
        CallStory story = traced.story();
        visitor.requireReach(story.territory(), Roles.COORDINATOR);
        return Templates.appel(new Story(
                id,
                story.territory().map(storyteller::territory).orElse("Ligne inconnue"),
                story.start().atZone(storyteller.zone(story.territory())),
                story.ended().map(e -> e.ending().label()).orElse("en cours"),
                traced.rebuilt(),
                story.phases(),
                storyteller.tell(story).stream().map(CallPages::step).toList(),
                story.attempts()));
    }

    private CallArchive.Page search(Asked asked, int page) {
        return archive.search(new AskedCalls(
                        given(asked.from()),
                        given(asked.to()),
                        given(asked.territory()),
                        given(asked.ending()),
                        Optional.of(Integer.toString(page)),
                        Optional.of(Integer.toString(Pager.SIZE)))
                .search(storyteller::zone));
    }

    private Choices choices() {
        List<Territory> mine = visitor.reachable(directory.territories(), Territory::code, Roles.COORDINATOR);
        boolean everywhere =
                visitor.signedIn().limits(fr.appui.web.signin.Role.COORDINATOR).isEmpty();
        if (mine.isEmpty() && !everywhere) {
            throw new io.quarkus.security.ForbiddenException();
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
                call.ending().map(Ending::label).orElse("en cours"),
                call.ending().filter(Ending.ANSWERED::equals).isPresent(),
                call.ending()
                        .filter(ending -> ending == Ending.NOT_REACHED || ending == Ending.FAILED)
                        .isPresent(),
                call.attempts(),
                call.talk().isZero() ? "—" : FrenchDuration.of(call.talk()));
    }

    private static Step step(Narrator.Line line) {
        boolean turn = line.text().startsWith("En relation") || line.text().startsWith("Aucun médecin");
        return new Step(line.time(), line.text(), turn);
    }

    private static Optional<String> given(String field) {
        return Optional.of(field.strip()).filter(value -> !value.isEmpty());
    }
}
