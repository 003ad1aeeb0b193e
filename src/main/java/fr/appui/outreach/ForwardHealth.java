package fr.appui.outreach;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDate;
import fr.appui.french.WrittenValue;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.LadderPeriod;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Where the operator sends callers who cannot reach the line, as the site told it, held against tonight's ladder: a physician's own number
 * is right on the nights that are theirs and on no other. Asks no database.
 */
@Wellness
@ApplicationScoped
class ForwardHealth implements HealthCheck {

    private static final int DAYS = 1;

    private final Map<String, String> told;
    private final CurrentRota rota;
    private final Clock clock;

    ForwardHealth(OutreachSettings settings, CurrentRota rota, Clock clock) {
        this.told = settings.forward().numbers();
        this.rota = rota;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("renvoi de l’opérateur").up();
        IndexedRota now = rota.current();
        told.forEach((code, number) -> {
            Verdict verdict = verdict(code, number, now);
            answer.withData((verdict.good() ? "" : "attention.") + code, verdict.text());
        });
        if (told.isEmpty()) {
            answer.withData("cible", "non indiquée (appui.outreach.forward.numbers)");
        }
        return answer.build();
    }

    private record Verdict(boolean good, String text) {

        private static Verdict bad(String text) {
            return new Verdict(false, text);
        }
    }

    private Verdict verdict(String code, String written, IndexedRota now) {
        Optional<PhoneNumber> read = PhoneNumber.tryParse(written);
        if (read.isEmpty()) {
            return Verdict.bad("appui.outreach.forward.numbers : "
                    + WrittenValue.refused(written, "n’est pas un numéro", "écrire par exemple 03 44 00 00 00"));
        }
        PhoneNumber number = read.get();
        if (now.line(number).isPresent()) {
            return Verdict.bad("le renvoi mène à une ligne d’Appui : il reviendrait au commutateur qui ne répond pas");
        }
        if (!isOnePhysicians(number, now)) {
            return new Verdict(true, "un numéro qui n’est celui d’aucun médecin en particulier");
        }
        Predicate<LadderPeriod> isRung = period -> period.onDuty().ladder().stream()
                .anyMatch(rung -> rung.numbers().contains(number));
        List<LadderPeriod> coming = tonight(code, now);
        if (coming.isEmpty()) {
            return Verdict.bad(
                    "le renvoi mène à un médecin, et aucune astreinte n’est connue pour ce territoire dans les"
                            + " 24 heures : vérifier le code du territoire et son planning");
        }
        return coming.stream()
                .filter(isRung.negate())
                .findFirst()
                .map(period -> Verdict.bad("le renvoi mène à un médecin qui n’est pas d’astreinte "
                        + FrenchDate.andTime(period.start().atZone(zone(code, now)))
                        + " : le faire changer par l’opérateur, ou le diriger vers un rôle (standard, cadre de garde)"))
                .orElseGet(() -> new Verdict(true, "un médecin qui est d’astreinte jusqu’à demain"));
    }

    /** A switchboard that several of them gave is nobody's in particular. */
    private static boolean isOnePhysicians(PhoneNumber number, IndexedRota now) {
        return now.facts().physicians().stream()
                        .filter(physician -> physician.numbers().stream()
                                .anyMatch(contact -> contact.number().equals(number)))
                        .count()
                == 1;
    }

    private List<LadderPeriod> tonight(String code, IndexedRota now) {
        return now.facts()
                .territory(new TerritoryCode(code))
                .flatMap(territory -> territory.line())
                .map(line -> now.windowsFrom(line, clock.instant(), DAYS))
                .orElse(List.of());
    }

    private static ZoneId zone(String code, IndexedRota now) {
        return now.facts()
                .territory(new TerritoryCode(code))
                .map(territory -> territory.clockwork().zone())
                .orElseThrow();
    }
}
