package fr.appui.web.regulator;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Territory;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The page a regulator leaves open on a screen: one territory across the room, or all of them at a glance. */
@Path("/regulation")
@RolesAllowed({Roles.REGULATOR, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OnDutyPage {

    private final TerritoryFinder finder;
    private final OnDutyDesk desk;
    private final Visitor visitor;
    private final Clock clock;

    OnDutyPage(TerritoryFinder finder, OnDutyDesk desk, Visitor visitor, Clock clock) {
        this.finder = finder;
        this.desk = desk;
        this.visitor = visitor;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "regulation")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance quiRepond(
                String asked,
                List<RegulatorAnswer> answers,
                String communes,
                String department,
                boolean one,
                Instant now,
                @Nullable Instant readLast);
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("") String q) {
        Instant now = clock.instant();
        TerritoryFinder.Found meant = finder.find(q);
        List<Territory> found = meant.territories().stream()
                .filter(territory -> visitor.may(Act.ASK_WHO_ANSWERS, new Thing.Place(territory.code())))
                .toList();
        List<RegulatorAnswer> answers =
                found.stream().map(territory -> desk.answer(territory, now)).toList();
        String communes = String.join(
                ", ", meant.communes().stream().map(Communes.Commune::located).toList());
        return Templates.quiRepond(
                q,
                answers,
                communes,
                meant.department(),
                answers.size() == 1,
                now,
                desk.unreadSince(now).orElse(null));
    }
}
