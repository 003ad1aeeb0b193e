package fr.appui.web.wishes;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenValue;
import fr.appui.planning.DateRange;
import fr.appui.planning.MarkedWishes.Mark;
import fr.appui.planning.WishRules;
import jakarta.ws.rs.DefaultValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/** One of the forms of the wishes, as it was sent and as it is shown again. */
public final class WishEntry {

    @RestForm
    @DefaultValue("")
    public String mois = "";

    @RestForm
    @DefaultValue("AWAY")
    public String marque = "AWAY";

    @RestForm
    @DefaultValue("")
    public String jour = "";

    /** What each day of the month showed, a digit a day. */
    @RestForm
    @DefaultValue("")
    public String vus = "";

    @RestForm
    @DefaultValue("")
    public String du = "";

    @RestForm
    @DefaultValue("")
    public String au = "";

    @RestForm
    @DefaultValue("0")
    public int semaine;

    @RestForm
    @DefaultValue("-1")
    public int numero = -1;

    @RestForm
    @DefaultValue("")
    public String accepte = "";

    @RestForm
    @DefaultValue("")
    public String maximum = "";

    /** Of the wishes that were shown. */
    @RestForm
    @DefaultValue("")
    public String version = "";

    Mark mark() {
        return Stream.of(Mark.values())
                .filter(mark -> mark.name().equals(marque))
                .findFirst()
                .orElse(Mark.AWAY);
    }

    /** What a day of the month was seen to be marked with; empty where the page did not say. */
    Optional<Mark> shown(LocalDate date) {
        int day = date.getDayOfMonth() - 1;
        return Optional.of(vus)
                .filter(seen -> mois.equals(YearMonth.from(date).toString()) && seen.length() > day)
                .map(seen -> Character.digit(seen.charAt(day), Mark.values().length))
                .filter(mark -> mark >= 0)
                .map(mark -> Mark.values()[mark]);
    }

    /** @throws InvalidInput in French, for what is no period */
    DateRange range() {
        LocalDate first = date("du", du);
        LocalDate last = WrittenValue.isNothing(au) ? first : date("au", au);
        if (last.isBefore(first) || WishRules.isTooLong(new DateRange(first, last))) {
            throw new InvalidInput("au : la fin doit suivre le début, de deux ans au plus");
        }
        return new DateRange(first, last);
    }

    /** @throws InvalidInput in French, with the field */
    static LocalDate date(String field, String text) {
        try {
            return WrittenDate.read(text);
        } catch (InvalidInput unreadable) {
            throw new InvalidInput(field + " : " + unreadable.sentence(), unreadable);
        }
    }
}
