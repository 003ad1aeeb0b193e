package fr.appui.rota.store;

import fr.appui.french.FrenchDate;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.LadderPeriod;
import fr.appui.rota.RotaFacts;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether somebody with a number to ring is on duty at each hour of the coming day, on each line: from the snapshot that calls are
 * decided from, so that what it says is what callers meet.
 */
@Wellness
@ApplicationScoped
class TonightHealth implements HealthCheck {

    private static final int DAYS = 1;

    private final CurrentRota rota;
    private final Clock clock;

    TonightHealth(CurrentRota rota, Clock clock) {
        this.rota = rota;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        IndexedRota now = rota.current();
        var answer = HealthCheckResponse.named("astreinte")
                .up()
                .withData("lignes", now.lines().size());
        if (now.lines().isEmpty()) {
            answer.withData(
                    "attention", "aucune ligne n’a de numéro : saisir celui de chaque territoire (Annuaire, Lignes)");
        }
        Instant at = clock.instant();
        for (RotaFacts.TerritoryFacts territory : now.facts().territories()) {
            territory.line().stream()
                    .flatMap(line -> now.windowsFrom(line, at, DAYS).stream())
                    .filter(period -> period.onDuty().ladder().isEmpty())
                    .findFirst()
                    .ifPresent(hole -> answer.withData(
                            "attention." + territory.code(),
                            hole(hole, territory.clockwork().zone())));
        }
        return answer.build();
    }

    private static String hole(LadderPeriod hole, ZoneId zone) {
        return "personne n’est joignable " + FrenchDate.andTime(hole.start().atZone(zone))
                + " : nommer un médecin au planning, ou donner" + " un numéro à celui qui y est";
    }
}
