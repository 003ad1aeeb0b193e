package fr.appui.web.directory;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Career.Practice;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Establishment;
import fr.appui.directory.Physician;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Volunteering;
import fr.appui.web.Problem;
import fr.appui.web.Problem.FieldError;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which physicians a coordinator may change: those who practise on one of their territories, and their practice on those
 * territories only. A physician whom two territories share stays the affair of both.
 */
@ApplicationScoped
class Scope {

    private final Visitor visitor;

    Scope(Visitor visitor) {
        this.visitor = visitor;
    }

    boolean reaches(TerritoryCode territory) {
        return visitor.may(Act.COORDINATE, new Thing.Place(territory));
    }

    /** @param unknown what is answered when there is no such physician */
    void requireSight(Physician physician, Problem.Refused unknown) {
        visitor.requireSight(Act.COORDINATE, new Thing.PhysicianFile(physician.id()), unknown);
    }

    void requireChange(Establishment establishment) {
        visitor.require(Act.COORDINATE, new Thing.EstablishmentSheet(establishment.finess()));
    }

    /** An establishment that other territories alone work with is theirs to correct. */
    Optional<FieldError> refuse(Establishment establishment) {
        return visitor.may(Act.COORDINATE, new Thing.EstablishmentSheet(establishment.finess()))
                ? Optional.empty()
                : Optional.of(new FieldError(
                        "finess",
                        "finess : seule la coordination d’un territoire dont « " + establishment.finess()
                                + " » est porteur ou partenaire peut modifier sa fiche"));
    }

    Optional<FieldError> refuse(Optional<Physician> before, Physician after) {
        if (before.filter(known -> !isSeen(known)).isPresent() || before.isEmpty() && !reachesOneOf(after)) {
            return Optional.of(new FieldError(
                    "practices[0].territory", "territoire d’exercice : en donner un dont vous avez la coordination"));
        }
        Set<TerritoryCode> named = new HashSet<>(after.career().territories());
        before.map(one -> one.career().territories()).ifPresent(named::addAll);
        return named.stream()
                .filter(territory -> !reaches(territory))
                .filter(territory -> !kept(after, territory)
                        .equals(before.map(known -> kept(known, territory))
                                .orElseGet(() -> new Kept(List.of(), List.of()))))
                .sorted()
                .findFirst()
                .map(territory -> new FieldError(
                        "practices[0].territory",
                        "territoire d’exercice : seule la coordination de « " + territory
                                + " » peut changer ce qui le concerne ; remettre ses dates"));
    }

    private boolean isSeen(Physician physician) {
        return visitor.may(Act.COORDINATE, new Thing.PhysicianFile(physician.id()));
    }

    private boolean reachesOneOf(Physician physician) {
        return visitor.reach(Act.COORDINATE).isEverywhere()
                || physician.career().territories().stream().anyMatch(this::reaches);
    }

    /** What a territory keeps of a physician: when they practise there, and as what they take part. */
    private record Kept(List<DateSpan> practised, List<Volunteering> volunteerings) {}

    private static Kept kept(Physician physician, TerritoryCode territory) {
        return new Kept(
                physician.career().practices().stream()
                        .filter(practice -> practice.territory().equals(territory))
                        .map(Practice::dates)
                        .toList(),
                physician.career().volunteeringsIn(territory));
    }
}
