package fr.appui.indicators.report;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.Agreement;
import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Diploma;
import fr.appui.directory.Establishment;
import fr.appui.directory.EstablishmentKind;
import fr.appui.directory.Finess;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.LineSettings;
import fr.appui.directory.MailAddress;
import fr.appui.directory.Partners;
import fr.appui.directory.PersonName;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.directory.Signatory;
import fr.appui.directory.Structure;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryChange;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Volunteering;
import fr.appui.indicators.CallFacts;
import fr.appui.indicators.CallTally;
import fr.appui.indicators.CountedCall;
import fr.appui.indicators.HeldWindow;
import fr.appui.indicators.HeldWindow.Hold;
import fr.appui.indicators.KnownPhysicians;
import fr.appui.indicators.Lens;
import fr.appui.indicators.pay.AccountHeading;
import fr.appui.indicators.pay.AccountHeading.Side;
import fr.appui.indicators.pay.Coordination;
import fr.appui.indicators.pay.FinancialStatement;
import fr.appui.indicators.pay.FinancialStatement.Entry;
import fr.appui.indicators.pay.Money;
import fr.appui.indicators.pay.Tariffs;
import fr.appui.indicators.sample.SampleCall;
import fr.appui.indicators.sample.SampleYear;
import fr.appui.trace.Nomenclature;
import fr.appui.trace.NomenclatureFile;
import fr.appui.trace.NomenclatureReading.Accepted;
import fr.appui.trace.Nomenclatures;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Seven territories with their people, duties and calls, without any storage: what a year's report is written from. */
public final class SampleRegion {

    public static final LocalDate PRINTED_ON = LocalDate.of(2027, 1, 18);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate SINCE = LocalDate.of(2024, 9, 1);
    private static final LocalDate HAD_AGREED = LocalDate.of(2026, 1, 1);
    private static final int OISE = 4;
    private static final List<String> NAMES = List.of(
            "Aisne Haute Somme",
            "Hainaut",
            "Littoral Nord",
            "Métropole Flandres",
            "Oise",
            "Somme Littoral Sud",
            "Artois Douaisis");
    /** As one says where they are. */
    private static final List<String> OF = List.of(
            "de l’Aisne Haute Somme",
            "du Hainaut",
            "du Littoral Nord",
            "de la Métropole Flandres",
            "de l’Oise",
            "de la Somme Littoral Sud",
            "de l’Artois Douaisis");

    /** Eight a territory, in the order of the territories. */
    private static final List<String> FAMILIES = List.of(
            "Aubert Bastien Boulanger Cordier Debray Fontaine Gosset Hennequin",
            "Bacquet Claisse Delcourt Druart Flament Grard Hubert Lenglet",
            "Agneray Bomy Coubronne Duflos Fournier Gournay Hamy Libert",
            "Baert Cousin Decroix Desmet Ghesquière Lambin Masquelier Vandaele",
            "Leroy Moreau Dubois Delattre Lefèvre Vasseur Caron Carpentier",
            "Boucher Cauchy Dufour Froment Godin Lecomte Marcille Poiret",
            "Bailleul Capelle Dhennin Duquesne Ledru Ponthieu Roussel Wattez");

    /** The clinic and the home hospital beside the host. */
    private static final List<List<String>> PARTNERS = List.of(
            List.of("Clinique des Marronniers", "HAD de la Haute Vallée"),
            List.of("Clinique du Clos Fleuri", "HAD de l’Écluse"),
            List.of("Clinique des Dunes Blanches", "HAD du Phare"),
            List.of("Polyclinique du Grand Carillon", "HAD des Moulins"),
            List.of("Clinique des Tilleuls", "HAD du Plateau"),
            List.of("Clinique de la Roselière", "HAD de la Baie"),
            List.of("Clinique du Val Carmin", "HAD des Deux Canaux"));

    /** Who signs for the host, the clinic and the home hospital. */
    private static final List<List<String>> DIRECTORS = List.of(
            List.of("Hélène Vidal", "Pierre Maillot", "Inès Caudron"),
            List.of("Bruno Lacroix", "Sonia Fievet", "Éric Danel"),
            List.of("Mireille Queval", "Luc Evrard", "Farid Benali"),
            List.of("Thomas Leclercq", "Laure Wagner", "Denis Hauser"),
            List.of("Anne Petit", "Luc Blondel", "Cécile Rimbaut"),
            List.of("Yves Sorel", "Aline Candas", "Karim Ferhat"),
            List.of("Odile Brunel", "Serge Payen", "Lucie Marquant"));

