package fr.appui.web.home;

import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.CallBackLedger;
import fr.appui.outreach.OpenCallBack;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallArchive.Logged;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.web.home.Matter.Urgency;
import fr.appui.web.page.FrenchText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** What is counted, from the first instant of a local date on. */
    private enum Counted {
        UNREACHED(MISSED_BACK, Ending.NOT_REACHED),
        PASSED_ON(MISSED_BACK, Ending.PUT_THROUGH_TO_FALLBACK),
        ANSWERED(MISSED_BACK, Ending.ANSWERED),
        AWAITED(OUTCOMES_BACK, Logged.AWAITED);

        private final Period back;
        private final Optional<Ending> ending;
        private final Optional<Logged> logged;

        Counted(Period back, Ending ending) {
            this(back, Optional.of(ending), Optional.empty());
        }

        Counted(Period back, Logged logged) {
            this(back, Optional.empty(), Optional.of(logged));
        }

        Counted(Period back, Optional<Ending> ending, Optional<Logged> logged) {
            this.back = back;
            this.ending = ending;
            this.logged = logged;
        }

        LocalDate from(Instant now, ZoneId zone) {
            return LocalDate.ofInstant(now, zone).minus(back);
        }

        CallArchive.Search search(Instant now, ZoneId zone, Reach within) {
            Instant from = from(now, zone).atStartOfDay(zone).toInstant();
            return new CallArchive.Search(Optional.of(from), Optional.empty(), within, ending, logged, 0, 1);
        }

        /** Lists what {@link #search} counts. */
        String address(Territory territory, Instant now) {
            return "/appels?territoire=" + territory.code() + "&du=" + from(now, territory.timeZone())
                    + ending.map(one -> "&fin=" + one).orElse("")
                    + logged.map(one -> "&fiche=" + one).orElse("");
        }
    }

    /** In a few questions a time zone, however many territories there are. */
    Read read(List<Territory> followed, List<Territory> coordinated, Instant now) {
        Map<Counted, Map<TerritoryCode, Long>> counts = new EnumMap<>(Counted.class);
        byZone(followed)
                .forEach((zone, within) -> Stream.of(Counted.UNREACHED, Counted.PASSED_ON, Counted.ANSWERED)
                        .forEach(counted -> count(counts, counted, zone, within, now)));
        byZone(coordinated).forEach((zone, within) -> count(counts, Counted.AWAITED, zone, within, now));
        List<OpenCallBack> open = coordinated.isEmpty() ? List.of() : callBacks.allOpen();
        return new Read(
                now,
                counts,
                open,
                calls.find(open.stream().map(OpenCallBack::call).toList()));
    }

    private void count(
            Map<Counted, Map<TerritoryCode, Long>> counts, Counted counted, ZoneId zone, Reach within, Instant now) {
        counts.computeIfAbsent(counted, one -> new HashMap<>()).putAll(calls.counts(counted.search(now, zone, within)));
    }

    private static Map<ZoneId, Reach> byZone(List<Territory> territories) {
        return territories.stream()
                .collect(Collectors.groupingBy(
                        Territory::timeZone,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Territory::code, Collectors.toSet()), Reach::of)));
    }

    /** What was read of several territories: the rest only looks it up. */
    record Read(
            Instant now,
            Map<Counted, Map<TerritoryCode, Long>> counts,
            List<OpenCallBack> open,
            Map<CallId, CallArchive.Traced> traced) {

        /** For whoever follows the territory. */
        List<Matter> missed(Territory territory) {
            return Stream.of(
                            matter(
                                    territory,
                                    Counted.UNREACHED,
                                    "Un appel n’a joint aucun médecin en 7 jours.",
                                    " appels n’ont joint aucun médecin en 7 jours."),
                            matter(
                                    territory,
                                    Counted.PASSED_ON,
                                    "Un appel est passé à la ligne de secours en 7 jours.",
                                    " appels sont passés à la ligne de secours en 7 jours."))
                    .flatMap(Optional::stream)
                    .toList();
        }

        /** For the coordination alone. */
        List<Matter> toFinish(Territory territory) {
            var matters = new ArrayList<Matter>();
            open.stream()
                    .filter(waiting -> isOf(territory, waiting))
                    .map(waiting -> new Matter(
                            Urgency.NOW,
                            "Un appelant attend d’être rappelé depuis le "
                                    + FrenchText.moment(waiting.askedAt().atZone(territory.timeZone())) + ".",
                            "Voir l’appel",
                            "/appels/" + waiting.call().value()))
                    .forEach(matters::add);
            matter(
                            territory,
                            Counted.AWAITED,
                            "Un appel n’a pas encore sa fiche.",
                            " appels n’ont pas encore leur fiche.")
                    .ifPresent(matters::add);
            return matters;
        }

        long answered(Territory territory) {
            return count(territory, Counted.ANSWERED);
        }

        private Optional<Matter> matter(Territory territory, Counted counted, String one, String many) {
            long total = count(territory, counted);
            return total == 0
                    ? Optional.empty()
                    : Optional.of(new Matter(
                            Urgency.PAST,
                            total == 1 ? one : total + many,
                            "Voir les appels",
                            counted.address(territory, now)));
        }

        private long count(Territory territory, Counted counted) {
            return counts.getOrDefault(counted, Map.of()).getOrDefault(territory.code(), 0L);
        }

        private boolean isOf(Territory territory, OpenCallBack waiting) {
            return Optional.ofNullable(traced.get(waiting.call()))
                    .flatMap(known -> known.story().territory())
                    .filter(territory.code()::equals)
                    .isPresent();
        }
    }
}
