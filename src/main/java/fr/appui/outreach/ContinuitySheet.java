package fr.appui.outreach;

import static java.util.stream.Collectors.joining;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.french.FrenchDate;
import fr.appui.rota.LadderPeriod;
import fr.appui.rota.Rung;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whom to ring when the line cannot be reached: the numbers of the coming day in the order in which callers would meet them, on a sheet to be
 * printed and laid beside a telephone. What it says holds as of the hour that it names.
 */
public final class ContinuitySheet {

    private ContinuitySheet() {}

    /** @param periods those of the coming day, in order @param name how a physician is called */
    public static Alert.Content of(
            Territory territory, List<LadderPeriod> periods, Function<PhysicianId, String> name, Instant now) {
        ZonedDateTime made = now.atZone(territory.timeZone());
        String line = territory.line().map(known -> known.number().national()).orElse("pas encore de numéro");
        String hours = periods.isEmpty()
                ? "La ligne est fermée jusqu’à demain à la même heure.\n"
                : periods.stream().map(period -> text(territory, period, name)).collect(joining("\n"));
        return new Alert.Content(
                "Appui " + territory.name() + " : qui appeler si la ligne ne répond pas, "
                        + FrenchDate.day(made.toLocalDate()),
                "FEUILLE DE CONTINUITÉ, appui " + territory.name() + "\nFaite " + FrenchDate.andTime(made)
                        + " ; celle de la veille ne vaut plus.\n\n"
                        + "La ligne : " + line + ". Elle seule est à donner.\n"
                        + "Si elle ne répond pas, appeler dans l’ordre, jusqu’à ce que quelqu’un réponde :\n\n" + hours
                        + "\nHors de ces heures la ligne est fermée. Ces numéros sont pour vous : ne pas les donner, ne pas les afficher en public.\n");
    }

    private static String text(Territory territory, LadderPeriod period, Function<PhysicianId, String> name) {
        return "Du " + FrenchDate.dayAndTime(period.start().atZone(territory.timeZone())) + " au "
                + FrenchDate.dayAndTime(period.end().atZone(territory.timeZone())) + "\n"
                + (period.onDuty().ladder().isEmpty()
                        ? "  personne n’est joignable au planning : prévenir la coordination\n"
                        : period.onDuty().ladder().stream()
                                .map(rung -> text(rung, name))
                                .collect(Collectors.joining()));
    }

    private static String text(Rung rung, Function<PhysicianId, String> name) {
        return "  " + rung.position() + ". " + name.apply(rung.physician()) + " : "
                + rung.numbers().stream().map(PhoneNumber::national).collect(joining(", puis ")) + "\n";
    }
}
