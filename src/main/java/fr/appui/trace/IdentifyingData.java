package fr.appui.trace;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a free text must not hold (domain §7: no patient identity anywhere). A guard against slips, not against intent: each
 * rule looks for one kind of identifying data and says in French what to remove, without repeating it.
 */
public final class IdentifyingData {

    /** @param code English; @param sentence French, names what was found and where, never the data itself */
    public record Found(String code, String sentence) {}

    private record Rule(String code, String what, BiPredicate<String, LocalDate> foundIn) {}

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    /** Sex, year, month (or a fictitious one), department or 2A/2B, commune, order, and the key when it was written. */
    private static final Pattern NIR = Pattern.compile(
            "(?<!\\d)([1-478] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[ABab]) ?\\d{3} ?\\d{3})( ?\\d{2})?(?!\\d)");

    private static final Pattern TITLE_AND_NAME = Pattern.compile(
            "(?<![\\p{L}])(?i:M\\.|Mr\\.?|Mrs|Mme|Mlle|Monsieur|Madame|Mademoiselle)[\\s\\u00A0]+\\p{Lu}[\\p{L}.'’-]*"
                    + "|(?<![\\p{L}])M[\\s\\u00A0]+\\p{Lu}[\\p{L}'’-]+"
                    + "|(?<![\\p{L}])(?i:patiente?|résidente?)[\\s\\u00A0]+\\p{Lu}\\p{L}+");

    private static final Pattern BORN =
            Pattern.compile("(?iu)(?<![\\p{L}])(?:n[ée]+e? +(?:le|en) +\\d|ddn\\b|date +de +naissance|nais\\. *\\d)");

    private static final String MONTH_NAMES =
            "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre";
    private static final Pattern DATE_IN_DIGITS =
            Pattern.compile("(?<!\\d)(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})(?!\\d)");
    private static final Pattern DATE_IN_WORDS =
            Pattern.compile("(?iu)(?<!\\d)(\\d{1,2})(?:er)? +(" + MONTH_NAMES + ") +(\\d{4})(?!\\d)");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("janvier", 1),
            Map.entry("février", 2),
            Map.entry("fevrier", 2),
            Map.entry("mars", 3),
            Map.entry("avril", 4),
            Map.entry("mai", 5),
            Map.entry("juin", 6),
            Map.entry("juillet", 7),
            Map.entry("août", 8),
            Map.entry("aout", 8),
            Map.entry("septembre", 9),
            Map.entry("octobre", 10),
            Map.entry("novembre", 11),
            Map.entry("décembre", 12),
            Map.entry("decembre", 12));

    private static final List<Rule> RULES = List.of(
            new Rule("NIR", "un numéro de sécurité sociale", (text, today) -> hasNir(text)),
            new Rule("PHONE", "un numéro de téléphone", (text, today) -> hasPhone(text)),
            new Rule(
                    "MAIL",
                    "une adresse électronique",
                    (text, today) -> MAIL.matcher(text).find()),
            new Rule("BIRTH_DATE", "une date de naissance", IdentifyingData::hasBirthDate),
            new Rule(
                    "NAME",
                    "un nom de personne",
                    (text, today) -> TITLE_AND_NAME.matcher(text).find()));

    private IdentifyingData() {}

    /** @param today a complete date more than a year before it reads as a date of birth */
    public static List<Found> find(String text, LocalDate today) {
        return RULES.stream()
                .filter(rule -> rule.foundIn.test(text, today))
                .map(rule -> new Found(
                        rule.code,
                        "le texte semble contenir " + rule.what
                                + " ; le retirer : aucune identité de patient ne doit être saisie"))
                .toList();
    }

    private static boolean hasNir(String text) {
        return NIR.matcher(text.replace('\u00A0', ' ')).results().anyMatch(IdentifyingData::isNir);
    }

    /** Thirteen characters have no key to check; with fifteen, the key is 97 less the remainder of the number by 97. */
    private static boolean isNir(MatchResult match) {
        if (match.group(2) == null) {
            return true;
        }
        String digits = match.group(1)
                .replace(" ", "")
                .toUpperCase(Locale.ROOT)
                .replace("2A", "19")
                .replace("2B", "18");
        return 97 - Long.parseLong(digits) % 97 == Long.parseLong(match.group(2).strip());
    }

    private static boolean hasPhone(String text) {
        return PhoneNumberUtil.getInstance().findNumbers(text, "FR").iterator().hasNext();
    }

    private static boolean hasBirthDate(String text, LocalDate today) {
        return BORN.matcher(text).find() || dates(text).stream().anyMatch(date -> date.isBefore(today.minusYears(1)));
    }

    private static List<LocalDate> dates(String text) {
        List<LocalDate> dates = new ArrayList<>();
        Stream.concat(
                        DATE_IN_DIGITS.matcher(text).results(),
                        DATE_IN_WORDS.matcher(text).results())
                .forEach(match -> {
                    try {
                        dates.add(LocalDate.of(
                                Integer.parseInt(match.group(3)),
                                month(match.group(2)),
                                Integer.parseInt(match.group(1))));
                    } catch (DateTimeException notADate) {
                        // 31/02/2020 or a dose written with slashes: no date, nothing to refuse
                    }
                });
        return dates;
    }

    private static int month(String written) {
        Integer named = MONTHS.get(written.toLowerCase(Locale.FRENCH));
        return named == null ? Integer.parseInt(written) : named;
    }
}
