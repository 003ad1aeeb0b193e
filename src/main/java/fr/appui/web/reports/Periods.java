package fr.appui.web.reports;

import fr.appui.indicators.report.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The periods a page offers: this year and the two before, their quarters and months, none that is still to come. */
final class Periods {

    private static final int YEARS_OFFERED = 3;
    private static final int QUARTERS = 4;
    private static final int MONTHS = 12;

    private Periods() {}

    record Choice(String code, String label) {}

    record Year(int number, List<Choice> choices) {}

    static List<Year> upTo(LocalDate today) {
        return years(today)
                .mapToObj(year -> new Year(
                        year,
                        Stream.of(
                                        Stream.of(Period.year(year)),
                                        IntStream.rangeClosed(1, QUARTERS)
                                                .mapToObj(quarter -> Period.quarter(year, quarter)),
                                        months(year))
                                .flatMap(periods -> periods)
                                .filter(period -> !period.first().isAfter(today))
                                .map(period -> new Choice(period.code(), period.words()))
                                .toList()))
                .toList();
    }

    /** As statements of pay go: years and months. */
    static List<Year> yearsAndMonths(LocalDate today) {
        return years(today)
                .mapToObj(year -> new Year(
                        year,
                        Stream.concat(Stream.of(Period.year(year)), months(year))
                                .filter(period -> !period.first().isAfter(today))
                                .map(period -> new Choice(period.code(), period.words()))
                                .toList()))
                .toList();
    }

    static IntStream years(LocalDate today) {
        return IntStream.range(0, YEARS_OFFERED).map(back -> today.getYear() - back);
    }

    private static Stream<Period> months(int year) {
        return IntStream.rangeClosed(1, MONTHS).mapToObj(month -> Period.month(YearMonth.of(year, month)));
    }
}
