package fr.appui.web.home;

import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.outreach.CallBackLedger;
import fr.appui.outreach.OpenCallBack;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallArchive.Logged;
import fr.appui.trace.Ending;
import fr.appui.web.home.Matter.Urgency;
import fr.appui.web.page.FrenchText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What calls leave to do: callers who wait, calls that reached nobody, calls without an outcome. */
@ApplicationScoped
class CallMatters {

    private static final Period MISSED_BACK = Period.ofDays(7);
    private static final Period OUTCOMES_BACK = Period.ofDays(60);

    private final CallArchive calls;
    private final CallBackLedger callBacks;

    CallMatters(CallArchive calls, CallBackLedger callBacks) {
        this.calls = calls;
        this.callBacks = callBacks;
    }

    /** What a link counts and what it opens: one query, from the first instant of a local date on. */
    private record Listed(long total, String address) {}

    /** For whoever follows the territory. */
    List<Matter> missed(Territory territory, Instant now) {
        Listed unreached = ended(territory, Ending.NOT_REACHED, now);
        Listed passedOn = ended(territory, Ending.PUT_THROUGH_TO_FALLBACK, now);
        return Stream.of(
                        matter(
                                unreached,
                                "Un appel n’a joint aucun médecin en 7 jours.",
                                " appels n’ont joint aucun médecin en 7 jours."),
                        matter(
                                passedOn,
                                "Un appel est passé à la ligne de secours en 7 jours.",
                                " appels sont passés à la ligne de secours en 7 jours."))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Matter> matter(Listed listed, String one, String many) {
        return listed.total() == 0
                ? Optional.empty()
                : Optional.of(new Matter(
                        Urgency.PAST,
                        listed.total() == 1 ? one : listed.total() + many,
                        "Voir les appels",
                        listed.address()));
    }

    /** For the coordination alone. */
    List<Matter> toFinish(Territory territory, Instant now) {
        var matters = new ArrayList<Matter>();
        callBacks.allOpen().stream()
                .filter(open -> isOf(territory, open))
                .map(open -> new Matter(
                        Urgency.NOW,
                        "Un appelant attend d’être rappelé depuis le "
                                + FrenchText.moment(open.askedAt().atZone(territory.timeZone())) + ".",
                        "Voir l’appel",
                        "/appels/" + open.call().value()))
                .forEach(matters::add);
        matter(
                        listed(territory, Optional.empty(), Optional.of(Logged.AWAITED), OUTCOMES_BACK, now),
                        "Un appel n’a pas encore sa fiche.",
                        " appels n’ont pas encore leur fiche.")
                .ifPresent(matters::add);
        return matters;
    }

    long answered(Territory territory, Instant now) {
        return ended(territory, Ending.ANSWERED, now).total();
    }

    private boolean isOf(Territory territory, OpenCallBack open) {
        return calls.find(open.call())
                .flatMap(traced -> traced.story().territory())
                .filter(territory.code()::equals)
                .isPresent();
    }

    private Listed ended(Territory territory, Ending ending, Instant now) {
        return listed(territory, Optional.of(ending), Optional.empty(), MISSED_BACK, now);
    }

    private Listed listed(
            Territory territory, Optional<Ending> ending, Optional<Logged> logged, Period back, Instant now) {
        LocalDate from = LocalDate.ofInstant(now, territory.timeZone()).minus(back);
        long total = calls.search(new CallArchive.Search(
                        Optional.of(from.atStartOfDay(territory.timeZone()).toInstant()),
                        Optional.empty(),
                        Reach.of(territory.code()),
                        ending,
                        logged,
                        0,
                        1))
                .total();
        return new Listed(
                total,
                "/appels?territoire=" + territory.code() + "&du=" + from
                        + ending.map(one -> "&fin=" + one).orElse("")
                        + logged.map(one -> "&fiche=" + one).orElse(""));
    }
}