    /** On the pay of the host's physicians. */
    private static final BigDecimal CHARGES = new BigDecimal("0.33");

    private static final List<String> GIVEN =
            List.of("Claire", "Hugo", "Émilie", "Antoine", "Nadia", "Paul", "Juliette", "Marc");
    private static final Narrative NARRATIVE = new Narrative(
            "L’année confirme la place de l’appui auprès des EHPAD : les infirmières et infirmiers de nuit appellent plus tôt, et le"
                    + " maintien au lieu de vie reste le conseil le plus fréquent.\nUn dimanche d’août n’a pas été couvert ;"
                    + " les appels ont basculé sur la ligne de secours. Le huitième médecin, de la HAD, rend cette situation"
                    + " moins probable.\nLe forfait ne couvre pas les charges patronales : elles sont la cause du dépassement, que"
                    + " l’établissement porteur prend sur ses ressources.",
            "Étendre la zone de Creil-Senlis à toutes ses communes, trouver un neuvième médecin pour l’été, et présenter"
                    + " l’appui aux nouvelles directions d’EHPAD au premier trimestre.",
            "Dr Marc Delattre",
            List.of(new Narrative.Staff("Sylvie Maréchal", "secrétaire médicale, coordination", "0,2 ETP")),
            List.of(new Narrative.Meeting(
                    LocalDate.of(2026, 11, 24),
                    "Retour d’expérience régional",
                    "fiche d’appel raccourcie",
                    "formation des médecins en janvier")),
            Map.of(),
            1);
    private static final Nomenclature NOMENCLATURE = nomenclature();

    private SampleRegion() {}

    /** As published lines report it: from 5 calls a month for the quietest to 60 for the busiest. */
    private static final List<Integer> CALLS_A_YEAR = List.of(264, 552, 144, 720, 372, 204, 60);

    /** The region as a year could really be. */
    public static ReportScope believable() {
        return scope(IntStream.range(0, NAMES.size()).boxed().toList(), CALLS_A_YEAR::get);
    }

    public static ReportScope territory(int index, int callsAYear) {
        return scope(List.of(index), i -> callsAYear);
    }

    public static ReportScope region(int callsAYear) {
        return scope(IntStream.range(0, NAMES.size()).boxed().toList(), i -> callsAYear);
    }

    private static ReportScope scope(List<Integer> indexes, IntUnaryOperator callsAYear) {
        List<Physician> physicians =
                indexes.stream().flatMap(index -> physicians(index).stream()).toList();
        List<Establishment> establishments = indexes.stream()
                .flatMap(index -> establishments(index).stream())
                .toList();
        KnownPhysicians volunteers = new KnownPhysicians(physicians, establishments);
        String name = indexes.size() == 1 ? "Territoire " + OF.get(indexes.getFirst()) : "Région Hauts-de-France";
        String code = indexes.size() == 1 ? code(indexes.getFirst()).value() : "HDF";
        return new ReportScope(
                code,
                name,
                indexes.stream()
                        .map(i -> year(i, 2026, callsAYear.applyAsInt(i), volunteers))
                        .toList(),
                indexes.stream()
                        .map(i -> year(i, 2025, callsAYear.applyAsInt(i) * 4 / 5, volunteers))
                        .toList(),
                volunteers,
                physicians,
                new ReportScope.Money(
                        Tariffs.ofTheCahierDesCharges(),
                        Coordination.OF_THE_CAHIER_DES_CHARGES,
                        accounts(),
                        indexes.stream().collect(Collectors.toMap(i -> code(i).value(), i -> CHARGES)),
                        Map.of()),
                indexes.size() == 1 ? NARRATIVE : Narrative.NONE);
    }

    static TerritoryYear year(int index, int year, int calls, KnownPhysicians volunteers) {
        DutyCalendar calendar = calendar(index);
        LocalDate last = LocalDate.of(year, 12, 31);
        List<DutyWindow> windows = calendar.windows(LocalDate.of(year, 1, 1), last);
        Lens lens = new Lens(
                PARIS,
                calendar.windows(LocalDate.of(year - 1, 12, 31), last),
                new Nomenclatures(List.of(NOMENCLATURE)),
                NOMENCLATURE);
        CallTally tally = new CallTally();
        new SampleYear(
                        new SampleYear.Setting(
                                code(index), "0344000000", PARIS, windows, (date, rung) -> onDuty(index, date, rung)),
                        1000L * year + index)
                .play(calls, call -> tally.add(counted(call), lens));
        return new TerritoryYear(
                Period.year(year),
                last,
                partners(index),
                territoryChanges(index, year),
                calendar,
                lens,
                tally,
                duties(index, windows),
                backUps(index, windows),
                volunteers,
                Optional.of(index == OISE ? acts(year) : List.of()),
                difficulties(index, year),
                money(index, year),
                index == OISE ? ASKED : SurveyTally.NONE);
    }

