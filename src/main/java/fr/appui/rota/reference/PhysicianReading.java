package fr.appui.rota.reference;

import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.Diploma;
import fr.appui.directory.Finess;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.directory.Structure;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.UsableHours;
import fr.appui.directory.Volunteering;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The physicians of a reference file. One without {@code id} gets a random one, opaque as ids must be. */
final class PhysicianReading {

    private static final String[] PHYSICIAN = {
        "id",
        "given",
        "family",
        "rpps",
        "mail",
        "trainings",
        "employments",
        "posts",
        "practices",
        "workingTimes",
        "volunteerings",
        "numbers"
    };

    private final Entry root;

    PhysicianReading(Entry root) {
        this.root = root;
    }

    List<Physician> physicians() {
        return root.entries("physicians", PHYSICIAN).stream()
                .map(PhysicianReading::physician)
                .toList();
    }

    private static Physician physician(Entry entry) {
        Career career = career(entry);
        List<ContactNumber> numbers = numbers(entry);
        return entry.build(() -> new Physician(
                entry.optional("id", PhysicianId::parse).orElseGet(() -> new PhysicianId(UUID.randomUUID())),
                new PersonName(entry.text("given"), entry.text("family")),
                entry.required("rpps", Rpps::new),
                entry.required("mail", MailAddress::new),
                career,
                numbers));
    }

    private static Career career(Entry physician) {
        return physician.build(() -> new Career(
                physician.entries("trainings", "diploma", "obtainedOn").stream()
                        .map(entry ->
                                new Career.Training(entry.oneOf("diploma", Diploma.class), entry.date("obtainedOn")))
                        .toList(),
                physician.entries("employments", "employer", "from", "to").stream()
                        .map(entry -> entry.build(() -> new Career.Employment(
                                entry.required("employer", Finess::new), DirectoryReading.span(entry))))
                        .toList(),
                physician.entries("posts", "structure", "from", "to").stream()
                        .map(entry -> entry.build(() -> new Career.Post(
                                entry.oneOf("structure", Structure.class), DirectoryReading.span(entry))))
                        .toList(),
                physician.entries("practices", "territory", "from", "to").stream()
                        .map(entry -> entry.build(() -> new Career.Practice(
                                entry.required("territory", TerritoryCode::new), DirectoryReading.span(entry))))
                        .toList(),
                workingTimes(physician),
                volunteerings(physician)));
    }

    private static List<Career.WorkingTime> workingTimes(Entry physician) {
        return physician.entries("workingTimes", "share", "from").stream()
                .map(entry -> entry.build(() ->
                        new Career.WorkingTime(entry.required("share", PhysicianReading::decimal), entry.date("from"))))
                .toList();
    }

    private static List<Volunteering> volunteerings(Entry physician) {
        return physician.entries("volunteerings", "territory", "basis", "appliedOn", "declaredOn", "leftOn").stream()
                .map(entry -> entry.build(() -> new Volunteering(
                        entry.required("territory", TerritoryCode::new),
                        entry.oneOf("basis", Volunteering.Basis.class),
                        entry.optionalDate("appliedOn"),
                        entry.optionalDate("declaredOn"),
                        entry.optionalDate("leftOn"))))
                .toList();
    }

    private static List<ContactNumber> numbers(Entry physician) {
        return physician.entries("numbers", "number", "days", "from", "to").stream()
                .map(entry -> entry.build(
                        () -> new ContactNumber(entry.required("number", PhoneNumber::parse), hours(entry))))
                .toList();
    }

    /** As on the page: what is given in part lacks the rest, and never means « at any time ». */
    static Optional<UsableHours> hours(Entry number) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        number.texts("days").forEach(day -> days.add(day(day)));
        boolean always = days.isEmpty()
                && number.optionalTime("from").isEmpty()
                && number.optionalTime("to").isEmpty();
        return always
                ? Optional.empty()
                : Optional.of(new UsableHours(
                        days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
                        number.time("from"),
                        number.time("to")));
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(text)) {
                return day;
            }
        }
        throw new InvalidInput("jour « " + text + " » inconnu ; écrire MONDAY à SUNDAY");
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput(
                    WrittenValue.refused(text, "n’est pas un nombre", "écrire par exemple 0.8"), notANumber);
        }
    }
}
