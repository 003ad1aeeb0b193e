package fr.appui.web.rotas;

import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenValue;
import fr.appui.planning.DutyRung;
import jakarta.ws.rs.DefaultValue;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.RestForm;

/** The form that places a physician on dates, as it came and as it is shown again. */
public final class DutyEntry {

    @RestForm
    @DefaultValue("")
    public String du = "";

    @RestForm
    @DefaultValue("")
    public String au = "";

    @RestForm
    @DefaultValue("")
    public String medecin = "";

    @RestForm
    @DefaultValue("FIRST")
    public String rang = "FIRST";

    @RestForm
    @DefaultValue("")
    public String heure = "";

    @RestForm
    @DefaultValue("")
    public String raison = "";

    @RestForm
    @DefaultValue("false")
    public boolean derogation;

    /** What the page showed when it was drawn. */
    @RestForm
    @DefaultValue("")
    public String vu = "";

    /** « retirer » leaves the dates to nobody; else somebody must be chosen. */
    @RestForm
    @DefaultValue("")
    public String acte = "";

    static DutyEntry on(LocalDate date) {
        var entry = new DutyEntry();
        entry.du = date.toString();
        return entry;
    }

    OptionalLong seen() {
        return seen(vu);
    }

    public static OptionalLong seen(String vu) {
        return vu.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(vu)) : OptionalLong.empty();
    }

    boolean leaves() {
        return acte.equals("retirer");
    }

    /** Those it changed, once it was understood. */
    List<LocalDate> dates() {
        LocalDate first = WrittenDate.read(du);
        LocalDate last = WrittenValue.isNothing(au) ? first : WrittenDate.read(au);
        return first.isAfter(last)
                ? last.datesUntil(first.plusDays(1)).toList()
                : first.datesUntil(last.plusDays(1)).toList();
    }

    DutyRung rung() {
        return rung(rang);
    }

    static DutyRung rung(String rang) {
        return rang.equals(DutyRung.BACK_UP.name()) ? DutyRung.BACK_UP : DutyRung.FIRST;
    }
}
