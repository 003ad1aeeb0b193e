package fr.appui.indicators;

import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.directory.Directory;
import fr.appui.directory.Joinings;
import fr.appui.directory.Territory;
import fr.appui.french.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * What is known of a region's areas and inhabitants, and how far its services reach today. A file that cannot be used is told in
 * the log and passed over: it never keeps the service from starting.
 */
@ApplicationScoped
public class KnownAreas {

    private static final Logger LOG = Logger.getLogger(KnownAreas.class);
    private static final String HAUTS_DE_FRANCE = "/reference/tas-hauts-de-france.yaml";
    private static final Pattern POPULATION = Pattern.compile("\"?([0-9AB]{5})\"?[;,]\"?(\\d{1,8})\"?(?:[;,].*)?");

    private final List<HealthAreas> known;
    private final Map<String, Long> populations;
    private final Directory directory;
    private final DutyCalendars calendars;
    private final Joinings joinings;
    private final Clock clock;

    KnownAreas(
            IndicatorsSettings settings, Directory directory, DutyCalendars calendars, Joinings joinings, Clock clock) {
        this.joinings = joinings;
        this.directory = directory;
        this.calendars = calendars;
        this.clock = clock;
        this.known = settings.areas().flatMap(KnownAreas::areas).map(List::of).orElseGet(() -> List.of(bundled()));
        this.populations = settings.populations().map(KnownAreas::populations).orElse(Map.of());
    }

    private static Optional<HealthAreas> areas(Path file) {
        try {
            return Optional.of(HealthAreas.read(Files.readString(file)));
        } catch (IOException | InvalidInput unusable) {
            LOG.errorf("areas of %s are not used: %s", file, unusable.getMessage());
            return Optional.empty();
        }
    }

    private static HealthAreas bundled() {
        try (InputStream file = KnownAreas.class.getResourceAsStream(HAUTS_DE_FRANCE)) {
            return HealthAreas.read(
                    new String(Objects.requireNonNull(file, HAUTS_DE_FRANCE).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Lines of {@code code;population}; a heading is passed over, anything else is told. */
    private static Map<String, Long> populations(Path file) {
        Map<String, Long> found = new HashMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int at = 0; at < lines.size(); at++) {
                Matcher line =
                        POPULATION.matcher(lines.get(at).replace("\uFEFF", "").strip());
                if (line.matches()) {
                    found.put(line.group(1), Long.parseLong(line.group(2)));
                } else if (at > 0 && !lines.get(at).isBlank()) {
                    LOG.errorf("population file %s, line %d is not « code;population »: passed over", file, at + 1);
                }
            }
        } catch (IOException unreadable) {
            LOG.errorf("population file %s cannot be read: %s", file, unreadable.getMessage());
        }
        return Map.copyOf(found);
    }

    /** Empty where nobody described the region's areas. @param region what its territories' codes begin with */
    public Optional<AreaCoverage> of(String region) {
        return areas(region).map(areas -> AreaCoverage.of(areas, serving(region), populations));
    }

    public Optional<HealthAreas> areas(String region) {
        return known.stream().filter(areas -> areas.region().equals(region)).findFirst();
    }

    /** A line that is dialled, and hours in which it is answered today, by itself or by the one it was joined to. */
    private List<Territory> serving(String region) {
        return directory.territories().stream()
                .filter(territory -> territory.code().isIn(region))
                .filter(territory -> territory.line().isPresent())
                .filter(territory -> answeredToday(territory).isPresent())
                .toList();
    }

    /** The hours in which its number is answered today. */
    public Optional<Perimeter> answeredToday(Territory territory) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.timeZone());
        return calendars.answeredOn(territory.code(), today, joinings);
    }
}
