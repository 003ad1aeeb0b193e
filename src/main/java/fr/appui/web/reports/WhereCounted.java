package fr.appui.web.reports;

import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.indicators.report.Period;
import fr.appui.indicators.report.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** The address of the list of what a figure counted. */
sealed interface WhereCounted {

    /** @param column of the row's cell @return empty where nothing is listed */
    String link(Table table, Row row, int column);

    /** A frozen document: what would be counted today may differ from what it says. */
    record Nowhere() implements WhereCounted {
        @Override
        public String link(Table table, Row row, int column) {
            return "";
        }
    }

    record Live(String code, Period period) implements WhereCounted {

        private static final String TERRITORY = "territory";

        @Override
        public String link(Table table, Row row, int column) {
            String bucket = row.bucket().orElse("");
            int colon = bucket.indexOf(':');
            String indicator = colon < 0 ? table.indicator().orElse("") : bucket.substring(0, colon);
            String rest = bucket.substring(colon + 1);
            if (bucket.isEmpty() || indicator.isEmpty()) {
                return "";
            }
            if (indicator.equals(TERRITORY)) {
                return column == 0 ? "/indicateurs?territoire=" + encoded(rest) + "&periode=" + period.code() : "";
            }
            List<String> each = List.of(rest.split("\\|", -1));
            if (each.size() > 1) {
                return column > 0 && column <= each.size() ? address(indicator, each.get(column - 1)) : "";
            }
            return column == firstFigure(row) ? address(indicator, rest) : "";
        }

        private static int firstFigure(Row row) {
            return IntStream.range(1, row.cells().size())
                    .filter(column -> !(row.cells().get(column) instanceof Value.Words)
                            && !(row.cells().get(column) instanceof Value.Missing))
                    .findFirst()
                    .orElse(-1);
        }

        private String address(String indicator, String bucket) {
            return "/indicateurs/" + code + "/" + indicator + "?" + query(period, bucket);
        }

        static String query(Period period, String bucket) {
            return "periode=" + period.code() + "&ligne=" + encoded(bucket);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
