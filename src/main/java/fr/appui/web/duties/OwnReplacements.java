package fr.appui.web.duties;

import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.planning.DutyRung;
import fr.appui.planning.life.HeldRota;
import fr.appui.planning.life.ReplacementRequest;
import fr.appui.planning.life.ReplacementRequest.Answer;
import fr.appui.planning.life.ReplacementRequestDesk;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRotas;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** What of being replaced waits for one physician: colleagues' duties they are asked to take, and their own requests. */
@ApplicationScoped
class OwnReplacements {

    private final ReplacementRequestDesk desk;
    private final PublishedRotas rotas;
    private final Directory directory;
    private final Clock clock;

    OwnReplacements(ReplacementRequestDesk desk, PublishedRotas rotas, Directory directory, Clock clock) {
        this.desk = desk;
        this.rotas = rotas;
        this.directory = directory;
        this.clock = clock;
    }

    /** A colleague's duty, as much of it as is still to come. @param duty with its rung ({@link DutyRung#duty}) */
    record AskedFor(
            String request,
            String giver,
            String duty,
            String territory,
            ZonedDateTime start,
            ZonedDateTime end,
            String reason) {}

    /** A request of their own that nobody accepted yet. @param declined who cannot */
    record Waiting(ReplacementRequest request, int asked, List<String> declined) {

        boolean isFor(OwnDuties.Own duty) {
            return duty.rung() == HeldRota.number(request.rung())
                    && duty.date().equals(request.date())
                    && duty.code().equals(request.territory().value());
        }
    }

    /** @param waiting empty where they asked nobody to take it */
    record Held(OwnDuties.Own duty, Optional<Waiting> waiting) {

        /** Whether colleagues may be asked. */
        public boolean isGivable() {
            return HeldRota.rung(duty.rung()).isPresent() && waiting.isEmpty();
        }
    }

    List<AskedFor> askedOf(PhysicianId physician) {
        return desk.open(physician).stream()
                .filter(request -> request.asked().get(physician) == Answer.NONE)
                .flatMap(request -> askedFor(request).stream())
                .toList();
    }

    List<Held> held(PhysicianId physician, List<OwnDuties.Own> duties) {
        List<Waiting> own = desk.open(physician).stream()
                .filter(request -> request.giver().equals(physician))
                .map(request -> new Waiting(
                        request,
                        request.asked().size(),
                        request.who(Answer.DECLINED).stream().map(this::name).toList()))
                .toList();
        return duties.stream()
                .map(duty -> new Held(
                        duty, own.stream().filter(one -> one.isFor(duty)).findFirst()))
                .toList();
    }

    private Optional<AskedFor> askedFor(ReplacementRequest request) {
        Territory territory = directory.territory(request.territory()).orElseThrow();
        List<DutyDay.Stretch> given =
                given(request, rotas.days(request.territory(), request.date(), request.date()), clock.instant());
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(new AskedFor(
                        request.id().toString(),
                        name(request.giver()),
                        request.rung().duty(),
                        territory.name(),
                        given.getFirst().start().atZone(territory.timeZone()),
                        given.getLast().end().atZone(territory.timeZone()),
                        request.act().reason()));
    }

    /** When whoever asks holds that rung, as far as it is not over. */
    static List<DutyDay.Stretch> given(ReplacementRequest request, List<DutyDay> days, Instant now) {
        return days.stream()
                .flatMap(day -> day.stretches().stream())
                .filter(stretch -> stretch.end().isAfter(now)
                        && stretch.holdings().stream()
                                .anyMatch(holding -> holding.rung() == HeldRota.number(request.rung())
                                        && holding.physician().equals(Optional.of(request.giver()))))
                .toList();
    }

    private String name(PhysicianId physician) {
        return directory
                .physician(physician)
                .map(Physician::name)
                .map(name -> name.titled())
                .orElse("un médecin qui n’est plus à l’annuaire");
    }
}
