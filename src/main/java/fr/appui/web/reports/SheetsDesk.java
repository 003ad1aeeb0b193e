package fr.appui.web.reports;

import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDate;
import fr.appui.french.FrenchDuration;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenValue;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.Section;
import fr.appui.indicators.report.Value;
import fr.appui.trace.AdviceNature;
import fr.appui.trace.CallId;
import fr.appui.trace.HandOver;
import fr.appui.trace.NomenclatureShelf;
import fr.appui.trace.Nomenclatures;
import fr.appui.trace.Outcome;
import fr.appui.trace.SheetRegister;
import fr.appui.trace.SheetRegister.Sheet;
import fr.appui.trace.SheetRegister.Wanted;
import fr.appui.trace.Term;
import fr.appui.trace.TermKind;
import fr.appui.web.Problem;
import fr.appui.web.page.People;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The register of sheets in the words of the nomenclature each was logged with. */
@ApplicationScoped
class SheetsDesk {

    /** In one file; a year of the busiest line that is known has fewer. */
    static final int MOST_IN_A_FILE = 5_000;

    private static final int USUAL_DAYS = 30;

    private final SheetRegister register;
    private final NomenclatureShelf shelf;
    private final Reports reports;
    private final Visitor visitor;
    private final People people;
    private final Clock clock;

    SheetsDesk(
            SheetRegister register,
            NomenclatureShelf shelf,
            Reports reports,
            Visitor visitor,
            People people,
            Clock clock) {
        this.people = people;
        this.register = register;
        this.shelf = shelf;
        this.reports = reports;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** What is looked for, as it was asked: the last thirty days, both days included, where no date is given. */
    record Search(String code, LocalDate from, LocalDate to, String motive, boolean unread) {

        Wanted wanted(ZoneId zone) {
            return new Wanted(
                    new TerritoryCode(code),
                    from.atStartOfDay(zone).toInstant(),
                    to.plusDays(1).atStartOfDay(zone).toInstant(),
                    Optional.of(motive).filter(given -> !given.isEmpty()),
                    unread);
        }
    }

    Search search(String code, String from, String to, String motive, boolean unread) {
        TerritoryCode territory = Territories.code(code);
        LocalDate today = reports.today(territory.value());
        LocalDate last = WrittenValue.isNothing(to) ? today : date("to", to);
        LocalDate first = WrittenValue.isNothing(from) ? last.minusDays(USUAL_DAYS - 1) : date("from", from);
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) > 366) {
            throw Problem.badRequest("from", "choisir une période d’un an au plus, qui commence avant de finir");
        }
        return new Search(territory.value(), first, last, WrittenValue.of(motive), unread);
    }

    private static LocalDate date(String field, String text) {
        return WrittenDate.tryRead(text).orElseThrow(() -> Problem.badRequest(field, WrittenDate.REMEDY));
    }

    /** What one may look for. */
    List<Term> motives(Search search) {
        return shelf.all()
                .inForce(search.to())
                .map(lists -> lists.terms(TermKind.MOTIVE))
                .orElse(List.of());
    }

    SheetRegister.Page page(Search search, int page, int size) {
        return register.of(search.wanted(reports.zone(search.code())), page, size);
    }

    /** Marks the revision in force as read by whoever asks. */
    void read(String code, String call) {
        CallId id = Territories.call(call);
        if (!register.read(Territories.code(code), id, visitor.signedIn().login(), clock.instant())) {
            throw Problem.notFound("Ce territoire n’a pas de fiche validée de cet appel.");
        }
    }

    Printable printable(Search search, String territory) {
        ZoneId zone = reports.zone(search.code());
        SheetRegister.Page found = register.of(search.wanted(zone), 0, MOST_IN_A_FILE);
        if (found.total() > MOST_IN_A_FILE) {
            throw Problem.badRequest(
                    "from",
                    found.total() + " fiches : choisir une période plus courte, " + MOST_IN_A_FILE + " au plus");
        }
        List<Row> rows = found.items().stream().map(sheet -> row(sheet, zone)).toList();
        return new Printable(
                "Registre des fiches",
                territory,
                "Réservé à l’établissement porteur",
                List.of("Période : du " + FrenchDate.of(search.from()) + " au " + FrenchDate.of(search.to())),
                List.of(),
                "Registre des fiches – " + territory,
                List.of(new Section(
                        "sheets",
                        "Fiches",
                        List.of(new Table(
                                "Fiches validées",
                                Optional.empty(),
                                List.of(
                                        "Reçu le",
                                        "Appel",
                                        "Médecin",
                                        "Appelant",
                                        "Motifs",
                                        "Orientations",
                                        "Lieu",
                                        "Durée",
                                        "Nature",
                                        "Suite",
                                        "Lue par"),
                                rows,
                                Optional.empty())))),
                List.of());
    }

    private Row row(Sheet sheet, ZoneId zone) {
        Told told = told(sheet);
        return Row.of(
                sheet.revision().call().value(),
                Value.words(FrenchDate.andTime(sheet.received().atZone(zone))),
                Value.words(sheet.revision().call().value()),
                Value.words(people.of(sheet.revision().author())),
                Value.words(told.caller()),
                Value.words(told.motives()),
                Value.words(told.orientations()),
                Value.words(told.place()),
                Value.words(told.duration()),
                Value.words(told.nature()),
                Value.words(told.handOver()),
                Value.words(
                        sheet.read().map(SheetRegister.Read::by).map(people::of).orElse("")));
    }

    /** A sheet in French. */
    record Told(
            String caller,
            String motives,
            String orientations,
            String place,
            String duration,
            String nature,
            String handOver) {}

    Told told(Sheet sheet) {
        Outcome outcome = sheet.revision().outcome();
        Nomenclatures all = shelf.all();
        String version = sheet.revision().nomenclature();
        return new Told(
                all.told(
                        version,
                        TermKind.CALLER_PROFILE,
                        outcome.callerProfile().stream().toList()),
                all.told(version, TermKind.MOTIVE, outcome.motives()),
                all.told(version, TermKind.ORIENTATION, outcome.orientations()),
                all.told(
                        version,
                        TermKind.PLACE_OF_CARE,
                        outcome.placeOfCare().stream().toList()),
                outcome.duration().map(FrenchDuration::of).orElse(""),
                outcome.nature().map(AdviceNature::label).orElse(""),
                outcome.handOver().map(HandOver::sentence).orElse(""));
    }
}
