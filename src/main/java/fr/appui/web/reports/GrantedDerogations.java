package fr.appui.web.reports;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.report.Derogations;
import fr.appui.indicators.report.RotaAct;
import fr.appui.planning.life.DerogationBook.Granted;
import fr.appui.planning.life.PlanningHistory;
import fr.appui.trace.Names;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What planning permitted beyond the quota, for the annual report: rooms that do not know each other meet here. */
@ApplicationScoped
class GrantedDerogations implements Derogations {

    private final PlanningHistory history;
    private final Names names;

    GrantedDerogations(PlanningHistory history, Names names) {
        this.history = history;
        this.names = names;
    }

    @Override
    public List<RotaAct> of(TerritoryCode territory, LocalDate from, LocalDate to) {
        return Stream.iterate(Quarter.of(from), quarter -> !quarter.first().isAfter(to), Quarter::next)
                .flatMap(quarter -> history.derogations(territory, quarter).stream())
                .map(this::act)
                .toList();
    }

    private RotaAct act(Granted granted) {
        var derogation = granted.derogation();
        return new RotaAct(
                LocalDate.ofInstant(granted.act().at(), ZoneOffset.UTC),
                RotaAct.Kind.DEROGATION,
                derogation.quarter().first(),
                names.physician(derogation.physician()).orElse("Médecin " + derogation.physician()) + " : "
                        + derogation.allowedDays() + " jours permis au "
                        + derogation.quarter().label() + ". "
                        + derogation.reason());
    }
}
