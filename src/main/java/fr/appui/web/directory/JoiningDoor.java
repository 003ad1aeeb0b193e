package fr.appui.web.directory;

import fr.appui.directory.Directory;
import fr.appui.directory.Joining;
import fr.appui.directory.Joinings;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Written;
import fr.appui.rota.JoiningDesk;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The act that joins two lines, as page and API ask it: whoever joins coordinates both. */
@ApplicationScoped
class JoiningDoor {

    private final JoiningDesk desk;
    private final Joinings joinings;
    private final Directory directory;
    private final Scope scope;

    JoiningDoor(JoiningDesk desk, Joinings joinings, Directory directory, Scope scope) {
        this.desk = desk;
        this.joinings = joinings;
        this.directory = directory;
        this.scope = scope;
    }

    Optional<Joining> of(TerritoryCode territory) {
        return joinings.of(territory);
    }

    Written join(Joining joining, String by) {
        return scope.reaches(joining.into())
                ? desk.join(joining, by)
                : new Written.Refused(
                        "into",
                        "territoire qui répondra : en choisir un dont vous avez aussi la coordination, ou demander à"
                                + " l’administration de l’appui");
    }

    Written withdraw(TerritoryCode territory, LocalDate firstDay, String by) {
        return desk.withdraw(territory, firstDay, by);
    }

    List<Territory> choices(TerritoryCode own) {
        return directory.territories().stream()
                .filter(territory -> !territory.code().equals(own))
                .filter(territory -> scope.reaches(territory.code()))
                .toList();
    }

    /** Who would still have to be written down as practising in the other territory to hold its duties. */
    List<Physician> leftBehind(Joining joining) {
        return directory.physiciansOf(joining.territory()).stream()
                .filter(physician -> practises(
                        physician, joining.territory(), joining.firstDay().minusDays(1)))
                .filter(physician -> !practises(physician, joining.into(), joining.firstDay()))
                .toList();
    }

    private static boolean practises(Physician physician, TerritoryCode where, LocalDate date) {
        return physician.career().practices().stream()
                .anyMatch(practice ->
                        practice.territory().equals(where) && practice.dates().contains(date));
    }
}
