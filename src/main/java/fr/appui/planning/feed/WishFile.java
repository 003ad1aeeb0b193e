package fr.appui.planning.feed;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.DateRange;
import fr.appui.planning.Preference;
import fr.appui.planning.Preference.Liking;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Willingness;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Wishes as a coordinator collects them in a table: {@code médecin; souhait; du; au; jour; valeur}. Which of the last four
 * are needed follows from the wish; {@code au} alone may be left empty for a single date.
 */
public final class WishFile {

    private static final int LONGEST_RANGE_DAYS = 800;
    private static final int MOST_DAYS = 92;

    private static final Map<String, Kind> KINDS = Map.of(
            "indisponible", Kind.AWAY,
            "prefere", Kind.PREFERS,
            "evite", Kind.AVOIDS,
            "astreinte-had-usp", Kind.OTHER_ASTREINTE,
            "volontariat", Kind.OFFERS,
            "maximum", Kind.AT_MOST);
    private static final Map<String, Willingness> OFFERS = Map.of(
            "semaines-entieres", Willingness.WHOLE_WEEKS,
            "parties-de-semaine", Willingness.PARTS_OF_WEEKS,
            "week-ends", Willingness.WEEK_ENDS_ONLY);

    private enum Kind {
        AWAY,
        PREFERS,
        AVOIDS,
        OTHER_ASTREINTE,
        OFFERS,
        AT_MOST
    }

    /** @param number of the line in the file */
    public record Line(int number, PhysicianId physician, Wish wish) {}

    private WishFile() {}

    public static Imported<Line> read(byte[] content, Volunteers volunteers) {
        return LineReader.read(
                content,
                List.of("medecin", "souhait"),
                cells -> new Line(cells.number(), cells.physician("medecin", volunteers), wish(cells)));
    }

    private static Wish wish(Cells cells) {
        return switch (cells.word("souhait", KINDS)) {
            case AWAY -> new Wish.Away(unavailability(cells));
            case PREFERS -> new Wish.Likes(new Preference(dates(cells), Liking.PREFER, weight(cells)));
            case AVOIDS -> new Wish.Likes(new Preference(dates(cells), Liking.AVOID, weight(cells)));
            case OTHER_ASTREINTE -> new Wish.OtherAstreinte(dates(cells));
            case OFFERS -> new Wish.Offers(cells.word("valeur", OFFERS));
            case AT_MOST -> new Wish.AtMost(cells.number("valeur", 0, MOST_DAYS));
        };
    }

    private static Unavailability unavailability(Cells cells) {
        return cells.isEmpty("jour")
                ? new Unavailability.During(dates(cells))
                : new Unavailability.Every(cells.weekday("jour"), dates(cells));
    }

    private static DateRange dates(Cells cells) {
        LocalDate from = cells.date("du");
        LocalDate to = cells.isEmpty("au") ? from : cells.date("au");
        if (to.isBefore(from)) {
            throw cells.wrong("au", "la fin précède le début ; échanger les deux dates ou corriger l’année");
        }
        if (from.plusDays(LONGEST_RANGE_DAYS).isBefore(to)) {
            throw cells.wrong("au", "la période dépasse deux ans ; vérifier l’année");
        }
        return new DateRange(from, to);
    }

    private static int weight(Cells cells) {
        return cells.isEmpty("valeur") ? 1 : cells.number("valeur", 1, 3);
    }
}
