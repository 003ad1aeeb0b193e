package fr.appui.calendar.store;

import fr.appui.calendar.PublicHolidays;
import fr.appui.directory.HolidayZone;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether this year's and next year's public holidays are known in every zone. The law has eleven everywhere. */
@Wellness
@ApplicationScoped
class HolidayHealth implements HealthCheck {

    private static final int LEGAL = 11;

    private final Clock clock;

    HolidayHealth(Clock clock) {
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
        List<String> unknown = Stream.of(year, year + 1)
                .flatMap(asked -> Stream.of(HolidayZone.values())
                        .filter(zone -> count(zone, asked) < LEGAL - 1)
                        .map(zone -> zone + " " + asked))
                .toList();
        var answer = HealthCheckResponse.named("jours fériés").up().withData("connus jusqu’en", year + 1);
        if (!unknown.isEmpty()) {
            answer.withData("attention", "trop peu de jours fériés connus : " + String.join(", ", unknown));
        }
        return answer.build();
    }

    /** Ascension may fall on 1 or 8 May: then there is one date less. */
    private static int count(HolidayZone zone, int year) {
        try {
            return year > PublicHolidays.LAST_YEAR
                    ? 0
                    : PublicHolidays.of(zone, year).size();
        } catch (DateTimeException beyondOneOfItsCalendars) {
            return 0;
        }
    }
}
