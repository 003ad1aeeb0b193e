package fr.appui.calendar;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A civil quarter, the period that rotas are made for and that the quota is counted in (doc 001 §4). Written 2026-Q3. */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    private static final Pattern SHAPE = Pattern.compile("(\\d{4})-Q([1-4])");

    public Quarter {
        if (number < 1 || number > 4) {
            throw new InvalidInput("trimestre : " + number + " n’existe pas ; choisir de 1 à 4");
        }
    }

    public static Quarter parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new InvalidInput(
                    "trimestre : " + WrittenValue.refused(text, "n’est pas lisible", "écrire par exemple 2026-Q3"));
        }
        return new Quarter(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    public static Quarter of(LocalDate date) {
        return new Quarter(date.getYear(), (date.getMonthValue() + 2) / 3);
    }

    public LocalDate first() {
        return LocalDate.of(year, Month.of(number * 3 - 2), 1);
    }

    public LocalDate last() {
        return first().plusMonths(3).minusDays(1);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(first()) && !date.isAfter(last());
    }

    public Quarter previous() {
        return of(first().minusDays(1));
    }

    public Quarter next() {
        return of(last().plusDays(1));
    }

    /** {@code 3e trimestre 2026}. */
    public String label() {
        return (number == 1 ? "1er" : number + "e") + " trimestre " + year;
    }

    @Override
    public int compareTo(Quarter other) {
        return first().compareTo(other.first());
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
