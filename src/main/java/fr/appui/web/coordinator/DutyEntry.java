package fr.appui.web.coordinator;

import fr.appui.planning.DutyRung;
import jakarta.ws.rs.DefaultValue;
import java.time.LocalDate;
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

    static DutyEntry on(LocalDate date) {
        var entry = new DutyEntry();
        entry.du = date.toString();
        return entry;
    }

    OptionalLong seen() {
        return seen(vu);
    }

    static OptionalLong seen(String vu) {
        return vu.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(vu)) : OptionalLong.empty();
    }

    DutyRung rung() {
        return rang.equals(DutyRung.BACK_UP.name()) ? DutyRung.BACK_UP : DutyRung.FIRST;
    }
}
