package fr.appui.web.home;

import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.outreach.CallBackLedger;
import fr.appui.outreach.OpenCallBack;
import fr.appui.trace.CallArchive;
import fr.appui.trace.Ending;
import fr.appui.trace.OutcomesAwaited;
import fr.appui.web.home.Matter.Urgency;
import fr.appui.web.page.FrenchText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What calls leave to do: callers who wait, calls that reached nobody, calls without an outcome. */
@ApplicationScoped
class CallMatters {

    private static final Duration MISSED_BACK = Duration.ofDays(7);
    private static final Duration OUTCOMES_BACK = Duration.ofDays(60);

    private final CallArchive calls;
    private final OutcomesAwaited awaited;
    private final CallBackLedger callBacks;

    CallMatters(CallArchive calls, OutcomesAwaited awaited, CallBackLedger callBacks) {
        this.calls = calls;
        this.awaited = awaited;
        this.callBacks = callBacks;
    }

    /** For whoever follows the territory. */
    List<Matter> missed(Territory territory, Instant now) {
        long missed = count(territory, Ending.NOT_REACHED, now) + count(territory, Ending.PUT_THROUGH_TO_FALLBACK, now);
        return missed == 0
                ? List.of()
                : List.of(new Matter(
                        Urgency.SOON,
                        missed == 1
                                ? "Un appel n'a joint aucun médecin en 7 jours."
                                : missed + " appels n'ont joint aucun médecin en 7 jours.",
                        "Voir les appels",
                        "/appels?territoire=" + territory.code() + "&fin=" + Ending.NOT_REACHED));
    }

    /** For the coordination alone. */
    List<Matter> toFinish(Territory territory, Instant now) {
        var matters = new ArrayList<Matter>();
        callBacks.allOpen().stream()
                .filter(open -> isOf(territory, open))
                .map(open -> new Matter(
                        Urgency.NOW,
                        "Un appelant attend d'être rappelé depuis le "
                                + FrenchText.moment(open.askedAt().atZone(territory.timeZone())) + ".",
                        "Voir l’appel",
                        "/appels/" + open.call().value()))
                .forEach(matters::add);
        long waiting = awaited.missing(territory.code(), now.minus(OUTCOMES_BACK), now);
        if (waiting > 0) {
            matters.add(new Matter(
                    Urgency.SOON,
                    waiting == 1
                            ? "Un appel n'a pas encore sa fiche."
                            : waiting + " appels n'ont pas encore leur fiche.",
                    "Voir les appels",
                    "/appels?territoire=" + territory.code() + "&fin=" + Ending.ANSWERED));
        }
        return matters;
    }

    long answered(Territory territory, Instant now) {
        return count(territory, Ending.ANSWERED, now);
    }

    private boolean isOf(Territory territory, OpenCallBack open) {
        return calls.find(open.call())
                .flatMap(traced -> traced.story().territory())
                .filter(territory.code()::equals)
                .isPresent();
    }

    private long count(Territory territory, Ending ending, Instant now) {
        return calls.search(new CallArchive.Search(
                        Optional.of(now.minus(MISSED_BACK)),
                        Optional.empty(),
                        Reach.of(territory.code()),
                        Optional.of(ending),
                        0,
                        1))
                .total();
    }
}
