package fr.appui.indicators.report;

import fr.appui.calendar.DutyCalendar;
import fr.appui.directory.Partners;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryChange;
import fr.appui.indicators.CallTally;
import fr.appui.indicators.HeldWindow;
import fr.appui.indicators.KnownPhysicians;
import fr.appui.indicators.Lens;
import fr.appui.indicators.Workforce;
import fr.appui.indicators.pay.FinancialStatement.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything one territory's year, or a part of it, is reported from.
 *
 * @param coversUntil the last day counted
 * @param duties of the dates of the year up to that day
 * @param backUps those held behind the first rung, on the same dates
 * @param acts empty when nothing records them, which is not the same as an empty list
 * @param expenses entered by the hospital
 * @param survey of the links given on the dates of the period
 */
public record TerritoryYear(
        Period period,
        LocalDate coversUntil,
        Partners partners,
        List<TerritoryChange> territoryChanges,
        DutyCalendar calendar,
        Lens lens,
        CallTally calls,
        List<HeldWindow> duties,
        List<HeldWindow> backUps,
        KnownPhysicians volunteers,
        Optional<List<RotaAct>> acts,
        List<Difficulty> difficulties,
        List<Entry> expenses,
        SurveyTally survey) {

    public TerritoryYear {
        territoryChanges = List.copyOf(territoryChanges);
        duties = List.copyOf(duties);
        backUps = List.copyOf(backUps);
        acts = acts.map(List::copyOf);
        difficulties = List.copyOf(difficulties);
        expenses = List.copyOf(expenses);
    }

    public Territory territory() {
        return partners.territory();
    }

    public Workforce workforce() {
        return new Workforce(duties, volunteers);
    }

    public int year() {
        return period.year();
    }

    public LocalDate firstDay() {
        return period.first();
    }

    public LocalDate lastDay() {
        return period.last();
    }
}
