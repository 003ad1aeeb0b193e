package fr.appui.outreach;

import fr.appui.directory.PhoneNumber;
import fr.appui.outreach.TrialLedger.State;
import fr.appui.outreach.TrialLedger.Trial;
import fr.appui.rota.OnDuty;
import fr.appui.rota.RotaSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When the service tries a line by itself, and whether what came of it is for somebody to look into. Pure. */
final class TrialPlan {

    private TrialPlan() {}

    /** @param interval between two that succeed; @param again after one that failed */
    record Limits(Duration interval, Duration again) {}

    /** Outside the hours alone: the trunk's channels are the callers' in them. @param latest of the line, latest first */
    static boolean isDue(List<Trial> latest, OnDuty duty, Instant now, Limits limits) {
        if (!(duty instanceof OnDuty.Closed) || latest.stream().anyMatch(trial -> trial.state() == State.RINGING)) {
            return false;
        }
        return latest.stream()
                .filter(Trial::scheduled)
                .findFirst()
                .map(last -> last.begunAt().plus(last.state() == State.FAILED ? limits.again() : limits.interval()))
                .map(next -> !now.isBefore(next))
                .orElse(true);
    }

    /** Why this number, as the settings have it, is no test number: it is a line's, whose callers are answered as that line's. */
    static Optional<String> misplaced(PhoneNumber number, RotaSnapshot rota) {
        return rota.line(number)
                .map(line -> "appui.outreach.trial.number est la ligne de "
                        + line.territory().value()
                        + " : donner un numéro qui n’est celui d’aucune ligne, ici et dans APPUI_TEST_NUMBER de chaque"
                        + " commutateur");
    }

    /** Why the last that the service made failed, as long as none has succeeded since. One that a person lets ring tells nothing. */
    static Optional<String> failure(List<Trial> latest) {
        return latest.stream()
                .filter(trial -> trial.state() == State.CONFIRMED || trial.scheduled() && trial.state() == State.FAILED)
                .findFirst()
                .flatMap(Trial::trouble);
    }
}