    static final SurveyTally ASKED = new SurveyTally(
            60,
            Map.of(Survey.Reply.YES, 31L, Survey.Reply.PARTLY, 7L, Survey.Reply.NO, 2L),
            Map.of(Survey.Reply.YES, 36L, Survey.Reply.PARTLY, 4L));

    /** The subsidy as it is notified and paid in two parts, after the perimeter; coordination as it was spent. */
    private static List<Entry> money(int index, int year) {
        Money half = Money.euros(index % 3 == 0 ? 24_000 : 12_050);
        Money coordination = Money.euros(10_000);
        LocalDate april = LocalDate.of(year, 4, 9);
        return List.of(
                new Entry(
                        LocalDate.of(year, 2, 12),
                        "NOTIFIED",
                        "arrêté FIR du 12 février",
                        half.times(2).plus(coordination)),
                new Entry(april, "SUBSIDY_DUTIES", "premier acompte", half),
                new Entry(LocalDate.of(year, 10, 8), "SUBSIDY_DUTIES", "second acompte", half),
                new Entry(april, "SUBSIDY_COORDINATION", "versement", coordination),
                new Entry(
                        LocalDate.of(year, 12, 31),
                        "COORDINATION",
                        "Secrétariat médical, 0,2 ETP",
                        Money.euros(9_640 + (index - OISE) * 85L)));
    }

    private static List<TerritoryChange> territoryChanges(int index, int year) {
        return index == 4
                ? List.of(new TerritoryChange(code(index), LocalDate.of(year, 4, 7), "Zone « Creil-Senlis » ajoutée"))
                : List.of();
    }

    public static CountedCall counted(SampleCall call) {
        CallFacts facts = CallFacts.of(call.events()).orElseThrow();
        return call.logged()
                .map(logged ->
                        CountedCall.unlogged(facts).logged(logged.status(), NOMENCLATURE.version(), logged.outcome()))
                .orElseGet(() -> CountedCall.unlogged(facts));
    }

    /** One week each in turn; a Friday in June is left in the middle of the evening, and a Sunday in August is a hole. */
    private static List<HeldWindow> duties(int index, List<DutyWindow> windows) {
        List<HeldWindow> duties = new ArrayList<>();
        for (DutyWindow window : windows) {
            PhysicianId holder = onDuty(index, window.date(), 1);
            if (window.date().equals(LocalDate.of(2026, 8, 16)) && index == 4) {
                duties.add(HeldWindow.byNobody(code(index), window));
            } else if (window.date().getMonthValue() == 6 && window.date().getDayOfMonth() == 8 + index) {
                Instant takeover = window.start().plus(Duration.ofMinutes(95));
                duties.add(new HeldWindow(
                        code(index),
                        window,
                        List.of(
                                new Hold(holder, window.start(), takeover),
                                new Hold(onDuty(index, window.date(), 2), takeover, window.end()))));
            } else {
                duties.add(HeldWindow.whole(code(index), window, holder));
            }
        }
        return duties;
    }

    /** Who stood behind on the same nights. */
    private static List<HeldWindow> backUps(int index, List<DutyWindow> windows) {
        return windows.stream()
                .map(window -> HeldWindow.whole(code(index), window, onDuty(index, window.date(), 2)))
                .toList();
    }

    static PhysicianId onDuty(int index, LocalDate date, int rung) {
        long week = (date.toEpochDay() + 3) / 7;
        // the eighth, of the HAD, comes with its agreement
        int team = date.isBefore(HAD_AGREED) ? 7 : 8;
        return id(index, (int) ((week + (rung - 1) * 3L) % team));
    }

