package fr.appui.web.regulator;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Territory;
import fr.appui.web.page.ParisTime;
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
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
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

    /**
     * When what is shown was read: in the territories' own time, or, where they do not share one, in that of Paris.
     *
     * @param mixed whether they do not @param unread since when the rota cannot be read again, with what else is known of it
     */
    record Seen(ZonedDateTime now, boolean mixed, @Nullable Unread unread) {

        /** @param since when it was last read; null when that is not known */
        record Unread(@Nullable ZonedDateTime since) {}

        static Seen of(List<Territory> shown, Instant now, Optional<Instant> unreadSince) {
            List<ZoneId> zones =
                    shown.stream().map(Territory::timeZone).distinct().toList();
            ZoneId zone = zones.size() == 1 ? zones.getFirst() : ParisTime.ZONE;
            return new Seen(
                    now.atZone(zone),
                    zones.size() > 1,
                    unreadSince
                            .map(since -> new Unread(since.isAfter(Instant.EPOCH) ? since.atZone(zone) : null))
                            .orElse(null));
        }
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
                Seen seen);
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
                Seen.of(found, now, desk.unreadSince(now)));
    }
}
