package fr.appui.planning.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Entries as an iCalendar file (RFC 5545). Times are written as UTC instants: each calendar shows them in its own zone, and
 * no zone definition can be wrong on a night when the clocks change. Without METHOD: nobody is invited, people subscribe.
 */
public final class CalendarFile {

    public static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

    private static final Duration REFRESH = Duration.ofHours(1);

    private static final int MOST_OCTETS = 75;
    private static final Pattern UNFOLDED = Pattern.compile("\r\n[ \t]");

    private CalendarFile() {}

    /** @param name what the calendar is called where people subscribe to it */
    public static String of(String name, List<CalendarEntry> entries) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Appui//Planning//FR"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
        entries.forEach(entry -> calendar.add(event(entry)));
        return written(calendar);
    }

    private static VEvent event(CalendarEntry entry) {
        var event = new VEvent(false);
        event.add(new DtStamp(entry.changedAt()));
        event.add(new DtStart<>(entry.span().start()));
        event.add(new DtEnd<>(entry.span().end()));
        event.add(new Summary(summary(entry)));
        event.add(new Uid(entry.uid()));
        event.add(new Sequence(entry.sequence()));
        event.add(new LastModified(entry.changedAt()));
        event.add(new Description(entry.text().description()));
        event.add(status(entry));
        return event;
    }

    /** Some calendars show cancelled events instead of removing them: the title must say it. */
    private static String summary(CalendarEntry entry) {
        return entry.cancelled()
                ? "ANNULÉ – " + entry.text().summary()
                : entry.text().summary();
    }

    private static Status status(CalendarEntry entry) {
        return entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED;
    }

    private static String written(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded(text.toString());
    }

    /** The library folds by characters; the standard counts octets (RFC 5545, 3.1). */
    private static String folded(String content) {
        return UNFOLDED.matcher(content)
                .replaceAll("")
                .lines()
                .map(CalendarFile::fold)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String fold(String line) {
        var folded = new StringBuilder();
        int octets = 0;
        for (int point : line.codePoints().toArray()) {
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MOST_OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += size;
        }
        return folded.toString();
    }
}