    private static List<RotaAct> acts(int year) {
        LocalDate june = LocalDate.of(year, 6, 12);
        return List.of(
                new RotaAct(
                        LocalDate.of(year, 2, 3),
                        RotaAct.Kind.SWAP,
                        LocalDate.of(year, 2, 14),
                        "Échange de week-ends."),
                new RotaAct(june, RotaAct.Kind.OVERRIDE, june, "Relève en cours d’astreinte, médecin appelé en HAD."),
                new RotaAct(
                        LocalDate.of(year, 9, 4),
                        RotaAct.Kind.UNCONFIRMED,
                        LocalDate.of(year, 9, 4),
                        "Les autres médecins sont appelés d’abord ; l’astreinte et son forfait ne changent pas."),
                new RotaAct(
                        LocalDate.of(year, 7, 20),
                        RotaAct.Kind.DEROGATION,
                        LocalDate.of(year, 8, 1),
                        "Dr Hugo Vasseur : 15 jours permis au 3e trimestre 2026. Congés d’été, un volontaire en arrêt."));
    }

    private static List<Difficulty> difficulties(int index, int year) {
        List<Difficulty> all = List.of(
                new Difficulty(
                        1,
                        code(index),
                        LocalDate.of(year, 3, 4).plusDays(6L * (index - OISE)),
                        Difficulty.Category.COMMUNICATION,
                        "Plusieurs EHPAD ne connaissaient pas encore le numéro de l’appui.",
                        Optional.of("Affiche renvoyée aux " + (41 + 4 * (index - OISE))
                                + " EHPAD du territoire dans la semaine.")),
                new Difficulty(
                        2,
                        code(index),
                        LocalDate.of(year, 8, 17),
                        Difficulty.Category.COVERAGE,
                        "Aucun médecin disponible le dimanche 16 août : plage non couverte, appels basculés.",
                        Optional.empty()));
        // only the Oise had a hole
        return index == OISE ? all : all.subList(0, 1);
    }

    private static DutyCalendar calendar(int index) {
        PerimeterKind kind = index % 3 == 0 ? PerimeterKind.EXTENDED : PerimeterKind.CORE;
        PerimeterHours hours = index % 3 == 0 ? PerimeterHours.extended() : PerimeterHours.core();
        List<Perimeter> versions = new ArrayList<>(
                List.of(Perimeter.announced(kind, hours, SINCE, SINCE).agreed(SINCE, "ARS/2024/112")));
        if (index == 4) {
            LocalDate october = LocalDate.of(2026, 10, 1);
            versions.add(Perimeter.announced(
                            PerimeterKind.CORE,
                            PerimeterHours.core().fromHalfPastSix(),
                            LocalDate.of(2026, 7, 1),
                            october)
                    .agreed(LocalDate.of(2026, 9, 1), "ARS/2026/087"));
        }
        return new DutyCalendar(PARIS, HolidayZone.METROPOLE, versions);
    }

    static TerritoryCode code(int index) {
        return new TerritoryCode(List.of("HDF-AHS", "HDF-HAINAUT", "HDF-LN", "HDF-MF", "HDF-OISE", "HDF-SLS", "HDF-AD")
                .get(index));
    }

    public static Partners partners(int index) {
        List<Establishment> establishments = establishments(index);
        Finess host = establishments.getFirst().finess();
        var line = new SupportLine(
                PhoneNumber.parse("03 44 00 11 2" + index),
                code(index),
                new LineSettings(
                        true,
                        List.of(Duration.ofSeconds(20)),
                        Optional.of(PhoneNumber.parse("03 44 00 99 88")),
                        false,
                        Optional.empty()));
        var territory = new Territory(
                code(index),
                NAMES.get(index),
                List.of(),
                PARIS,
                HolidayZone.METROPOLE,
                new Territory.Contact(Optional.of(line), Optional.of(new MailAddress("appui@hopital-exemple.fr"))),
                Optional.of(host));
        List<Agreement> agreements = establishments.stream()
                .skip(1)
                .map(partner -> new Agreement(
                        code(index),
                        host,
                        partner.finess(),
                        agreed(partner).minusMonths(1),
                        DateSpan.since(agreed(partner)),
                        signatories(index, establishments.indexOf(partner))))
                .toList();
        return Partners.of(territory, establishments, agreements);
    }

    private static List<Signatory> signatories(int index, int partner) {
        List<String> directors = DIRECTORS.get(index);
        return List.of(
                new Signatory(directors.getFirst(), "direction de l’établissement porteur"),
                new Signatory(directors.get(partner), "direction de l’établissement partenaire"));
    }

    private static LocalDate agreed(Establishment partner) {
        return partner.name().contains("HAD") ? HAD_AGREED : SINCE;
    }

