package fr.appui.directory;

import java.time.ZoneId;

/** Where a territory's public holidays come from. The dates themselves are the calendar's; the zones are the law's. */
public enum HolidayZone {
    METROPOLE("France métropolitaine", "Europe/Paris"),
    ALSACE_MOSELLE("Alsace-Moselle", "Europe/Paris"),
    GUADELOUPE("Guadeloupe", "America/Guadeloupe"),
    MARTINIQUE("Martinique", "America/Martinique"),
    GUYANE("Guyane", "America/Cayenne"),
    REUNION("La Réunion", "Indian/Reunion"),
    MAYOTTE("Mayotte", "Indian/Mayotte"),
    SAINT_PIERRE_ET_MIQUELON("Saint-Pierre-et-Miquelon", "America/Miquelon"),
    SAINT_BARTHELEMY("Saint-Barthélemy", "America/St_Barthelemy"),
    SAINT_MARTIN("Saint-Martin", "America/Marigot"),
    NOUVELLE_CALEDONIE("Nouvelle-Calédonie", "Pacific/Noumea"),
    POLYNESIE_FRANCAISE("Polynésie française", "Pacific/Tahiti"),
    WALLIS_ET_FUTUNA("Wallis-et-Futuna", "Pacific/Wallis");

    private final String label;
    private final ZoneId usualTimeZone;

    HolidayZone(String label, String usualTimeZone) {
        this.label = label;
        this.usualTimeZone = ZoneId.of(usualTimeZone);
    }

    public String label() {
        return label;
    }

    /** The time zone a territory gets when none is given; another may be set beside it. */
    public ZoneId usualTimeZone() {
        return usualTimeZone;
    }
}
