package fr.appui.web.territories;

import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Opening;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.french.FrenchDate;
import fr.appui.rota.ByDay;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.OnDuty;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.RotaFacts;
import fr.appui.rota.Rung;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Tells who is on duty from the snapshot that calls are decided from; from storage for a date that it does not reach. */
@ApplicationScoped
class OnDutyTeller {

    private static final int DAYS_AROUND = 2;

    private final Directory directory;
    private final CurrentRota rota;
    private final PublishedRotas rotas;

    OnDutyTeller(Directory directory, CurrentRota rota, PublishedRotas rotas) {
        this.directory = directory;
        this.rota = rota;
        this.rotas = rotas;
    }

    /** @param asked answered by the territory that its line was joined to, once it was */
    OnDutyAnswer at(Territory asked, Instant at) {
        IndexedRota snapshot = reaching(asked, at);
        Territory territory =
                directory.territory(snapshot.answering(asked.code(), at)).orElse(asked);
        return switch (snapshot.onDuty(territory.code(), at)) {
            case OnDuty.Open open -> open(territory, at, open, until(snapshot, territory, at));
            case OnDuty.Closed closed -> closed(territory, at, closed.next(), daytime(asked, at, snapshot));
        };
    }

    private IndexedRota reaching(Territory territory, Instant at) {
        IndexedRota current = rota.current();
        if (current.covers(current.answering(territory.code(), at), at)) {
            return current;
        }
        LocalDate date = LocalDate.ofInstant(at, territory.timeZone());
        return IndexedRota.of(rotas.facts(at, date.minusDays(DAYS_AROUND), date.plusDays(DAYS_AROUND), RotaFacts.NONE));
    }

    private static Optional<Instant> until(IndexedRota snapshot, Territory territory, Instant at) {
        return snapshot.openingAt(territory.code(), at).flatMap(opening -> switch (opening) {
            case Opening.Open open -> open.until();
            case Opening.Closed closed -> Optional.empty();
        });
    }

    private OnDutyAnswer open(Territory territory, Instant at, OnDuty.Open open, Optional<Instant> until) {
        ZoneId zone = territory.timeZone();
        return new OnDutyAnswer(
                territory.code().value(),
                Window.local(at, zone),
                true,
                until.map(end -> Window.local(end, zone)),
                Optional.of(Window.of(open.window(), zone)),
                open.ladder().stream().map(this::step).toList(),
                Optional.empty(),
                open.reason());
    }

    private OnDutyAnswer.Step step(Rung rung) {
        return new OnDutyAnswer.Step(
                rung.position(),
                rung.physician().toString(),
                directory.physician(rung.physician()).map(Physician::name).map(name -> name.titled()));
    }

    private static Optional<String> daytime(Territory asked, Instant at, IndexedRota snapshot) {
        return asked.line()
                .flatMap(own -> ByDay.of(own.number(), at, snapshot))
                .map(contact -> contact.number().national());
    }

    private static OnDutyAnswer closed(
            Territory territory, Instant at, Optional<DutyWindow> next, Optional<String> daytime) {
        ZoneId zone = territory.timeZone();
        return new OnDutyAnswer(
                territory.code().value(),
                Window.local(at, zone),
                false,
                Optional.empty(),
                next.map(window -> Window.of(window, zone)),
                List.of(),
                daytime,
                closedReason(zone, next, daytime));
    }

    private static String closedReason(ZoneId zone, Optional<DutyWindow> next, Optional<String> daytime) {
        String opening = next.map(window ->
                        "Fermé ; ouvre le " + FrenchDate.andTime(window.start().atZone(zone)) + ".")
                .orElse("Fermé ; aucune ouverture n’est prévue.");
        return daytime.map(number -> opening + " D’ici là, appeler le " + number + ".")
                .orElse(opening);
    }
}
