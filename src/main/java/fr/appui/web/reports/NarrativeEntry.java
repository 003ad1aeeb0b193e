package fr.appui.web.reports;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenValue;
import fr.appui.indicators.report.Narrative;
import fr.appui.indicators.report.Narrative.Meeting;
import fr.appui.indicators.report.Narrative.Staff;
import fr.appui.indicators.report.ReportTemplate;
import fr.appui.trace.IdentifyingData;
import fr.appui.web.Problem;
import fr.appui.web.Problem.FieldError;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote of a year, from the API or from the page. Lists are lines whose parts a semicolon divides.
 *
 * @param coordination a line each: name ; role ; share of a full-time post
 * @param meetings a line each: date ; meeting ; decisions ; what follows
 * @param texts by the codes of the fields of the region's template; what is not given stays
 * @param version the one it was written over, 0 for the first
 */
public record NarrativeEntry(
        @Nullable String commentary,
        @Nullable String outlook,
        @Nullable String medicalLead,
        @Nullable String coordination,
        @Nullable String meetings,
        @Nullable Map<String, String> texts,
        @Nullable String version) {

    static final NarrativeEntry NOTHING = new NarrativeEntry(null, null, null, null, null, null, null);

    private static final int LONGEST_TEXT = 6_000;
    private static final int LONGEST_LINE = 200;
    private static final int MOST_LINES = 40;
    private static final DateTimeFormatter NUMERIC = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRENCH);

    static NarrativeEntry of(Narrative narrative) {
        return new NarrativeEntry(
                narrative.commentary(),
                narrative.outlook(),
                narrative.medicalLead(),
                narrative.coordination().stream()
                        .map(staff -> line(staff.name(), staff.role(), staff.share()))
                        .collect(Collectors.joining("\n")),
                narrative.meetings().stream()
                        .map(meeting -> line(
                                NUMERIC.format(meeting.date()),
                                meeting.subject(),
                                meeting.decisions(),
                                meeting.actions()))
                        .collect(Collectors.joining("\n")),
                narrative.texts(),
                Long.toString(narrative.version()));
    }

    /** The same text, to be sent again over what is there now. */
    NarrativeEntry over(NarrativeEntry now) {
        return new NarrativeEntry(commentary, outlook, medicalLead, coordination, meetings, texts, now.version());
    }

    /**
     * @param today nobody's identity is told as of that day @param asked what the region's template asks
     * @param before the texts that are kept
     */
    Narrative read(LocalDate today, List<ReportTemplate.Field> asked, Map<String, String> before) {
        List<FieldError> errors = new ArrayList<>();
        var read = new Narrative(
                text("commentary", commentary, LONGEST_TEXT, errors, today),
                text("outlook", outlook, LONGEST_TEXT, errors, today),
                text("medicalLead", medicalLead, LONGEST_LINE, errors, today),
                lines("coordination", coordination, errors, NarrativeEntry::staff),
                lines("meetings", meetings, errors, NarrativeEntry::meeting),
                texts(asked, before, errors, today),
                seen(errors));
        meetingsTellNobody(read, errors, today);
        if (!errors.isEmpty()) {
            throw Problem.badRequest(errors);
        }
        return read;
    }

    /** Nothing is lost that a template asks no more: a later one may ask it again. */
    private Map<String, String> texts(
            List<ReportTemplate.Field> asked, Map<String, String> before, List<FieldError> errors, LocalDate today) {
        Map<String, String> kept = new TreeMap<>(before);
        Map<String, String> given = texts == null ? Map.of() : texts;
        given.forEach((code, text) -> {
            if (asked.stream().noneMatch(field -> field.code().equals(code))) {
                errors.add(new FieldError(
                        "texts",
                        WrittenValue.refused(
                                code, "n’est pas un champ de la trame de la région", "relire la page du bilan")));
            } else {
                kept.put(code, text("texts." + code, text, LONGEST_TEXT, errors, today));
            }
        });
        return kept;
    }

    private static void meetingsTellNobody(Narrative read, List<FieldError> errors, LocalDate today) {
        read.meetings()
                .forEach(meeting -> identifying(
                        "meetings",
                        String.join(" ", meeting.subject(), meeting.decisions(), meeting.actions()),
                        errors,
                        today));
    }

    private long seen(List<FieldError> errors) {
        if (version != null && version.matches("\\d{1,12}")) {
            return Long.parseLong(version);
        }
        errors.add(new FieldError("version", "indiquer la version lue, 0 pour la première"));
        return 0;
    }

    private static String text(
            String field, @Nullable String text, int longest, List<FieldError> errors, LocalDate today) {
        String written = text == null ? "" : WrittenValue.of(text);
        if (written.length() > longest) {
            errors.add(new FieldError(field, "écrire " + longest + " caractères au plus"));
        }
        identifying(field, written, errors, today);
        return written;
    }

    private static void identifying(String field, String text, List<FieldError> errors, LocalDate today) {
        IdentifyingData.find(text, today).forEach(found -> errors.add(new FieldError(field, found.sentence())));
    }

    private static <T> List<T> lines(
            String field,
            @Nullable String text,
            List<FieldError> errors,
            BiFunction<List<String>, List<String>, Optional<T>> reader) {
        List<String> lines = text == null
                ? List.of()
                : text.lines()
                        .map(WrittenValue::of)
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (lines.size() > MOST_LINES) {
            errors.add(new FieldError(field, "garder " + MOST_LINES + " lignes au plus"));
            return List.of();
        }
        List<T> read = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            List<String> wrong = new ArrayList<>();
            List<String> parts = Arrays.stream(lines.get(at).split(";", -1))
                    .map(WrittenValue::of)
                    .toList();
            if (parts.stream().anyMatch(part -> part.length() > LONGEST_LINE)) {
                wrong.add("chaque partie a " + LONGEST_LINE + " caractères au plus");
            }
            reader.apply(parts, wrong).ifPresent(read::add);
            for (String what : wrong) {
                errors.add(new FieldError(field, "ligne " + (at + 1) + " : " + what));
            }
        }
        return read;
    }

    private static Optional<Staff> staff(List<String> parts, List<String> wrong) {
        if (parts.size() != 3 || parts.getFirst().isEmpty() || parts.get(1).isEmpty()) {
            wrong.add("écrire « nom ; fonction ; quotité »");
            return Optional.empty();
        }
        return Optional.of(new Staff(parts.getFirst(), parts.get(1), parts.get(2)));
    }

    private static Optional<Meeting> meeting(List<String> parts, List<String> wrong) {
        if (parts.size() != 4 || parts.get(1).isEmpty()) {
            wrong.add("écrire « date ; réunion ; décisions ; suites »");
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Meeting(WrittenDate.read(parts.getFirst()), parts.get(1), parts.get(2), parts.get(3)));
        } catch (InvalidInput unreadable) {
            wrong.add(WrittenDate.REMEDY);
            return Optional.empty();
        }
    }

    private static String line(String... parts) {
        return String.join(" ; ", parts);
    }
}
