package fr.appui.web.directory;

import fr.appui.directory.Career.Practice;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Physician;
import fr.appui.directory.TerritoryCode;
import fr.appui.web.Problem.FieldError;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        return visitor.signedIn().reaches(territory, List.of(Roles.COORDINATOR));
    }

    void requireSight(Physician physician) {
        if (!reachesOneOf(physician)) {
            throw new ForbiddenException();
        }
    }

    Optional<FieldError> refuse(Optional<Physician> before, Physician after) {
        if (!reachesOneOf(after) && before.filter(this::reachesOneOf).isEmpty()) {
            return Optional.of(new FieldError(
                    "practices[0].territory", "territoire d'exercice : en donner un dont vous avez la coordination"));
        }
        Set<TerritoryCode> named = new HashSet<>(territories(after));
        before.map(Scope::territories).ifPresent(named::addAll);
        return named.stream()
                .filter(territory -> !reaches(territory))
                .filter(territory -> !spans(after, territory)
                        .equals(before.map(known -> spans(known, territory)).orElse(List.of())))
                .sorted()
                .findFirst()
                .map(territory -> new FieldError(
                        "practices[0].territory",
                        "territoire d'exercice : seule la coordination de « " + territory
                                + " » peut changer ce qui le concerne ; remettre ses dates"));
    }

    private boolean reachesOneOf(Physician physician) {
        Set<TerritoryCode> named = territories(physician);
        boolean everywhere = visitor.signedIn().grants().stream()
                .anyMatch(grant ->
                        grant.territory().isEmpty() && visitor.signedIn().is(fr.appui.web.signin.Role.COORDINATOR));
        return everywhere || named.stream().anyMatch(this::reaches);
    }

    private static Set<TerritoryCode> territories(Physician physician) {
        return physician.career().practices().stream().map(Practice::territory).collect(Collectors.toSet());
    }

    private static List<DateSpan> spans(Physician physician, TerritoryCode territory) {
        return physician.career().practices().stream()
                .filter(practice -> practice.territory().equals(territory))
                .map(Practice::dates)
                .toList();
    }
}
