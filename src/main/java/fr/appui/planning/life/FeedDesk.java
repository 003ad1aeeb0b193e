package fr.appui.planning.life;

import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.feed.CalendarFile;
import fr.appui.planning.life.FeedTokens.Owner;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Calendars that telephones subscribe to, each behind its own secret. */
@ApplicationScoped
@Transactional
public class FeedDesk {

    private static final int MONTHS_BACK = 3;
    private static final int MONTHS_AHEAD = 12;

    private final FeedTokens tokens;
    private final ToldDuties told;
    private final DutyEntries entries;
    private final Directory directory;
    private final PlanningActs acts;
    private final Clock clock;

    FeedDesk(
            FeedTokens tokens,
            ToldDuties told,
            DutyEntries entries,
            Directory directory,
            PlanningActs acts,
            Clock clock) {
        this.tokens = tokens;
        this.told = told;
        this.entries = entries;
        this.directory = directory;
        this.acts = acts;
        this.clock = clock;
    }

    /** Empty for a wrong or revoked secret. */
    public Optional<String> ofPhysician(PhysicianId physician, String secret) {
        return Optional.of(physician)
                .filter(id -> tokens.opens(secret, new Owner.OfPhysician(id)))
                .map(id -> CalendarFile.of(
                        "Mes astreintes", entries.forPhysician(told.of(id, today().minusMonths(MONTHS_BACK)))));
    }

    /** Empty for a wrong or revoked secret. */
    public Optional<String> ofTerritory(TerritoryCode territory, String secret) {
        LocalDate from = today().minusMonths(MONTHS_BACK);
        return Optional.of(territory)
                .filter(code -> tokens.opens(secret, new Owner.OfTerritory(code)))
                .map(code -> CalendarFile.of(
                        "Astreintes – " + entries.territoryName(code),
                        entries.forTerritory(told.of(code, from, today().plusMonths(MONTHS_AHEAD)))));
    }

    /** When the secret in use was issued. */
    public Optional<Instant> issuedAt(Owner owner) {
        return tokens.issuedAt(owner);
    }

    /** @return the secret, to be shown this once */
    public String issue(Owner owner, Act act) {
        String secret = tokens.issue(owner, act);
        territories(owner).forEach(code -> acts.record(act(code, PlanningAct.Kind.FEED_ISSUED, owner, act)));
        return secret;
    }

    /** @return whether there was one */
    public boolean revoke(Owner owner, Act act) {
        boolean revoked = tokens.revoke(owner, act.at());
        if (revoked) {
            territories(owner).forEach(code -> acts.record(act(code, PlanningAct.Kind.FEED_REVOKED, owner, act)));
        }
        return revoked;
    }

    private PlanningAct act(TerritoryCode code, PlanningAct.Kind kind, Owner owner, Act act) {
        String whose = switch (owner) {
            case Owner.OfPhysician physician -> entries.physicianName(physician.id());
            case Owner.OfTerritory territory -> entries.territoryName(territory.code());
        };
        return new PlanningAct(code, kind, code.value(), "Agenda de " + whose + ".", act);
    }

    private List<TerritoryCode> territories(Owner owner) {
        return switch (owner) {
            case Owner.OfTerritory territory -> List.of(territory.code());
            case Owner.OfPhysician physician ->
                directory
                        .physician(physician.id())
                        .map(found -> List.copyOf(found.career().territories()))
                        .orElse(List.of());
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
