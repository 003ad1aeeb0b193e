package fr.appui.rota;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.Perimeter;
import fr.appui.directory.Joining;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Written;
import fr.appui.french.FrenchDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What forbids that two lines become one on a date, in the order in which it is told; pure. */
public final class JoiningRules {

    /** @param publishedUntil the last date of its territory for which somebody's duty is published */
    public record Side(Territory territory, DutyCalendar calendar, Optional<LocalDate> publishedUntil) {}

    /** @param others joinings that are recorded already */
    public record Situation(LocalDate today, Side own, Side into, Map<TerritoryCode, Joining> others) {}

    private static final int LONGEST_AHEAD_YEARS = 2;

    private static final List<BiFunction<Joining, Situation, Optional<Written.Refused>>> RULES = List.of(
            JoiningRules::itself,
            JoiningRules::alreadyJoined,
            JoiningRules::intoOneThatIsJoined,
            JoiningRules::withoutNumber,
            JoiningRules::otherClock,
            JoiningRules::notToCome,
            JoiningRules::agreedTooLate,
            JoiningRules::nobodyPromises,
            JoiningRules::laterHours,
            JoiningRules::publishedDuties);

    private JoiningRules() {}

    public static Optional<Written.Refused> refuse(Joining joining, Situation situation) {
        return RULES.stream()
                .flatMap(rule -> rule.apply(joining, situation).stream())
                .findFirst();
    }

    /** Calls went to the other line already. */
    public static Optional<Written.Refused> refuseWithdrawal(LocalDate firstDay, LocalDate today) {
        return refuseIf(
                !firstDay.isAfter(today),
                "firstDay",
                "réunion : elle a commencé le " + FrenchDate.of(firstDay) + " et ne s’annule plus");
    }

    private static Optional<Written.Refused> itself(Joining joining, Situation situation) {
        return refuseIf(
                joining.into().equals(joining.territory()),
                "into",
                "territoire qui répondra : une ligne ne se réunit pas à elle-même ; en choisir un autre");
    }

    private static Optional<Written.Refused> alreadyJoined(Joining joining, Situation situation) {
        Joining known = situation.others().get(joining.territory());
        return refuseIf(
                known != null,
                "into",
                "réunion : elle est déjà décidée"
                        + (known == null
                                ? ""
                                : " (« " + known.into() + " », le " + FrenchDate.of(known.firstDay()) + ")")
                        + " ; l’annuler d’abord, tant qu’elle n’a pas commencé");
    }

    private static Optional<Written.Refused> intoOneThatIsJoined(Joining joining, Situation situation) {
        Joining next = situation.others().get(joining.into());
        return refuseIf(
                next != null,
                "into",
                "territoire qui répondra : sa ligne est elle-même réunie à « " + (next == null ? "" : next.into())
                        + " » ; choisir celui-ci");
    }

    private static Optional<Written.Refused> withoutNumber(Joining joining, Situation situation) {
        return refuseIf(
                        situation.own().territory().line().isEmpty(),
                        "firstDay",
                        "ligne : ce territoire n’a pas de numéro, il n’y a rien à réunir ; régler sa ligne d’abord")
                .or(() -> refuseIf(
                        situation.into().territory().line().isEmpty(),
                        "into",
                        "territoire qui répondra : il n’a pas encore de ligne ; la régler d’abord"));
    }

    private static Optional<Written.Refused> otherClock(Joining joining, Situation situation) {
        return refuseIf(
                !situation
                        .own()
                        .territory()
                        .timeZone()
                        .equals(situation.into().territory().timeZone()),
                "into",
                "territoire qui répondra : il vit dans un autre fuseau horaire ; en choisir un du même");
    }

    private static Optional<Written.Refused> notToCome(Joining joining, Situation situation) {
        LocalDate day = joining.firstDay();
        return refuseIf(
                !day.isAfter(situation.today()) || day.isAfter(situation.today().plusYears(LONGEST_AHEAD_YEARS)),
                "firstDay",
                "premier jour : le " + FrenchDate.of(day) + " ne convient pas ; choisir une date à partir de demain,"
                        + " d’ici à deux ans");
    }

    private static Optional<Written.Refused> agreedTooLate(Joining joining, Situation situation) {
        return refuseIf(
                joining.agreedOn().isAfter(situation.today()),
                "agreedOn",
                "accord de l’ARS : le " + FrenchDate.of(joining.agreedOn())
                        + " n’est pas encore passé ; enregistrer la réunion une fois l’accord reçu");
    }

    private static Optional<Written.Refused> nobodyPromises(Joining joining, Situation situation) {
        return refuseIf(
                situation.into().calendar().perimeterOn(joining.firstDay()).isEmpty(),
                "into",
                "territoire qui répondra : aucun périmètre accordé n’y est en vigueur le "
                        + FrenchDate.of(joining.firstDay()) + " ; les appels n’y seraient pas pris");
    }

    private static Optional<Written.Refused> laterHours(Joining joining, Situation situation) {
        return situation.own().calendar().versions().stream()
                .map(Perimeter::inForceFrom)
                .filter(from -> !from.isBefore(joining.firstDay()))
                .findFirst()
                .map(from -> new Written.Refused(
                        "firstDay",
                        "premier jour : un changement d’heures de cette ligne est prévu le " + FrenchDate.of(from)
                                + " ; retirer son annonce, ou choisir une date postérieure"));
    }

    private static Optional<Written.Refused> publishedDuties(Joining joining, Situation situation) {
        return situation
                .own()
                .publishedUntil()
                .filter(last -> !last.isBefore(joining.firstDay()))
                .map(last -> new Written.Refused(
                        "firstDay",
                        "premier jour : des astreintes de cette ligne sont publiées jusqu’au " + FrenchDate.of(last)
                                + ", que quelqu’un tiendrait pour rien ; choisir une date postérieure"));
    }

    private static Optional<Written.Refused> refuseIf(boolean refused, String field, String why) {
        return refused ? Optional.of(new Written.Refused(field, why)) : Optional.empty();
    }
}