    public static List<Establishment> establishments(int index) {
        return List.of(
                establishment(index * 3, "Centre hospitalier " + OF.get(index), EstablishmentKind.PUBLIC_HOSPITAL),
                establishment(index * 3 + 1, PARTNERS.get(index).getFirst(), EstablishmentKind.PRIVATE_HOSPITAL),
                establishment(index * 3 + 2, PARTNERS.get(index).getLast(), EstablishmentKind.NON_PROFIT_HOSPITAL));
    }

    private static Establishment establishment(int number, String name, EstablishmentKind kind) {
        return new Establishment(
                new Finess(withKey("60010%03d".formatted(number))), name, kind, Optional.of(SINCE), Optional.of(SINCE));
    }

    private static List<Physician> physicians(int index) {
        return IntStream.range(0, GIVEN.size())
                .mapToObj(i -> physician(index, i))
                .toList();
    }

    private static Physician physician(int index, int i) {
        Finess employer = establishments(index).get(i < 4 ? 0 : i < 7 ? 1 : 2).finess();
        LocalDate arrived = i == 7 ? HAD_AGREED : SINCE;
        var career = new Career(
                List.of(new Career.Training(Diploma.values()[i % Diploma.values().length], LocalDate.of(2019, 6, 1))),
                List.of(new Career.Employment(employer, DateSpan.since(LocalDate.of(2018, 1, 1)))),
                List.of(new Career.Post(
                        i < 3 ? Structure.USP : i < 7 ? Structure.EMSP : Structure.HAD,
                        DateSpan.since(LocalDate.of(2018, 1, 1)))),
                List.of(new Career.Practice(code(index), DateSpan.since(arrived))),
                List.of(new Career.WorkingTime(new BigDecimal(i % 2 == 0 ? "1.0" : "0.8"), LocalDate.of(2018, 1, 1))),
                List.of(new Volunteering(
                        code(index),
                        i < 3 ? Volunteering.Basis.USP_SERVICE : Volunteering.Basis.DECLARATION,
                        i == 7 ? Optional.of(LocalDate.of(2025, 11, 14)) : Optional.empty(),
                        Optional.of(arrived),
                        Optional.empty())));
        return new Physician(
                id(index, i),
                new PersonName(GIVEN.get((i + index) % 8), FAMILIES.get(index).split(" ")[i]),
                new Rpps(withKey("1010%06d".formatted(index * 100 + i))),
                new MailAddress("medecin%d@hopital-exemple.fr".formatted(index * 100 + i)),
                career,
                List.of(ContactNumber.always(PhoneNumber.parse("06 12 34 %02d %02d".formatted(index, i)))));
    }

    private static PhysicianId id(int index, int i) {
        return new PhysicianId(new UUID(0x600_0000L + index, 0x8000_0000_0000_0000L + i));
    }

    /** The number with its Luhn key. */
    private static String withKey(String digits) {
        return Stream.iterate(0, key -> key + 1)
                .limit(10)
                .map(key -> digits + key)
                .filter(SampleRegion::isLuhn)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    static List<AccountHeading> accounts() {
        return List.of(
                new AccountHeading(
                        FinancialStatement.NOTIFIED, "441", "Subvention FIR notifiée par l’ARS", Side.INCOME),
                new AccountHeading(FinancialStatement.EMPLOYER_CHARGES, "645", "Charges patronales", Side.EXPENSE),
                new AccountHeading(
                        FinancialStatement.SUBSIDY_DUTIES, "747", "Subvention FIR, forfaits d’astreinte", Side.INCOME),
                new AccountHeading(
                        FinancialStatement.SUBSIDY_COORDINATION, "747", "Subvention FIR, coordination", Side.INCOME),
                new AccountHeading(
                        FinancialStatement.HOST_PHYSICIANS, "642", "Rémunérations du personnel médical", Side.EXPENSE),
                new AccountHeading(
                        FinancialStatement.PARTNER_TRANSFERS,
                        "658",
                        "Reversements aux établissements partenaires",
                        Side.EXPENSE),
                new AccountHeading("COORDINATION", "641", "Personnel non médical, coordination", Side.EXPENSE));
    }

    private static Nomenclature nomenclature() {
        try (var file = SampleRegion.class.getResourceAsStream("/nomenclature/default-2026.yaml")) {
            String yaml = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return ((Accepted) NomenclatureFile.read(yaml)).nomenclature();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
