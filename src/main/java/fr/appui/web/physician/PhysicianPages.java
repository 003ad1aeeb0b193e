package fr.appui.web.physician;

import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.OutcomesAwaited;
import fr.appui.web.Problem;
import fr.appui.web.signin.Person;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;

/** A physician's own page. */
@Path("/mes-astreintes")
@RolesAllowed(Roles.PHYSICIAN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PhysicianPages {

    private static final Duration LOOK_BACK = Duration.ofDays(60);
    private static final int MOST_CALLS = 2000;

    private final OwnDuties duties;
    private final OutcomesAwaited awaited;
    private final Clock clock;
    private final Directory directory;
    private final Visitor visitor;

    PhysicianPages(OwnDuties duties, OutcomesAwaited awaited, Directory directory, Visitor visitor, Clock clock) {
        this.awaited = awaited;
        this.clock = clock;
        this.duties = duties;
        this.directory = directory;
        this.visitor = visitor;
    }

    /** A call that waits for its outcome. */
    record Waiting(String call, ZonedDateTime received, Duration talk) {}

    @CheckedTemplate(basePath = "medecin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance astreintes(Physician physician, List<OwnDuties.Own> next, List<Waiting> waiting);
    }

    @GET
    public TemplateInstance duties() {
        PhysicianId own = visitor.person()
                .flatMap(Person::physician)
                .orElseThrow(() -> Problem.notFound("Votre compte n'est relié à aucun médecin de l'annuaire."));
        Physician physician = directory
                .physician(own)
                .orElseThrow(() -> Problem.notFound("Votre compte n'est relié à aucun médecin de l'annuaire."));
        return Templates.astreintes(physician, duties.of(physician), waiting(own));
    }

    /** Newest first. */
    private List<Waiting> waiting(PhysicianId own) {
        Instant now = clock.instant();
        return awaited.between(now.minus(LOOK_BACK), now, MOST_CALLS).stream()
                .map(OutcomesAwaited.Awaited::call)
                .filter(call -> call.physician().equals(own))
                .sorted(Comparator.comparing(LoggableCall::received).reversed())
                .map(call -> new Waiting(call.call().value(), call.received().atZone(zone(call)), call.talk()))
                .toList();
    }

    private ZoneId zone(LoggableCall call) {
        return directory.territory(call.territory()).map(Territory::timeZone).orElse(ZoneId.of("Europe/Paris"));
    }
}
