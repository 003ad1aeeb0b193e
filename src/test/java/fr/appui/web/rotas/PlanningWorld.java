package fr.appui.web.rotas;

import fr.appui.calendar.KeptCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Diploma;
import fr.appui.directory.Directory;
import fr.appui.directory.Establishment;
import fr.appui.directory.EstablishmentKind;
import fr.appui.directory.Finess;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.directory.Structure;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.DayToCover;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A territory of its own for each story: a host, eight eligible volunteers, an extended perimeter, and the next quarter. */
@ApplicationScoped
public class PlanningWorld {

    private static final List<String> NAMES =
            List.of("Acacia", "Bouleau", "Cyprès", "Érable", "Frêne", "Ginkgo", "Hêtre", "If");
    private static final Finess HOST = new Finess("609900774");
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 1);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Directory directory;
    private final KeptCalendars calendars;
    private final Clock clock;

    public PlanningWorld(Directory directory, KeptCalendars calendars, Clock clock) {
        this.directory = directory;
        this.calendars = calendars;
        this.clock = clock;
    }

    public record Place(TerritoryCode code, List<Physician> physicians, Quarter quarter) {

        public String address() {
            return "/api/territories/" + code;
        }

        public String rota() {
            return address() + "/rotas/" + quarter;
        }

        public String id(int physician) {
            return physicians.get(physician).id().toString();
        }

        public String mail(int physician) {
            return physicians.get(physician).mail().value();
        }

        public String name(int physician) {
            return physicians.get(physician).name().titled();
        }

        /** Week after week in turn, as a spreadsheet would have it. */
        public String rotaByWeeks() {
            var csv = new StringBuilder("date;médecin\n");
            for (LocalDate date = quarter.first(); quarter.contains(date); date = date.plusDays(1)) {
                csv.append(date)
                        .append(';')
                        .append(physicians.get(holder(date)).rpps())
                        .append('\n');
            }
            return csv.toString();
        }

        public int holder(LocalDate date) {
            long days = DayToCover.weekOf(date).toEpochDay()
                    - DayToCover.weekOf(quarter.first()).toEpochDay();
            return (int) (days / 7 % physicians.size());
        }

        /** The Monday of the n-th whole week of the quarter, first 0. */
        public LocalDate monday(int week) {
            LocalDate first = DayToCover.weekOf(quarter.first().plusDays(6));
            return first.plusWeeks(week);
        }
    }

    public Place create() {
        return create(NAMES);
    }

    /** @param names of its physicians, eight at most */
    public Place create(List<String> names) {
        int number = NEXT.incrementAndGet();
        var code = new TerritoryCode("PLAN-" + number);
        directory.save(new Establishment(
                HOST,
                "Hôpital fictif des Essais",
                EstablishmentKind.PUBLIC_HOSPITAL,
                Optional.of(LONG_AGO),
                Optional.of(LONG_AGO)));
        directory.save(new Territory(
                code,
                "Vallée " + number,
                List.of(),
                PARIS,
                HolidayZone.METROPOLE,
                new Territory.Contact(
                        Optional.empty(), Optional.of(new MailAddress("coordination" + number + "@exemple.fr"))),
                Optional.of(HOST)));
        calendars.save(
                code,
                Perimeter.announced(PerimeterKind.EXTENDED, PerimeterHours.extended(), LONG_AGO, LONG_AGO.plusMonths(2))
                        .agreed(LONG_AGO.plusMonths(1), "ARS d’essai"));
        List<Physician> physicians = IntStream.range(0, names.size())
                .mapToObj(index -> physician(code, number, index, names.get(index)))
                .toList();
        physicians.forEach(directory::save);
        return new Place(
                code,
                physicians,
                Quarter.of(LocalDate.ofInstant(clock.instant(), PARIS)).next());
    }

    /** The physician practises in another territory too. */
    public void practiseAlso(Physician physician, TerritoryCode other) {
        Career career = physician.career();
        List<Career.Practice> both = Stream.concat(
                        career.practices().stream(), Stream.of(new Career.Practice(other, DateSpan.since(LONG_AGO))))
                .toList();
        directory.save(new Physician(
                physician.id(),
                physician.name(),
                physician.rpps(),
                physician.mail(),
                new Career(career.trainings(), career.employments(), career.posts(), both, career.workingTimes()),
                physician.numbers()));
    }

    /** The physician no longer practises in the territory from a date on. */
    public void leave(Physician physician, LocalDate from) {
        practise(
                physician,
                physician.career().practices().stream()
                        .map(practice -> new Career.Practice(
                                practice.territory(),
                                DateSpan.between(practice.dates().from(), from.minusDays(1))))
                        .toList());
    }

    /** Practises there besides. */
    public void join(Physician physician, TerritoryCode there) {
        practise(
                physician,
                Stream.concat(
                                physician.career().practices().stream(),
                                Stream.of(new Career.Practice(there, DateSpan.since(LONG_AGO))))
                        .toList());
    }

    private void practise(Physician physician, List<Career.Practice> practices) {
        Career career = physician.career();
        directory.save(new Physician(
                physician.id(),
                physician.name(),
                physician.rpps(),
                physician.mail(),
                new Career(career.trainings(), career.employments(), career.posts(), practices, career.workingTimes()),
                physician.numbers()));
    }

    private static Physician physician(TerritoryCode code, int number, int index, String name) {
        DateSpan since = DateSpan.since(LONG_AGO);
        return new Physician(
                new PhysicianId(UUID.randomUUID()),
                new PersonName("Camille", name),
                rpps(number * 10 + index),
                new MailAddress("medecin" + number + "-" + index + "@exemple.fr"),
                new Career(
                        List.of(new Career.Training(Diploma.DU, LONG_AGO)),
                        List.of(new Career.Employment(HOST, since)),
                        List.of(new Career.Post(Structure.USP, since)),
                        List.of(new Career.Practice(code, since)),
                        List.of()),
                List.of(ContactNumber.always(PhoneNumber.parse("06 39 98 0%d 0%d".formatted(number % 10, index)))));
    }

    private static Rpps rpps(int number) {
        String digits = "10777%05d".formatted(number);
        for (int key = 0; key < 10; key++) {
            try {
                return new Rpps(digits + key);
            } catch (IllegalArgumentException wrongKey) {
                continue;
            }
        }
        throw new IllegalStateException("one of ten keys fits");
    }
}
