package fr.appui.indicators.report;

import fr.appui.directory.Territory;
import fr.appui.indicators.Breakdown;
import fr.appui.indicators.CountedCalls;
import fr.appui.indicators.DutyBreakdown;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** « Lesquels »: the calls or duties behind a figure, found by the definition that counted them. */
@ApplicationScoped
public class WhichOnes {

    private final Years years;
    private final CountedCalls calls;

    WhichOnes(Years years, CountedCalls calls) {
        this.years = years;
        this.calls = calls;
    }

    /** @param page first is 0 */
    public record Asked(String bucket, int page, int size) {}

    /** @param total equals the figure */
    public record Found(List<String> ids, long total) {
        public Found {
            ids = List.copyOf(ids);
        }
    }

    public Found calls(TerritoryYear year, Breakdown breakdown, Asked asked) {
        Territory territory = year.territory();
        Collector found = new Collector(asked);
        calls.read(
                List.of(territory.code()),
                Years.startOf(year.year(), territory.timeZone()),
                Years.startOf(year.year() + 1, territory.timeZone()),
                call -> {
                    if (breakdown.counts(call, year.lens(), asked.bucket())) {
                        found.add(call.facts().call().value());
                    }
                });
        return found.found();
    }

    public Found duties(TerritoryYear year, DutyBreakdown breakdown, Asked asked) {
        Collector found = new Collector(asked);
        years.duties(year.territory().code(), year.year(), year.coversUntil()).stream()
                .filter(duty -> breakdown.counts(duty, year.volunteers(), asked.bucket()))
                .forEach(duty -> found.add(duty.id()));
        return found.found();
    }

    private static final class Collector {

        private final Asked asked;
        private final List<String> ids = new ArrayList<>();
        private long total;

        private Collector(Asked asked) {
            this.asked = asked;
        }

        void add(String id) {
            if (total >= (long) asked.page() * asked.size() && ids.size() < asked.size()) {
                ids.add(id);
            }
            total++;
        }

        Found found() {
            return new Found(ids, total);
        }
    }
}
