package fr.appui.web.swaps;

import fr.appui.directory.PhysicianId;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenMoment;
import fr.appui.french.WrittenValue;
import fr.appui.planning.life.SwapOffer;
import jakarta.ws.rs.DefaultValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestForm;

/** A swap as the form sends it. The rules judge it afterwards, as from the API. */
public final class SwapEntry {

    private static final int MOST_DATES = 31;

    @RestForm
    @DefaultValue("")
    public String territoire = "";

    @RestForm
    @DefaultValue("")
    public String avec = "";

    @RestForm
    public List<String> donne = List.of();

    @RestForm
    public List<String> prend = List.of();

    /** A local date and time, for a takeover in mid-duty. */
    @RestForm
    @DefaultValue("")
    public String depuis = "";

    @RestForm
    @DefaultValue("")
    public String raison = "";

    /** @throws InvalidInput with a French sentence, when a field cannot be read */
    SwapOffer.Terms terms(PhysicianId proposer, ZoneId zone) {
        if (WrittenValue.isNothing(avec)) {
            throw new InvalidInput("collègue : en choisir un");
        }
        if (donne.isEmpty()) {
            throw new InvalidInput("je laisse : cocher au moins une astreinte");
        }
        return new SwapOffer.Terms(proposer, PhysicianId.parse(avec), dates(donne), dates(prend), moment(zone));
    }

    private Optional<Instant> moment(ZoneId zone) {
        if (WrittenValue.isNothing(depuis)) {
            return Optional.empty();
        }
        try {
            return Optional.of(WrittenMoment.local(depuis, zone));
        } catch (DateTimeException unreadable) {
            throw new InvalidInput("à partir de : choisir une date et une heure", unreadable);
        }
    }

    private static SortedSet<LocalDate> dates(List<String> written) {
        var dates = new TreeSet<LocalDate>();
        for (String date : written.stream().limit(MOST_DATES).toList()) {
            dates.add(WrittenDate.read(date));
        }
        return dates;
    }
}
