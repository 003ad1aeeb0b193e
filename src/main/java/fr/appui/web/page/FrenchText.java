package fr.appui.web.page;

import fr.appui.directory.PhoneNumber;
import fr.appui.french.FrenchDate;
import fr.appui.french.FrenchDuration;
import fr.appui.french.FrenchTime;
import fr.appui.french.Typography;
import fr.appui.indicators.pay.Money;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Dates, times, numbers and punctuation as they are printed in France, for templates. No instant is printed without the place whose
 * time it is: a territory's, or {@link ParisTime}.
 */
@TemplateExtension
public final class FrenchText {

    private static final char FIXED = Typography.NO_BREAK;
    private static final DateTimeFormatter EXACT_TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.FRANCE);

    private FrenchText() {}

    /** lundi 23 novembre 2026; the first of a month is « 1er ». */
    public static String day(LocalDate date) {
        return FrenchDate.dayAndYear(date);
    }

    /** 23 novembre 2026. */
    public static String date(LocalDate date) {
        return FrenchDate.of(date);
    }

    /** lun. 23 nov. */
    public static String shortDay(LocalDate date) {
        return FrenchDate.shortDay(date);
    }

    /** novembre 2026. */
    public static String inWords(YearMonth month) {
        return FrenchDate.month(month);
    }

    /** 8 h 30, 18 h, minuit. */
    public static String timeOfDay(LocalTime time) {
        return FrenchTime.of(time);
    }

    public static String timeOfDay(ZonedDateTime time) {
        return timeOfDay(time.toLocalTime());
    }

    /** 22 h, or 8 h 30 le lendemain: the end of what began then. */
    public static String timeAfter(ZonedDateTime end, ZonedDateTime start) {
        return timeOfDay(end)
                + (end.toLocalDate().equals(start.toLocalDate().plusDays(1)) ? " le" + FIXED + "lendemain" : "");
    }

    /** 18:30:05. */
    public static String exactTime(ZonedDateTime time) {
        return EXACT_TIME.format(time);
    }

    /** lundi 23 novembre 2026 à 18 h 30. */
    public static String moment(ZonedDateTime time) {
        return day(time.toLocalDate()) + " à " + timeOfDay(time);
    }

    public static String moment(OffsetDateTime time) {
        return moment(time.toZonedDateTime());
    }

    /** 8 min 12 s. */
    public static String spoken(Duration duration) {
        return FrenchDuration.of(duration);
    }

    /** 361 h 30. */
    public static String hours(Duration held) {
        return FrenchDuration.hours(held);
    }

    /** 03 44 11 22 33, which no line break cuts. */
    public static String spoken(PhoneNumber number) {
        return number.national().replace(' ', FIXED);
    }

    /** As {@link #spoken(PhoneNumber)}, to be written over: what is no number stays as somebody wrote it. */
    public static String asDialled(String written) {
        return PhoneNumber.tryParse(written).map(PhoneNumber::national).orElse(written);
    }

    /** 0,8 for 0.8, to be written over. */
    public static String withComma(String decimal) {
        return decimal.replace('.', ',');
    }

    /** 1 234,50 €; cents only where there are some. */
    public static String inFrench(Money amount) {
        return Typography.roundEuros(amount.cents());
    }

    /** 0,8 of a full-time post. */
    public static String share(BigDecimal part) {
        return part.stripTrailingZeros().toPlainString().replace('.', ',') + FIXED + "ETP";
    }

    /** Spaces that may not break, where French wants them: « ainsi », oui ; non : 12 % ! */
    public static String french(String text) {
        return Typography.typeset(text);
    }
}
