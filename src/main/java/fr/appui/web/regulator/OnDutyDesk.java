package fr.appui.web.regulator;

import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Opening;
import fr.appui.directory.Establishment;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.Relief;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.french.FrenchTime;
import fr.appui.rota.ByDay;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.OnDuty;
import fr.appui.rota.RotaSnapshot;
import fr.appui.rota.Rung;
import fr.appui.web.regulator.RegulatorAnswer.Neighbour;
import fr.appui.web.regulator.RegulatorAnswer.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words the answer of the rota for a regulator. */
@ApplicationScoped
class OnDutyDesk {

    /** Said wherever no line of the territory's answers. */
    static final String EMERGENCY = "Pour une urgence : le 15.";

    private static final String SAMU = "15";

    private final CurrentRota rota;
    private final PlacesOnce places;
    private final RegulatorSettings settings;
    private final Clock clock;

    OnDutyDesk(CurrentRota rota, PlacesOnce places, RegulatorSettings settings, Clock clock) {
        this.clock = clock;
        this.rota = rota;
        this.places = places;
        this.settings = settings;
    }

    /** @param asked answered by the territory that its line was joined to, once it was; whom to call by day stays its own */
    RegulatorAnswer answer(Territory asked, Instant at) {
        IndexedRota snapshot = rota.current();
        Optional<SupportLine> line = asked.line().flatMap(own -> snapshot.line(own.number(), at));
        Territory territory = line.map(SupportLine::territory)
                .filter(answering -> !answering.equals(asked.code()))
                .flatMap(places::territory)
                .orElse(asked);
        return line.map(known -> switch (snapshot.onDuty(known, at)) {
                    case OnDuty.Open open -> open(territory, known, open, snapshot, at);
                    case OnDuty.Closed closed -> closed(territory, asked, closed, snapshot, at);
                })
                .orElseGet(() -> RegulatorAnswer.withoutLine(
                        territory, neighbour(territory, snapshot, at), local(territory, at), readLast(territory)));
    }

    /** When the rota was last read, while it cannot be read again. */
    Optional<Instant> unreadSince(Instant now) {
        return rota.unreadSince(now);
    }

    private RegulatorAnswer open(
            Territory territory, SupportLine line, OnDuty.Open open, IndexedRota snapshot, Instant at) {
        LocalDate date = open.window().date();
        List<RegulatorAnswer.OnCall> people = open.ladder().stream()
                .map(rung -> onCall(territory, rung, isPassedOver(rung, open.ladder()), date))
                .toList();
        return new RegulatorAnswer(
                territory.code().value(),
                territory.name(),
                people.isEmpty() ? State.NOBODY_ROSTERED : State.OPEN,
                local(territory, at),
                local(territory, open.window().end()),
                closing(territory, snapshot, at),
                line.number().e164(),
                people,
                whenNobodyAnswers(line.settings()),
                null,
                List.of(),
                RegulatorAnswer.paediatric(territory),
                RegulatorAnswer.patients(territory),
                readLast(territory));
    }

    private Optional<Neighbour> neighbour(Territory territory, RotaSnapshot snapshot, Instant at) {
        return Neighbours.answering(territory, places.territories(), snapshot, at)
                .map(Neighbour::of);
    }

    private RegulatorAnswer closed(
            Territory territory, Territory asked, OnDuty.Closed closed, RotaSnapshot snapshot, Instant at) {
        Optional<PhoneNumber> daytime = asked.line()
                .flatMap(own -> ByDay.of(own.number(), at, snapshot))
                .map(ByDay::number);
        return new RegulatorAnswer(
                territory.code().value(),
                territory.name(),
                State.CLOSED,
                local(territory, at),
                closed.next()
                        .map(DutyWindow::start)
                        .map(start -> local(territory, start))
                        .orElse(null),
                null,
                daytime.map(PhoneNumber::e164).orElse(null),
                List.of(),
                (daytime.isPresent()
                                ? "Hors des heures de l’appui, ce numéro est celui du contact de jour. "
                                : "Hors des heures de l’appui : joindre le médecin traitant, le DAC ou l’équipe qui suit le"
                                        + " patient. ")
                        + EMERGENCY,
                neighbour(territory, snapshot, at).orElse(null),
                RegulatorAnswer.Daytime.of(asked),
                RegulatorAnswer.paediatric(territory),
                RegulatorAnswer.patients(territory),
                readLast(territory));
    }

    private static @Nullable OffsetDateTime closing(Territory territory, IndexedRota snapshot, Instant at) {
        return snapshot.openingAt(territory.code(), at)
                .flatMap(opening -> opening instanceof Opening.Open open ? open.until() : Optional.empty())
                .map(end -> local(territory, end))
                .orElse(null);
    }

    /** Rung after a later rung of the ladder. */
    private static boolean isPassedOver(Rung rung, List<Rung> inOrder) {
        return inOrder.stream().limit(inOrder.indexOf(rung)).anyMatch(before -> before.position() > rung.position());
    }

    private RegulatorAnswer.OnCall onCall(Territory territory, Rung rung, boolean busy, LocalDate date) {
        Optional<Physician> physician = places.physician(rung.physician());
        Optional<String> employer = physician
                .flatMap(known -> known.career().employerOn(date))
                .flatMap(finess -> places.establishments().stream()
                        .filter(establishment -> establishment.finess().equals(finess))
                        .findFirst())
                .map(Establishment::name);
        Optional<String> name = physician
                .filter(known -> settings.names(territory.code()))
                .map(known -> known.name().titled());
        return new RegulatorAnswer.OnCall(
                rung.position(),
                rung.position() == 1 ? "Médecin d’astreinte" : "Médecin de recours",
                busy,
                employer.orElse(null),
                name.orElse(null));
    }

    /** Told to a SAMU or SAS, to which nothing that it transferred comes back (domain §12). */
    static String whenNobodyAnswers(LineSettings line) {
        List<String> steps = new ArrayList<>();
        for (Relief relief : line.escalation().reliefs()) {
            switch (relief) {
                case Relief.Neighbour neighbour ->
                    steps.add("appelle l’astreinte du territoire " + neighbour.territory() + hours(relief));
                case Relief.Line other ->
                    steps.add("passe l’appel au " + other.number().national() + hours(relief));
            }
        }
        line.fallback()
                .filter(number -> !number.e164().equals(SAMU))
                .ifPresent(fallback -> steps.add("passe l’appel au " + fallback.national()));
        String first = steps.isEmpty()
                ? "Si personne ne décroche, rappeler : la ligne essaie chaque médecin inscrit."
                : "Si personne ne décroche, la ligne " + String.join(", puis ", steps) + ".";
        return first + " Un appel transféré ne revient pas au SAMU et aucun rappel n’est proposé : sans réponse,"
                + " un message le dit au régulateur, qui garde l’appel.";
    }

    private static String hours(Relief relief) {
        return relief.terms()
                .hours()
                .map(hours -> " (de " + FrenchTime.of(hours.from()) + " à " + FrenchTime.of(hours.to()) + ")")
                .orElse("");
    }

    /** Of now, whichever instant is asked about. */
    private @Nullable OffsetDateTime readLast(Territory territory) {
        return rota.unreadSince(clock.instant())
                .map(since -> local(territory, since))
                .orElse(null);
    }

    private static OffsetDateTime local(Territory territory, Instant at) {
        return at.atZone(territory.timeZone()).toOffsetDateTime();
    }
}
