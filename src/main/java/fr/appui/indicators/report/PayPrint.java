package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.amount;
import static fr.appui.indicators.report.Value.day;
import static fr.appui.indicators.report.Value.decimal;
import static fr.appui.indicators.report.Value.words;

import fr.appui.calendar.DayKind;
import fr.appui.directory.Finess;
import fr.appui.french.FrenchDate;
import fr.appui.french.FrenchDuration;
import fr.appui.indicators.KnownPhysicians;
import fr.appui.indicators.pay.Earned;
import fr.appui.indicators.pay.PayStatement;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A month's or a year's statement of service done: a summary, then each establishment's physicians and their duties. */
public final class PayPrint {

    static final String SHARED = "Dont partagées : temps tenu";

    private PayPrint() {}

    /**
     * @param until the last day counted: one that is not the period's last makes the statement a provisional one
     * @param backUps what the agreements pay besides, for back-ups
     */
    public static Printable of(
            PayStatement pay, LocalDate until, PayStatement backUps, String territory, KnownPhysicians volunteers) {
        List<Section> sections = new ArrayList<>();
        Section summary = summary(pay, volunteers);
        sections.add(
                backUps.shares().isEmpty()
                        ? summary
                        : new Section(
                                summary.code(),
                                summary.title(),
                                Stream.concat(summary.blocks().stream(), Stream.of(backUps(backUps, volunteers)))
                                        .toList()));
        pay.establishments().forEach(establishment -> sections.add(section(pay, establishment, volunteers)));
        String period = "du " + FrenchDate.of(pay.from()) + " au " + FrenchDate.of(pay.to());
        boolean provisional = until.isBefore(pay.to());
        return new Printable(
                "État du service fait",
                territory,
                "Document nominatif, réservé aux établissements employeurs",
                Stream.concat(
                                Stream.of("Appui territorial de soins palliatifs", "Période : " + period),
                                provisional
                                        ? Stream.of("Provisoire, période en cours : astreintes tenues jusqu’au "
                                                + FrenchDate.of(until))
                                        : Stream.empty())
                        .toList(),
                List.of("Pour l’établissement porteur"),
                "État du service fait – " + territory + " – " + period + (provisional ? " – provisoire" : ""),
                sections,
                List.of());
    }

    private static Section summary(PayStatement pay, KnownPhysicians volunteers) {
        List<Row> rows = pay.shares().stream()
                .map(share -> Row.of(
                        words(name(share.establishment(), volunteers)),
                        words(volunteers.nameOf(share.physician())),
                        decimal(share.daysOn(DayKind.WORKING)),
                        decimal(share.daysOn(DayKind.NON_WORKING)),
                        amount(share.total())))
                .toList();
        Table table = new Table(
                "Sommes dues",
                Optional.empty(),
                List.of("Établissement", "Médecin", "Jours ouvrés", "Samedis, dimanches et fériés", "Montant"),
                rows,
                Optional.of(List.of(
                        words("Total"),
                        words(""),
                        decimal(days(pay, DayKind.WORKING)),
                        decimal(days(pay, DayKind.NON_WORKING)),
                        amount(pay.total()))));
        return new Section("summary", "Récapitulatif", List.of(table));
    }

    static Table backUps(PayStatement pay, KnownPhysicians volunteers) {
        return new Table(
                "Deuxièmes rangs dus par médecin",
                Optional.empty(),
                List.of("Établissement", "Médecin", "Jours", "Montant"),
                pay.shares().stream()
                        .map(share -> Row.of(
                                words(name(share.establishment(), volunteers)),
                                words(volunteers.nameOf(share.physician())),
                                decimal(share.daysOn(DayKind.WORKING).add(share.daysOn(DayKind.NON_WORKING))),
                                amount(share.total())))
                        .toList(),
                Optional.of(List.of(
                        words("Total"),
                        words(""),
                        decimal(days(pay, DayKind.WORKING).add(days(pay, DayKind.NON_WORKING))),
                        amount(pay.total()))));
    }

    private static Section section(PayStatement pay, Optional<Finess> establishment, KnownPhysicians volunteers) {
        List<Block> tables = new ArrayList<>();
        pay.of(establishment)
                .forEach(share -> tables.add(new Table(
                        volunteers.nameOf(share.physician()),
                        Optional.empty(),
                        List.of("Date", "Jour", "Part tenue", "Montant"),
                        share.lines().stream()
                                .sorted(Comparator.comparing(
                                        line -> line.window().date()))
                                .map(PayPrint::row)
                                .toList(),
                        Optional.of(List.of(words("Total"), words(""), words(""), amount(share.total()))))));
        String code = establishment.map(Finess::value).orElse("unknown");
        return new Section(code, name(establishment, volunteers), tables);
    }

    /** {@code 12 juin 2026 : 1 h 35 sur 4 h}: a rounded number of days times a rate is not the amount, these are. */
    static String shared(PayStatement.Share share) {
        return share.shared().stream()
                .map(line -> FrenchDate.of(line.window().date()) + " : " + FrenchDuration.hours(line.held()) + " sur "
                        + FrenchDuration.hours(line.length()))
                .collect(Collectors.joining(" ; "));
    }

    private static Row row(Earned line) {
        BigDecimal part = BigDecimal.valueOf(line.held().toMillis())
                .divide(BigDecimal.valueOf(line.length().toMillis()), 4, RoundingMode.HALF_UP);
        LocalDate date = line.window().date();
        return Row.of(
                line.dutyId(),
                day(date),
                words(line.isOn(DayKind.WORKING) ? "Jour ouvré" : "Samedi, dimanche ou férié"),
                new Value.Share(part.doubleValue()),
                amount(line.amount()));
    }

    private static BigDecimal days(PayStatement pay, DayKind kind) {
        return pay.shares().stream().map(share -> share.daysOn(kind)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String name(Optional<Finess> establishment, KnownPhysicians volunteers) {
        return establishment.map(volunteers::nameOf).orElse("Employeur inconnu");
    }
}
