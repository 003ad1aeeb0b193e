package fr.appui.web.directory;

import fr.appui.directory.Volunteering;
import fr.appui.french.WrittenValue;
import fr.appui.planning.feed.TableFile;
import fr.appui.web.directory.PhysicianEntry.EmploymentEntry;
import fr.appui.web.directory.PhysicianEntry.NumberEntry;
import fr.appui.web.directory.PhysicianEntry.PostEntry;
import fr.appui.web.directory.PhysicianEntry.PracticeEntry;
import fr.appui.web.directory.PhysicianEntry.ShareEntry;
import fr.appui.web.directory.PhysicianEntry.TrainingEntry;
import fr.appui.web.directory.PhysicianEntry.VolunteeringEntry;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Several facts in one cell of a spreadsheet, separated by a bar, each as a person would write it: {@code 609900014 depuis
 * 01/01/2026}, {@code HDF-OISE candidat 01/03/2026 déclaré 15/03/2026}, {@code USP du 01/01/2024 au 31/12/2025}, {@code DU 30/06/2015}, {@code 06 39 98 00 01 (lun mar 08:30-18:00)}.
 */
final class PhysicianCells {

    private static final Pattern DATED =
            Pattern.compile("(.+?)\\s+(?:depuis(?: le)?|du|d[eè]s(?: le)?)\\s+(\\S+)(?:\\s+au\\s+(\\S+))?");
    private static final Pattern TRAINING = Pattern.compile("(\\S+(?: 2)?)\\s+(?:(?:depuis|du|le)\\s+)?(\\S+)");
    private static final Pattern HOURS =
            Pattern.compile("(.+?)\\s*\\((.*?)\\s*(\\d{1,2}:\\d\\d)\\s*-\\s*(\\d{1,2}:\\d\\d)\\)");
    private static final Pattern VOLUNTEERING = Pattern.compile(
            "(\\S+)(?:\\s+candidate?(?: le)?\\s+(\\S+))?(?:\\s+d[ée]clar[ée]e?(?: le)?\\s+(\\S+))?"
                    + "(?:\\s+partie?(?: le)?\\s+(\\S+))?(\\s+\\(USP\\))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final List<String> DAYS = List.of("lun", "mar", "mer", "jeu", "ven", "sam", "dim");

    /** @param field of the entry, as a refusal names it */
    record Column(String heading, String field, Function<PhysicianEntry, String> text) {}

    static final List<Column> COLUMNS = List.of(
            new Column("rpps", "rpps", PhysicianEntry::rpps),
            new Column("prénom", "givenName", PhysicianEntry::givenName),
            new Column("nom", "familyName", PhysicianEntry::familyName),
            new Column("mail", "mail", PhysicianEntry::mail),
            new Column("numéros", "numbers", PhysicianCells::numbersText),
            new Column("formations", "trainings", PhysicianCells::trainingsText),
            new Column("employeurs", "employments", PhysicianCells::employmentsText),
            new Column("structures", "posts", PhysicianCells::postsText),
            new Column("territoires", "practices", PhysicianCells::practicesText),
            new Column("quotités", "workingTimes", PhysicianCells::sharesText),
            new Column("volontariat", "volunteerings", PhysicianCells::volunteeringsText));

    private PhysicianCells() {}

    /** An empty cell, or a column that is not there, leaves what is known. */
    static PhysicianEntry entry(TableFile.Line line, PhysicianEntry known) {
        return new PhysicianEntry(
                or(line.cell("prenom"), known.givenName()),
                or(line.cell("nom"), known.familyName()),
                line.cell("rpps"),
                or(line.cell("mail"), known.mail()),
                or(numbers(line.cell("numeros")), known.numbers()),
                or(trainings(line.cell("formations")), known.trainings()),
                or(employments(line.cell("employeurs")), known.employments()),
                or(posts(line.cell("structures")), known.posts()),
                or(practices(line.cell("territoires")), known.practices()),
                or(shares(line.cell("quotites")), known.workingTimes()),
                or(volunteerings(line.cell("volontariat")), known.volunteerings()));
    }

    private static String or(String written, String known) {
        return written.isEmpty() ? known : written;
    }

    private static <T> List<T> or(List<T> written, List<T> known) {
        return written.isEmpty() ? known : written;
    }

    private static List<NumberEntry> numbers(String cell) {
        return parts(cell, part -> {
            Matcher hours = HOURS.matcher(part);
            return hours.matches()
                    ? new NumberEntry(hours.group(1), days(hours.group(2)), hours.group(3), hours.group(4))
                    : new NumberEntry(part, List.of(), "", "");
        });
    }

    private static List<TrainingEntry> trainings(String cell) {
        return parts(cell, part -> {
            Matcher training = TRAINING.matcher(part);
            return training.matches()
                    ? new TrainingEntry(
                            training.group(1).toUpperCase(java.util.Locale.ROOT).replace(' ', '_'), training.group(2))
                    : new TrainingEntry(part, "");
        });
    }

    private static List<EmploymentEntry> employments(String cell) {
        return parts(cell, part -> dated(part, EmploymentEntry::new));
    }

    private static List<PostEntry> posts(String cell) {
        return parts(cell, part -> dated(part, (what, from, to) -> new PostEntry(upper(what), from, to)));
    }

    private static List<PracticeEntry> practices(String cell) {
        return parts(cell, part -> dated(part, (what, from, to) -> new PracticeEntry(upper(what), from, to)));
    }

    private static List<ShareEntry> shares(String cell) {
        return parts(cell, part -> dated(part, (what, from, to) -> new ShareEntry(what, from)));
    }

    private static List<VolunteeringEntry> volunteerings(String cell) {
        return parts(cell, part -> {
            Matcher known = VOLUNTEERING.matcher(part);
            return known.matches()
                    ? new VolunteeringEntry(
                            upper(known.group(1)),
                            known.group(5) == null ? "" : Volunteering.Basis.USP_SERVICE.name(),
                            known.group(2),
                            known.group(3),
                            known.group(4))
                    : new VolunteeringEntry(part, "", "", "", "");
        });
    }

    private static String volunteeringsText(PhysicianEntry entry) {
        return joined(
                entry.volunteerings(),
                fact -> fact.territory()
                        + on("candidat", fact.appliedOn())
                        + on("déclaré", fact.declaredOn())
                        + on("parti", fact.leftOn())
                        + (fact.basis().equals(Volunteering.Basis.USP_SERVICE.name()) ? " (USP)" : ""));
    }

    private static String on(String what, String isoDate) {
        return isoDate.isEmpty() ? "" : " " + what + " " + french(isoDate);
    }

    private static String numbersText(PhysicianEntry entry) {
        return joined(
                entry.numbers(),
                number -> number.from().isEmpty()
                        ? number.number()
                        : number.number() + " (" + daysText(number.days()) + " " + number.from() + "-" + number.to()
                                + ")");
    }

    private static String trainingsText(PhysicianEntry entry) {
        return joined(entry.trainings(), training -> training.diploma() + " " + french(training.obtainedOn()));
    }

    private static String employmentsText(PhysicianEntry entry) {
        return joined(entry.employments(), fact -> dated(fact.employer(), fact.from(), fact.to()));
    }

    private static String postsText(PhysicianEntry entry) {
        return joined(entry.posts(), fact -> dated(fact.structure(), fact.from(), fact.to()));
    }

    private static String practicesText(PhysicianEntry entry) {
        return joined(entry.practices(), fact -> dated(fact.territory(), fact.from(), fact.to()));
    }

    private static String sharesText(PhysicianEntry entry) {
        return joined(entry.workingTimes(), fact -> dated(fact.share().replace('.', ','), fact.from(), ""));
    }

    /** {@code 14/07/2026}, as a spreadsheet shows it. */
    static String french(String isoDate) {
        String[] parts = isoDate.split("-", -1);
        return parts.length == 3 ? parts[2] + "/" + parts[1] + "/" + parts[0] : isoDate;
    }

    private interface Dated<T> {
        T of(String what, String from, String to);
    }

    private static <T> T dated(String part, Dated<T> made) {
        Matcher dated = DATED.matcher(part);
        if (!dated.matches()) {
            return made.of(part, "", "");
        }
        String to = dated.group(3);
        return made.of(dated.group(1), dated.group(2), to == null ? "" : to);
    }

    private static String dated(String what, String from, String to) {
        return to.isEmpty() ? what + " depuis " + french(from) : what + " du " + french(from) + " au " + french(to);
    }

    private static List<String> days(String written) {
        var days = new ArrayList<String>();
        for (String word : written.split("[\\s,]+", -1)) {
            int at =
                    DAYS.indexOf(word.length() < 3 ? word : word.substring(0, 3).toLowerCase(java.util.Locale.FRENCH));
            if (!word.isEmpty()) {
                days.add(at < 0 ? word : DayOfWeek.of(at + 1).name());
            }
        }
        return days;
    }

    private static String daysText(List<String> days) {
        return String.join(
                " ",
                days.stream()
                        .map(day -> DAYS.get(DayOfWeek.valueOf(day).getValue() - 1))
                        .toList());
    }

    private static String upper(String text) {
        return text.toUpperCase(java.util.Locale.ROOT);
    }

    private static <T> List<T> parts(String cell, Function<String, T> part) {
        return Stream.of(cell.split("\\|", -1))
                .map(WrittenValue::of)
                .filter(text -> !text.isEmpty())
                .map(part)
                .toList();
    }

    private static <T> String joined(List<T> facts, Function<T, String> text) {
        return String.join(" | ", facts.stream().map(text).toList());
    }
}
