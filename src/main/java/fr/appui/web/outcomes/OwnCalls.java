package fr.appui.web.outcomes;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Directory;
import fr.appui.directory.LocalRules;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.CallBackLedger;
import fr.appui.outreach.OpenCallBack;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.OnDuty;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.Outcomes;
import fr.appui.trace.OutcomesAwaited;
import fr.appui.web.Problem;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls that concern one physician: those they took, and those of callers who wait for them. */
@ApplicationScoped
public class OwnCalls {

    private static final Duration LOOK_BACK = Duration.ofDays(60);
    private static final int MOST_SHOWN = 30;
    private static final int MOST_VALIDATED = 10;

    private final OutcomesAwaited awaited;
    private final Outcomes outcomes;
    private final OutcomeDesk desk;
    private final CallArchive archive;
    private final CallBackLedger callBacks;
    private final CurrentRota rota;
    private final Directory directory;
    private final Visitor visitor;
    private final Clock clock;

    OwnCalls(
            OutcomesAwaited awaited,
            Outcomes outcomes,
            OutcomeDesk desk,
            CallArchive archive,
            CallBackLedger callBacks,
            CurrentRota rota,
            Directory directory,
            Visitor visitor,
            Clock clock) {
        this.awaited = awaited;
        this.outcomes = outcomes;
        this.desk = desk;
        this.archive = archive;
        this.callBacks = callBacks;
        this.rota = rota;
        this.directory = directory;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** A call that waits for its outcome. */
    public record Waiting(String call, ZonedDateTime received, Duration talk, boolean draft) {}

    /** A caller who waits to be called back. @param attempts how often a physician was rung for it */
    public record Caller(String call, ZonedDateTime asked, String who, int attempts) {}

    /** A call they took lately. @param sheet in French, where its sheet stands */
    public record Taken(Waiting call, String sheet, boolean validated) {}

    /** The calls they took lately, whatever their sheet, newest first. */
    public List<Taken> taken(PhysicianId own) {
        return Stream.concat(
                        waiting(own).stream()
                                .map(call -> new Taken(call, call.draft() ? "brouillon" : "fiche à remplir", false)),
                        validated(own).stream().map(call -> new Taken(call, "fiche validée", true)))
                .sorted(Comparator.comparing((Taken taken) -> taken.call().received())
                        .reversed())
                .limit(MOST_VALIDATED)
                .toList();
    }

    /** Newest first. */
    public List<Waiting> waiting(PhysicianId own) {
        return awaited.of(own, clock.instant().minus(LOOK_BACK), MOST_SHOWN).stream()
                .map(call -> new Waiting(
                        call.call().value(),
                        call.received().atZone(zone(call.territory())),
                        call.talk(),
                        outcomes.latest(call.call()).isPresent()))
                .toList();
    }

    /** Validated lately by this physician: what can be read again and corrected. */
    private List<Waiting> validated(PhysicianId own) {
        return outcomes
                .validatedBy(visitor.signedIn().login(), clock.instant().minus(LOOK_BACK), MOST_VALIDATED)
                .stream()
                .filter(call -> call.physician().equals(own))
                .map(call -> new Waiting(
                        call.call().value(), call.received().atZone(zone(call.territory())), call.talk(), false))
                .toList();
    }

    /** Of the territories where this physician is on duty now, first come first. */
    public List<Caller> callers(PhysicianId own) {
        return callBacks.allOpen().stream()
                .flatMap(open -> caller(own, open).stream())
                .limit(MOST_SHOWN)
                .toList();
    }

    private Optional<Caller> caller(PhysicianId own, OpenCallBack open) {
        return archive.find(open.call())
                .map(CallArchive.Traced::story)
                .filter(story -> story.territory()
                        .filter(territory -> isOnDuty(own, territory))
                        .isPresent())
                .map(story -> new Caller(
                        open.call().value(),
                        open.askedAt().atZone(zone(story.territory().orElseThrow())),
                        story.profile().map(profile -> profile.label()).orElse("appelant"),
                        open.attempts()));
    }

    boolean isOnDuty(PhysicianId own, TerritoryCode territory) {
        return rota.current().onDuty(territory, clock.instant()) instanceof OnDuty.Open open
                && open.ladder().stream().anyMatch(rung -> rung.physician().equals(own));
    }

    /** A call this physician took. */
    LoggableCall taken(PhysicianId own, String call) {
        return desk.call(id(call), Act.BE_THE_PHYSICIAN, unknown());
    }

    /** A call this physician took, or one of a line they answer now. */
    CallId toCallBack(PhysicianId own, String call) {
        CallId id = id(call);
        boolean took =
                outcomes.call(id).filter(found -> found.physician().equals(own)).isPresent();
        TerritoryCode territory =
                archive.find(id).flatMap(traced -> traced.story().territory()).orElseThrow(OwnCalls::unknown);
        if (!took && !isOnDuty(own, territory)) {
            visitor.requireSight(
                    Act.BE_THE_PHYSICIAN, new Thing.Call(Optional.of(territory), Optional.empty()), unknown());
        }
        return id;
    }

    ZoneId zone(TerritoryCode territory) {
        return directory.zoneOf(territory);
    }

    LocalRules rules(TerritoryCode territory) {
        return directory.territory(territory).map(Territory::rules).orElse(LocalRules.NONE);
    }

    String nameOf(TerritoryCode territory) {
        return directory.territory(territory).map(Territory::name).orElse(territory.value());
    }

    private static CallId id(String call) {
        return CallId.tryParse(call).orElseThrow(OwnCalls::unknown);
    }

    private static Problem.Refused unknown() {
        return Problem.notFound("Aucun appel de ce nom n’attend de fiche.");
    }
}
