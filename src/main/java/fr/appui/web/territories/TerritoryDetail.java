package fr.appui.web.territories;

import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.DaytimeContact;
import fr.appui.directory.Establishment;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.LocalRules;
import fr.appui.directory.MailAddress;
import fr.appui.directory.Patients;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.ProximityZone;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * One territory as it is told to the world; where its line is joined to another, {@link LocalRules#answeredBy} says whose rules.
 *
 * @param number the line's number as it is printed in France
 * @param daytimeContact whom to ring outside the hours, as who dials the number hears
 * @param escalation how far a call goes to find somebody; absent without a line
 * @param daytimeContacts whom to ring by day in each part, as one says it
 * @param paediatric the region's paediatric service
 * @param admitsUnknown whether patients whom no palliative team knows yet are admitted
 * @param patients for whom the line answers
 * @param perimeters announced and agreed versions, by date of entry into force
 */
public record TerritoryDetail(
        String code,
        String name,
        List<String> zones,
        String timeZone,
        HolidayZone holidayZone,
        Optional<String> number,
        Optional<String> mail,
        Optional<String> daytimeContact,
        Optional<EscalationDetail> escalation,
        List<String> daytimeContacts,
        Optional<String> paediatric,
        boolean admitsUnknown,
        Patients patients,
        Optional<Host> host,
        List<PerimeterVersion> perimeters) {

    public record Host(String finess, String name) {
        static Host of(Establishment establishment) {
            return new Host(establishment.finess().value(), establishment.name());
        }
    }

    /**
     * @param agreedOn absent while the ARS has not agreed: such a version never applies
     * @param lastDay where the line is joined to another
     */
    public record PerimeterVersion(
            PerimeterKind kind,
            LocalTime workingDayStart,
            LocalTime nonWorkingDayStart,
            LocalTime end,
            boolean endsNextDay,
            LocalDate announcedOn,
            Optional<LocalDate> agreedOn,
            LocalDate inForceFrom,
            Optional<LocalDate> lastDay) {

        static PerimeterVersion of(Perimeter perimeter) {
            PerimeterHours hours = perimeter.hours();
            return new PerimeterVersion(
                    perimeter.kind(),
                    hours.workingStart(),
                    hours.nonWorkingStart(),
                    hours.end(),
                    hours.endsNextDay(),
                    perimeter.announcedOn(),
                    perimeter.agreement().map(ArsAgreement::date),
                    perimeter.inForceFrom(),
                    perimeter.lastDay());
        }
    }

    static TerritoryDetail of(
            Territory territory,
            Optional<PhoneNumber> byDay,
            LocalRules rules,
            Optional<Establishment> host,
            DutyCalendar calendar) {
        return new TerritoryDetail(
                territory.code().value(),
                territory.name(),
                territory.proximityZones().stream().map(ProximityZone::name).toList(),
                territory.timeZone().getId(),
                territory.holidayZone(),
                territory.line().map(SupportLine::number).map(PhoneNumber::national),
                territory.contact().mail().map(MailAddress::value),
                byDay.map(PhoneNumber::national),
                territory.line().map(SupportLine::settings).map(EscalationDetail::of),
                rules.daytimeContacts().stream().map(DaytimeContact::said).toList(),
                rules.paediatric().map(PhoneNumber::national),
                rules.admitsUnknown(),
                rules.patients(),
                host.map(Host::of),
                calendar.versions().stream().map(PerimeterVersion::of).toList());
    }
}
