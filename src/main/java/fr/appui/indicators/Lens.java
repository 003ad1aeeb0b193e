package fr.appui.indicators;

import fr.appui.calendar.DutyWindow;
import fr.appui.trace.Meaning;
import fr.appui.trace.Nomenclature;
import fr.appui.trace.Nomenclatures;
import fr.appui.trace.TermKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Through what a call is read: the territory's clock, the windows it promised, and the nomenclatures. Codes are read in the
 * version they were logged with; one that now means something else keeps its own row ({@code PAIN@2026.1}).
 */
public final class Lens {

    static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private static final String SEPARATOR = "@";

    private final ZoneId zone;
    private final TreeMap<Instant, DutyWindow> windows = new TreeMap<>();
    private final Nomenclatures nomenclatures;
    private final Nomenclature current;
    private final String terms;

    /** @param current the version in force at the end of the period, whose labels are printed */
    public Lens(ZoneId zone, Collection<DutyWindow> promised, Nomenclatures nomenclatures, Nomenclature current) {
        this.zone = zone;
        promised.forEach(window -> windows.put(window.start(), window));
        this.nomenclatures = nomenclatures;
        this.current = current;
        this.terms = described(nomenclatures, current);
    }

    ZonedDateTime local(Instant instant) {
        return instant.atZone(zone);
    }

    Optional<DutyWindow> windowAt(Instant instant) {
        return Optional.ofNullable(windows.floorEntry(instant))
                .map(Entry::getValue)
                .filter(window -> window.contains(instant));
    }

    /** Which one of its day, from the day's beginning; the longest day has fifty. */
    int halfHour(Instant instant) {
        Instant midnight = local(instant).toLocalDate().atStartOfDay(zone).toInstant();
        return (int) Duration.between(midnight, instant).dividedBy(HALF_HOUR);
    }

    Instant start(DaySpan span) {
        return span.first().atStartOfDay(zone).toInstant();
    }

    Instant end(DaySpan span) {
        return span.last().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** All that decides how calls of these days are read: two lenses that say the same read them the same. */
    String reading(DaySpan span) {
        StringBuilder reading =
                new StringBuilder().append(zone).append('\n').append(terms).append('\n');
        Instant first = Optional.ofNullable(windows.floorKey(start(span))).orElse(start(span));
        windows.subMap(first, end(span))
                .values()
                .forEach(window -> reading.append(window.start())
                        .append(' ')
                        .append(window.end())
                        .append(' ')
                        .append(window.kind())
                        .append('\n'));
        return reading.toString();
    }

    private static String described(Nomenclatures nomenclatures, Nomenclature current) {
        StringBuilder described = new StringBuilder(current.version());
        for (Nomenclature nomenclature : nomenclatures.versions()) {
            described.append('\n').append(nomenclature.version());
            for (TermKind kind : TermKind.values()) {
                nomenclature
                        .terms(kind)
                        .forEach(term -> described
                                .append('\n')
                                .append(kind)
                                .append(' ')
                                .append(term.code())
                                .append(' ')
                                .append(term.label())
                                .append(new TreeSet<>(term.countsAs())));
            }
        }
        return described.toString();
    }

    Nomenclature current() {
        return current;
    }

    /** The bucket of a code: the code itself while its label is the current one. */
    String bucket(TermKind kind, String version, String code) {
        return version.equals(current.version()) || labelIn(kind, version, code).equals(current.label(kind, code))
                ? code
                : code + SEPARATOR + version;
    }

    String labelOf(TermKind kind, String bucket) {
        int at = bucket.indexOf(SEPARATOR);
        return at < 0
                ? current.label(kind, bucket)
                : labelIn(kind, bucket.substring(at + 1), bucket.substring(0, at)) + " (nomenclature "
                        + bucket.substring(at + 1) + ")";
    }

    boolean countsAs(TermKind kind, String version, String code, Meaning meaning) {
        return nomenclatures
                .version(version)
                .map(nomenclature -> nomenclature.countsAs(kind, code, meaning))
                .orElse(false);
    }

    private String labelIn(TermKind kind, String version, String code) {
        return nomenclatures
                .version(version)
                .map(nomenclature -> nomenclature.label(kind, code))
                .orElse(code);
    }
}
