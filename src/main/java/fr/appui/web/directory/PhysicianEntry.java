package fr.appui.web.directory;

import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Diploma;
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
import fr.appui.web.page.Sent;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A physician as somebody writes them: the page, the API and a file share it, and so the errors and their fields. */
@Schema(name = "Physician", description = "Un médecin volontaire, tel qu’il s’écrit. Dates : 2026-07-14")
public record PhysicianEntry(
        @Schema(example = "Claire") String givenName,
        @Schema(example = "Martin") String familyName,
        @Schema(description = "11 chiffres, clé comprise") String rpps,
        String mail,

        @Schema(description = "De 1 à 5, dans l’ordre d’appel") @Sent(rows = 5)
        List<NumberEntry> numbers,

        List<TrainingEntry> trainings,
        List<EmploymentEntry> employments,
        List<PostEntry> posts,
        List<PracticeEntry> practices,

        @Schema(description = "Quotité de temps de travail et ses changements")
        List<ShareEntry> workingTimes,

        @Schema(
                description =
                        "Candidature, déclaration de volontariat ou obligation de service en USP, départ, par territoire")
        List<VolunteeringEntry> volunteerings) {

    /** @param days names of days, MONDAY…; none with no times for a number that always serves */
    public record NumberEntry(
            String number,
            @Sent(as = "numberDay") List<String> days,
            @Sent(as = "numberFrom") String from,
            @Sent(as = "numberTo") String to) {
        public NumberEntry {
            number = text(number);
            days = list(days);
            from = text(from);
            to = text(to);
        }
    }

    /** @param diploma DU, DIU, DESC, FST or MASTER_2 */
    public record TrainingEntry(String diploma, String obtainedOn) {
        public TrainingEntry {
            diploma = text(diploma);
            obtainedOn = text(obtainedOn);
        }
    }

    /** @param employer a FINESS number of the directory */
    public record EmploymentEntry(
            String employer,
            @Sent(as = "employedFrom") String from,
            @Sent(as = "employedTo") String to) {
        public EmploymentEntry {
            employer = text(employer);
            from = text(from);
            to = text(to);
        }
    }

    /** @param structure USP, EMSP, HAD, DAC or LISP */
    public record PostEntry(
            String structure,
            @Sent(as = "postFrom") String from,
            @Sent(as = "postTo") String to) {
        public PostEntry {
            structure = text(structure);
            from = text(from);
            to = text(to);
        }
    }

    public record PracticeEntry(
            @Sent(as = "practice") String territory,
            @Sent(as = "practiceFrom") String from,
            @Sent(as = "practiceTo") String to) {
        public PracticeEntry {
            territory = text(territory);
            from = text(from);
            to = text(to);
        }
    }

    /** @param share of a full-time post: {@code 0.5} or {@code 0,5} */
    public record ShareEntry(
            String share, @Sent(as = "shareFrom") String from) {
        public ShareEntry {
            share = text(share);
            from = text(from);
        }
    }

    /** @param basis DECLARATION or USP_SERVICE; DECLARATION where nothing is said */
    public record VolunteeringEntry(
            @Sent(as = "volunteering") String territory,
            String basis,
            String appliedOn,
            String declaredOn,
            String leftOn) {
        public VolunteeringEntry {
            territory = text(territory);
            basis = text(basis).isEmpty() ? Volunteering.Basis.DECLARATION.name() : text(basis);
            appliedOn = text(appliedOn);
            declaredOn = text(declaredOn);
            leftOn = text(leftOn);
        }
    }

    static final PhysicianEntry BLANK = new PhysicianEntry(
            "", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public PhysicianEntry {
        givenName = text(givenName);
        familyName = text(familyName);
        rpps = text(rpps);
        mail = text(mail);
        numbers = list(numbers);
        trainings = list(trainings);
        employments = list(employments);
        posts = list(posts);
        practices = list(practices);
        workingTimes = list(workingTimes);
        volunteerings = list(volunteerings);
    }

    static PhysicianEntry of(Physician physician) {
        Career career = physician.career();
        return new PhysicianEntry(
                physician.name().given(),
                physician.name().family(),
                physician.rpps().value(),
                physician.mail().value(),
                physician.numbers().stream().map(PhysicianEntry::entry).toList(),
                career.trainings().stream()
                        .map(training -> new TrainingEntry(
                                training.diploma().name(), training.obtainedOn().toString()))
                        .toList(),
                career.employments().stream()
                        .map(employment -> new EmploymentEntry(
                                employment.employer().value(), from(employment.dates()), to(employment.dates())))
                        .toList(),
                career.posts().stream()
                        .map(post -> new PostEntry(post.structure().name(), from(post.dates()), to(post.dates())))
                        .toList(),
                career.practices().stream()
                        .map(practice -> new PracticeEntry(
                                practice.territory().value(), from(practice.dates()), to(practice.dates())))
                        .toList(),
                career.workingTimes().stream()
                        .map(time -> new ShareEntry(
                                time.share().stripTrailingZeros().toPlainString(),
                                time.from().toString()))
                        .toList(),
                career.volunteerings().stream().map(PhysicianEntry::entry).toList());
    }

    private static VolunteeringEntry entry(Volunteering volunteering) {
        return new VolunteeringEntry(
                volunteering.territory().value(),
                volunteering.basis().name(),
                written(volunteering.appliedOn()),
                written(volunteering.declaredOn()),
                written(volunteering.leftOn()));
    }

    Optional<Physician> read(PhysicianId id, Reading reading) {
        Optional<PersonName> name = name(reading);
        Optional<Rpps> number = reading.value("rpps", rpps.replace(" ", ""), Rpps::new);
        Optional<MailAddress> address = reading.value("mail", mail, MailAddress::new);
        List<ContactNumber> reached = each(numbers, (at, entry) -> number("numbers[" + at + "]", entry, reading));
        Optional<Career> career = career(reading);
        return reading.whole(
                "numbers[0].number",
                () -> new Physician(
                        id,
                        name.orElseThrow(),
                        number.orElseThrow(),
                        address.orElseThrow(),
                        career.orElseThrow(),
                        reached));
    }

    private Optional<PersonName> name(Reading reading) {
        reading.value("givenName", givenName, given -> new PersonName(given, "x"));
        reading.value("familyName", familyName, family -> new PersonName("x", family));
        return reading.whole("familyName", () -> new PersonName(givenName, familyName));
    }

    private Optional<Career> career(Reading reading) {
        List<Career.Training> learnt = each(trainings, (at, entry) -> {
            String field = "trainings[" + at + "]";
            Optional<Diploma> diploma = reading.choice(field + ".diploma", entry.diploma(), Diploma.class, "formation");
            Optional<LocalDate> on = reading.date(field + ".obtainedOn", entry.obtainedOn());
            return diploma.flatMap(kind -> on.map(date -> new Career.Training(kind, date)));
        });
        List<Career.Employment> employed = each(employments, (at, entry) -> {
            String field = "employments[" + at + "]";
            var employer = reading.finess(field + ".employer", entry.employer());
            Optional<DateSpan> dates = reading.span(field, entry.from(), entry.to());
            return employer.flatMap(finess -> dates.map(span -> new Career.Employment(finess, span)));
        });
        List<Career.Post> posted = each(posts, (at, entry) -> {
            String field = "posts[" + at + "]";
            Optional<Structure> structure =
                    reading.choice(field + ".structure", entry.structure(), Structure.class, "structure");
            Optional<DateSpan> dates = reading.span(field, entry.from(), entry.to());
            return structure.flatMap(kind -> dates.map(span -> new Career.Post(kind, span)));
        });
        List<Career.Practice> practised = each(practices, (at, entry) -> {
            String field = "practices[" + at + "]";
            var territory = reading.value(field + ".territory", entry.territory(), TerritoryCode::new);
            Optional<DateSpan> dates = reading.span(field, entry.from(), entry.to());
            return territory.flatMap(code -> dates.map(span -> new Career.Practice(code, span)));
        });
        List<Career.WorkingTime> worked =
                each(workingTimes, (at, entry) -> workingTime("workingTimes[" + at + "]", entry, reading));
        List<Volunteering> offered =
                each(volunteerings, (at, entry) -> volunteering("volunteerings[" + at + "]", entry, reading));
        return reading.whole("workingTimes[0].from", () -> new Career(learnt, employed, posted, practised, worked))
                .flatMap(career -> reading.whole(
                        "volunteerings[0].territory",
                        () -> new Career(learnt, employed, posted, practised, worked, offered)));
    }

    private static Optional<Volunteering> volunteering(String field, VolunteeringEntry entry, Reading reading) {
        var territory = reading.value(field + ".territory", entry.territory(), TerritoryCode::new);
        var basis = reading.choice(field + ".basis", entry.basis(), Volunteering.Basis.class, "participation");
        Optional<LocalDate> applied = reading.dateIfGiven(field + ".appliedOn", entry.appliedOn());
        Optional<LocalDate> declared = reading.dateIfGiven(field + ".declaredOn", entry.declaredOn());
        Optional<LocalDate> left = reading.dateIfGiven(field + ".leftOn", entry.leftOn());
        return territory.flatMap(code -> basis.flatMap(kind -> reading.value(
                field + ".declaredOn", "", nothing -> new Volunteering(code, kind, applied, declared, left))));
    }

    private static Optional<Career.WorkingTime> workingTime(String field, ShareEntry entry, Reading reading) {
        Optional<LocalDate> from = reading.date(field + ".from", entry.from());
        return from.flatMap(date ->
                reading.value(field + ".share", entry.share(), text -> new Career.WorkingTime(share(text), date)));
    }

    private static BigDecimal share(String text) {
        if (!text.matches("\\d([.,]\\d{1,3})?")) {
            throw new InvalidInput("quotité : écrire une part de temps plein, par exemple 0,8");
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    private static Optional<ContactNumber> number(String field, NumberEntry entry, Reading reading) {
        Optional<PhoneNumber> number = reading.phone(field + ".number", entry.number());
        boolean always =
                entry.days().isEmpty() && WrittenValue.isNothing(entry.from()) && WrittenValue.isNothing(entry.to());
        if (always) {
            return number.map(ContactNumber::always);
        }
        var from = reading.time(field + ".from", entry.from());
        var to = reading.time(field + ".to", entry.to());
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        entry.days()
                .forEach(day -> reading.choice(field + ".days", day, DayOfWeek.class, "jours du numéro")
                        .ifPresent(days::add));
        Optional<UsableHours> hours = from.flatMap(start -> to.flatMap(end ->
                reading.value(field + ".days", "", nothing -> new UsableHours(everyDayIfNone(days), start, end))));
        return number.flatMap(known -> hours.map(usable -> new ContactNumber(known, Optional.of(usable))));
    }

    private static EnumSet<DayOfWeek> everyDayIfNone(EnumSet<DayOfWeek> days) {
        return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
    }

    private static NumberEntry entry(ContactNumber contact) {
        return contact.hours()
                .map(hours -> new NumberEntry(
                        contact.number().e164(),
                        hours.days().stream().sorted().map(DayOfWeek::name).toList(),
                        hours.from().toString(),
                        hours.to().toString()))
                .orElseGet(() -> new NumberEntry(contact.number().e164(), List.of(), "", ""));
    }

    private static String from(DateSpan span) {
        return span.from().toString();
    }

    private static String to(DateSpan span) {
        return written(span.to());
    }

    private static String written(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }

    private interface Part<E, T> {
        Optional<T> read(int at, E entry);
    }

    private static <E, T> List<T> each(List<E> entries, Part<E, T> part) {
        var values = new ArrayList<T>();
        Stream.iterate(0, at -> at < entries.size(), at -> at + 1)
                .forEach(at -> part.read(at, entries.get(at)).ifPresent(values::add));
        return values;
    }

    /** What JSON leaves out arrives as null. */
    static String text(String given) {
        return given == null ? "" : WrittenValue.of(given);
    }

    static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : given.stream().limit(MOST_ROWS).toList();
    }

    private static final int MOST_ROWS = 60;
}
