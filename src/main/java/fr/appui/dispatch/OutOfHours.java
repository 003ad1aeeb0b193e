package fr.appui.dispatch;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.dispatch.Announcement.Digits;
import fr.appui.dispatch.Announcement.TimeOfDay;
import fr.appui.dispatch.CallState.Outlet;
import fr.appui.rota.ByDay;
import fr.appui.rota.OnDuty;
import fr.appui.trace.CallEvent.FoundClosed;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Outside the perimeter's hours: say so, give the next hours and the daytime contact (domain §6.2). */
final class OutOfHours {

    private OutOfHours() {}

    /** @param line who answers the number dialled */
    static Decision tell(SupportLine line, PhoneNumber dialled, OnDuty.Closed closed, CallContext context) {
        Optional<Outlet> relief = LastResort.relief(line, context.at(), context.rota(), true);
        if (relief.isPresent()) {
            return OtherLine.putThrough(
                    List.of(), List.of(SaidByTheLine.CLOSED, SaidByTheLine.TO_FALLBACK), relief.get(), context);
        }
        var say = new ArrayList<Announcement>();
        say.add(SaidByTheLine.CLOSED);
        closed.next().ifPresent(next -> say.addAll(hours(next, context.rota().zone(line))));
        Optional<ByDay> contact = ByDay.of(dialled, context.at(), context.rota());
        contact.ifPresent(known -> say.addAll(List.of(SaidByTheLine.DAYTIME_CONTACT, new Digits(known.number()))));
        say.addAll(Announcement.children(context.rota().rules(line).paediatric()));
        return contact.filter(ByDay::transfers)
                .map(known -> putThrough(say, known.number(), context))
                .orElseGet(() -> goodbye(say))
                .after(new FoundClosed(
                        context.call(), context.at(), closed.next().map(DutyWindow::start)));
    }

    /** Said from the window itself, so that a changed perimeter changes what callers hear. */
    static List<Announcement> hours(DutyWindow window, ZoneId zone) {
        var start = window.start().atZone(zone);
        var end = window.end().atZone(zone);
        boolean working = window.kind() == DayKind.WORKING;
        LocalDate endDate = end.toLocalDate();
        boolean overnight = endDate.isAfter(start.toLocalDate());
        if (!working && overnight && !end.toLocalTime().isBefore(start.toLocalTime())) {
            return List.of(SaidByTheLine.ON_OTHER_DAYS, SaidByTheLine.ROUND_THE_CLOCK);
        }
        var say = new ArrayList<Announcement>();
        say.add(working ? SaidByTheLine.ON_WORKING_DAYS_FROM : SaidByTheLine.ON_OTHER_DAYS_FROM);
        say.add(new TimeOfDay(start.toLocalTime()));
        say.add(SaidByTheLine.UNTIL);
        say.add(new TimeOfDay(end.toLocalTime()));
        if (overnight) {
            say.add(SaidByTheLine.THE_NEXT_DAY);
        }
        return say;
    }

    private static Decision putThrough(List<Announcement> first, PhoneNumber contact, CallContext context) {
        return OtherLine.putThrough(
                first,
                List.of(SaidByTheLine.TO_DAYTIME_CONTACT),
                new Outlet(Destination.DAYTIME_CONTACT, contact),
                context);
    }

    private static Decision goodbye(List<Announcement> say) {
        say.addAll(List.of(SaidByTheLine.CALL_15, SaidByTheLine.GOODBYE));
        return Farewell.end(Ending.OUT_OF_HOURS, say);
    }
}
