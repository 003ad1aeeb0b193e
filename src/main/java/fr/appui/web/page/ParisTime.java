package fr.appui.web.page;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.french.FrenchTime;
import fr.appui.french.Typography;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Moments of the service itself, which are no territory's: told as in Paris, and said to be so where some territory keeps another time.
 * Templates read it as {@code inject:paris}; whatever is a territory's is told in its own time instead.
 */
@Named("paris")
@RequestScoped
public class ParisTime {

    public static final ZoneId ZONE = Territory.USUAL_ZONE;
    /** Of a column, or after a moment. */
    public static final String SAID = "heure de Paris";

    private static final DateTimeFormatter NUMERIC = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.FRANCE);

    private final Directory directory;
    private @Nullable String after;

    ParisTime(Directory directory) {
        this.directory = directory;
    }

    /** 23/11/2026 18:30:05. */
    public static String written(Instant at) {
        return NUMERIC.format(at.atZone(ZONE));
    }

    /** 23/11/2026 18:30:05, or 23/11/2026 18:30:05 (heure de Paris). */
    public String exactly(Instant at) {
        return written(at) + after();
    }

    /** 18 h 30, or 18 h 30 (heure de Paris). */
    public String clock(Instant at) {
        return FrenchTime.of(at.atZone(ZONE).toLocalTime()) + after();
    }

    private String after() {
        String known = after;
        if (known == null) {
            boolean alone = directory.territories().stream()
                    .allMatch(territory -> territory.timeZone().equals(ZONE));
            known = alone ? "" : " (" + SAID.replace(' ', Typography.NO_BREAK) + ")";
            after = known;
        }
        return known;
    }
}
