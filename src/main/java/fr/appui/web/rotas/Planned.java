package fr.appui.web.rotas;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;

/** Which rota a page is about. */
public record Planned(Territory territory, Quarter quarter) {

    public TerritoryCode code() {
        return territory.code();
    }

    /** The rota that a date is of. */
    public Planned on(LocalDate date) {
        return new Planned(territory, Quarter.of(date));
    }

    /** The rota's own page. */
    public String getAddress() {
        return getPlace() + "/" + quarter;
    }

    /** The territory's page. */
    public String getPlace() {
        return "/planning/" + territory.code();
    }

    /** Its resources for programs. */
    public String getApi() {
        return "/api/territories/" + territory.code() + "/rotas/" + quarter;
    }
}
