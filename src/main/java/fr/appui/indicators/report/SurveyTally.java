package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.calls;
import static fr.appui.indicators.report.Value.share;
import static fr.appui.indicators.report.Value.words;

import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.indicators.report.Survey.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What callers said of the advice, over how many links were made for them: not every one was passed on. */
public record SurveyTally(long asked, Map<Reply, Long> useful, Map<Reply, Long> inTime) {

    public static final SurveyTally NONE = new SurveyTally(0, Map.of(), Map.of());

    static final String TITLE = "Enquête auprès des appelants";
    public static final String USEFUL = "L’avis a été utile à la prise en charge";
    public static final String IN_TIME = "Le médecin a été joint dans un délai qui convenait";

    public SurveyTally {
        useful = Map.copyOf(useful);
        inTime = Map.copyOf(inTime);
    }

    /** Both questions are answered together, or not at all. */
    public long answered() {
        return useful.values().stream().mapToLong(Long::longValue).sum();
    }

    SurveyTally plus(SurveyTally other) {
        return new SurveyTally(asked + other.asked, sum(useful, other.useful), sum(inTime, other.inTime));
    }

    private static Map<Reply, Long> sum(Map<Reply, Long> one, Map<Reply, Long> other) {
        Map<Reply, Long> sum = new EnumMap<>(Reply.class);
        one.forEach((reply, count) -> sum.merge(reply, count, Long::sum));
        other.forEach((reply, count) -> sum.merge(reply, count, Long::sum));
        return sum;
    }

    /** Empty where nobody was asked: that is no zero. */
    Optional<Block> table() {
        if (asked == 0) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>(List.of(
                Row.of(words("Liens d’enquête établis"), calls(asked), share(asked, asked)),
                Row.of(words("Réponses"), calls(answered()), share(answered(), asked))));
        rows.addAll(rows(USEFUL, useful));
        rows.addAll(rows(IN_TIME, inTime));
        return Optional.of(new Table(
                TITLE,
                Optional.empty(),
                List.of("", "Nombre", "Part (des liens, puis des réponses)"),
                rows,
                Optional.empty()));
    }

    private List<Row> rows(String question, Map<Reply, Long> replies) {
        return Arrays.stream(Reply.values())
                .map(reply -> Row.of(
                        words(question + " : " + reply.label().toLowerCase(java.util.Locale.FRENCH)),
                        calls(replies.getOrDefault(reply, 0L)),
                        share(replies.getOrDefault(reply, 0L), answered())))
                .toList();
    }
}
