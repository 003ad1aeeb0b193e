package fr.appui.planning;

import static fr.appui.planning.Team.assign;
import static fr.appui.planning.Team.date;
import static fr.appui.planning.Team.problem;
import static fr.appui.planning.Team.quarter;
import static fr.appui.planning.Team.range;
import static fr.appui.planning.Team.volunteer;
import static fr.appui.planning.Team.volunteers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why there is no rota, said in dates and people, without the solver. */
class DiagnosisTest {

    @Test
    void sevenPhysiciansHoldAQuarterAndSixDoNot() {
        assertThat(Diagnosis.of(quarter("2026-Q3", volunteers(7)))).isEmpty();
        Infeasibility why = why(quarter("2026-Q3", volunteers(6)));
        assertThat(why.reasons())
                .singleElement()
                .extracting(Reason::sentence)
                .isEqualTo("Du 1er juillet au 30 septembre : 6 médecins peuvent tenir 84 jours d'astreinte sur 92 ;"
                        + " il faut au moins 7 médecins pour tenir le quota sur 13 semaines.");
        assertThat(why.uncovered()).hasSize(8);
        assertThat(why.remedies())
                .filteredOn(Remedy.MoreVolunteers.class::isInstance)
                .singleElement()
                .extracting(Remedy::sentence)
                .asString()
                .startsWith("Trouver 1 volontaire de plus");
    }

    @Test
    void aDerogationIsOfferedAndIsEnough() {
        RotaProblem six = quarter("2026-Q3", volunteers(6));
        assertThat(why(six).remedies())
                .filteredOn(Remedy.Derogations.class::isInstance)
                .singleElement()
                .extracting(Remedy::sentence)
                .asString()
                .contains("8 jours en tout", "jours au lieu de 14 au 3e trimestre 2026");
        assertThat(Diagnosis.of(six.with(six.settings().withQuota(16)))).isEmpty();
    }

    @Test
    void datesOnWhichNobodyIsFreeAreNamedWithEachOnesReason() {
        DateRange august = range("2026-08-03", "2026-08-09");
        List<Volunteer> away = volunteers(8).stream()
                .map(one -> one.with(Wishes.none().unavailable(List.of(new Unavailability.During(august)))))
                .toList();
        Infeasibility why = why(quarter("2026-Q3", away));
        assertThat(why.reasons()).hasSize(1);
        assertThat(why.reasons().getFirst().sentence())
                .startsWith("Du 3 au 9 août : aucun volontaire disponible ; il manque 1 médecin pour tenir le quota du"
                        + " trimestre (Dr A s'est dit indisponible ; Dr B s'est dit indisponible");
        assertThat(why.uncovered()).containsExactlyElementsOf(august.dates().toList());
        assertThat(why.sentences()).anyMatch(line -> line.startsWith("Obtenir que Dr A ou Dr B"));
    }

    @Test
    void datesWithTooFewPeopleNameThem() {
        DateRange august = range("2026-08-01", "2026-08-21");
        List<Volunteer> team = volunteers(8).stream()
                .map(one -> one.name().equals("Dr A")
                        ? one
                        : one.with(Wishes.none().unavailable(List.of(new Unavailability.During(august)))))
                .toList();
        assertThat(why(quarter("2026-Q3", team)).reasons())
                .singleElement()
                .extracting(Reason::sentence)
                .isEqualTo("Du 1er au 21 août : seul Dr A est disponible, pour 14 jours au plus sur 21 ; il manque"
                        + " 7 jours.");
    }

    @Test
    void twoMissingPhysiciansAreCounted() {
        assertThat(why(quarter("2026-Q3", volunteers(5))).sentences())
                .anyMatch(line -> line.contains("il faut au moins 7 médecins"))
                .anyMatch(line -> line.startsWith("Trouver 2 volontaires de plus"));
    }

    @Test
    void aKeptDutyThatMayNotBeHeldIsTheReason() {
        Volunteer notThere = new Volunteer(
                Team.dr('A'),
                "Dr A",
                volunteer('A').establishment(),
                List.of(new Ineligibility(range("2026-08-01", "2026-08-31"), "sa convention a pris fin")),
                Wishes.none());
        RotaProblem week = problem(range("2026-08-03", "2026-08-09"), List.of(notThere, volunteer('B')))
                .with(Surroundings.NONE.keeping(assign("2026-08-05", "A")));
        assertThat(why(week).sentences())
                .contains(
                        "L'astreinte fixée le mercredi 5 août ne peut pas être gardée : Dr A ne peut pas participer :"
                                + " sa convention a pris fin.",
                        "Libérer l'astreinte fixée le mercredi 5 août.");
    }

    @Test
    void aKeptDutyOfSomebodyUnknownIsTheReason() {
        RotaProblem week = problem(range("2026-08-03", "2026-08-09"), volunteers(2))
                .with(Surroundings.NONE.keeping(
                        Assignment.EMPTY.with(DutyRung.BACK_UP, date("2026-08-05"), Team.dr('Z'))));
        assertThat(why(week).sentences())
                .containsExactly("L'astreinte fixée le mercredi 5 août ne peut pas être gardée : ce médecin n'est pas"
                        + " volontaire sur ce territoire.");
    }

    @Test
    void aPriorityAstreinteWithNobodyToBackItUpBars() {
        Volunteer onHad = volunteer('A', wishes -> wishes.holdingPriorityAstreintes(Set.of(date("2026-08-05"))));
        Volunteer away = volunteer(
                'B',
                wishes -> wishes.unavailable(List.of(new Unavailability.During(range("2026-08-05", "2026-08-05")))));
        RotaProblem week = problem(range("2026-08-03", "2026-08-09"), List.of(onHad, away));
        assertThat(why(week).sentences().getFirst())
                .contains("Le 5 août : aucun volontaire disponible", "personne n'est libre pour le recours");
        assertThat(Diagnosis.of(week.with(List.of(onHad, away, volunteer('C')))))
                .isEmpty();
    }

    private static Infeasibility why(RotaProblem problem) {
        return Diagnosis.of(problem).orElseThrow();
    }
}
