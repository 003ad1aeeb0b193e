package fr.appui.web.directory;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.Partners;
import fr.appui.directory.Physician;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.indicators.kit.Kits;
import fr.appui.rota.PublishedRotas;
import fr.appui.trace.CallArchive;
import fr.appui.web.signin.InvitationDesk;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is there already of all that a line opens with. */
@ApplicationScoped
class OpeningReader {

    private final Directory directory;
    private final DutyCalendars calendars;
    private final PublishedRotas rotas;
    private final InvitationDesk invitations;
    private final Kits kits;
    private final CallArchive calls;
    private final Clock clock;

    OpeningReader(
            Directory directory,
            DutyCalendars calendars,
            PublishedRotas rotas,
            InvitationDesk invitations,
            Kits kits,
            CallArchive calls,
            Clock clock) {
        this.directory = directory;
        this.calendars = calendars;
        this.rotas = rotas;
        this.invitations = invitations;
        this.kits = kits;
        this.calls = calls;
        this.clock = clock;
    }

    OpeningSteps.Facts facts(Partners partners) {
        Territory territory = partners.territory();
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.timeZone());
        List<Physician> physicians = directory.takingPart(territory.code(), today);
        Optional<DutyCalendar> calendar = calendars.of(territory.code());
        Quarter quarter = OpeningSteps.toPlan(calendar, today);
        return new OpeningSteps.Facts(
                partners,
                calendar.map(DutyCalendar::versions).orElse(List.of()),
                physicians,
                invitations.standing(physicians).stream()
                        .filter(one -> one.state().isInvitable())
                        .map(InvitationDesk.Standing::physician)
                        .toList(),
                quarter,
                rotas.inForce(territory.code(), quarter).isPresent(),
                kits.of(territory.code()).orElseThrow(),
                calls.search(new CallArchive.Search(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Reach.of(territory.code()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        0,
                                        1,
                                        true))
                                .total()
                        > 0,
                today);
    }
}
