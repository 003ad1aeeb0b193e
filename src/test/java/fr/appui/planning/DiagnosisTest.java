package fr.appui.planning;

import static fr.appui.planning.Team.assign;
import static fr.appui.planning.Team.date;
import static fr.appui.planning.Team.problem;
import static fr.appui.planning.Team.quarter;
import static fr.appui.planning.Team.range;
import static fr.appui.planning.Team.volunteer;
import static fr.appui.planning.Team.volunteers;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why there is no rota, said in dates and people, without the solver. */
class DiagnosisTest {

    @Test
    void sevenPhysiciansHoldAQuarterAndSixDoNot() {
        assertThat(reasons(quarter("2026-Q3", volunteers(7)))).isEmpty();
        assertThat(reasons(quarter("2026-Q3", volunteers(6))))
                .containsExactly(
                        "Du 1er juillet au 30 septembre : 6 médecins peuvent tenir 84 jours d’astreinte sur 92 ;"
                                + " il faut au moins 7 médecins pour tenir le quota sur 13 semaines.");
        assertThat(Diagnosis.of(quarter("2026-Q3", volunteers(6))).uncovered()).hasSize(8);
    }

    @Test
    void verbsAgreeWithNobodyOneAndMany() {
        assertThat(reasons(quarter("2026-Q3", volunteers(1))))
                .containsExactly("Du 1er juillet au 30 septembre : 1 médecin peut tenir 14 jours d’astreinte sur 92 ;"
                        + " il faut au moins 7 médecins pour tenir le quota sur 13 semaines.");
        assertThat(reasons(quarter("2026-Q3", List.of(volunteer('A', wishes -> wishes.atMost(0))))))
                .containsExactly(
                        "Du 1er juillet au 30 septembre : 1 médecin peut tenir 0 jour d’astreinte sur 92 (Dr A n’en"
                                + " accepte que 0) ; il faut au moins 8 médecins pour tenir le quota sur 13 semaines.");
        assertThat(reasons(problem(range("2026-08-03", "2026-08-04"), List.of())))
                .containsExactly(
                        "Du 3 au 4 août : aucun volontaire disponible ; il manque 1 médecin pour tenir le quota"
                                + " du trimestre.");
        assertThat(reasons(problem(
                        range("2026-08-03", "2026-08-09"), List.of(volunteer('A', wishes -> wishes.atMost(6))))))
                .containsExactly(
                        "Du 3 au 9 août : 1 médecin peut tenir 6 jours d’astreinte sur 7 (Dr A n’en accepte que 6)"
                                + " ; il faut au moins 2 médecins pour tenir le quota sur 1 semaine.");
    }

    @Test
    void aPersonalMaximumIsNotBlamedOnTheQuota() {
        List<Volunteer> team = List.of(volunteer('A', wishes -> wishes.atMost(2)), volunteer('B'));
        RotaProblem both = problem(range("2026-08-03", "2026-08-09"), team);
        RotaProblem away = both.changing(
                Team.dr('B'),
                wishes -> wishes.unavailable(List.of(new Unavailability.During(range("2026-08-03", "2026-08-05")))));
        assertThat(reasons(away))
                .containsExactly("Du 3 au 5 août : seul Dr A est disponible, pour 2 jours au plus sur 3"
                        + " (Dr A n’en accepte que 2) ; il manque 1 jour.");
    }

    @Test
    void whatIsHeldElsewhereIsSaid() {
        RotaProblem week = problem(range("2026-08-03", "2026-08-09"), volunteers(1));
        RotaProblem held = week.with(week.settings().withQuota(8))
                .with(Surroundings.NONE.holding(List.of(
                        Team.held('A', "2026-07-06", Team.HAINAUT), Team.held('A', "2026-07-07", Team.HAINAUT))));
        assertThat(reasons(held))
                .containsExactly(
                        "Du 3 au 9 août : 1 médecin peut tenir 6 jours d’astreinte sur 7 (Dr A en tient déjà 2) ;"
                                + " il faut au moins 2 médecins pour tenir le quota sur 1 semaine.");
    }

    @Test
    void datesOnWhichNobodyIsFreeAreNamedWithWhatStandsInTheWay() {
        DateRange august = range("2026-08-03", "2026-08-09");
        List<Volunteer> away = volunteers(8).stream()
                .map(one -> one.with(Wishes.none().unavailable(List.of(new Unavailability.During(august)))))
                .toList();
        assertThat(reasons(quarter("2026-Q3", away)))
                .containsExactly(
                        "Du 3 au 9 août : aucun volontaire disponible ; il manque 1 médecin pour tenir le quota du"
                                + " trimestre (Dr A, Dr B, Dr C, Dr D, Dr E, Dr F, Dr G et Dr H se sont dits"
                                + " indisponibles).");
        assertThat(Diagnosis.of(quarter("2026-Q3", away)).uncovered())
                .containsExactlyElementsOf(august.dates().toList());
    }

    @Test
    void manyDatesOnWhichNobodyIsFreeAreOneReason() {
        RotaProblem all = quarter("2026-Q3", volunteers(7));
        RotaProblem away = all.changingAll(wishes -> wishes.unavailable(
                List.of(new Unavailability.Every(DayOfWeek.TUESDAY, range("2026-07-01", "2026-08-11")))));
        assertThat(reasons(away))
                .singleElement()
                .asString()
                .startsWith(
                        "Le 7 juillet, le 14 juillet, le 21 juillet, le 28 juillet, le 4 août et le 11 août : aucun");
    }

    @Test
    void datesWithTooFewPeopleNameThem() {
        DateRange august = range("2026-08-01", "2026-08-21");
        List<Volunteer> team = volunteers(8).stream()
                .map(one -> one.name().equals("Dr A")
                        ? one
                        : one.with(Wishes.none().unavailable(List.of(new Unavailability.During(august)))))
                .toList();
        assertThat(reasons(quarter("2026-Q3", team)))
                .containsExactly(
                        "Du 1er au 21 août : seul Dr A est disponible, pour 14 jours au plus sur 21 ; il manque"
                                + " 7 jours.");
    }

    @Test
    void fixedDutiesThatTakeUpTheRoomAreNamed() {
        DateRange august = range("2026-08-01", "2026-08-02");
        List<Volunteer> team = volunteers(8).stream()
                .map(one -> one.name().equals("Dr A")
                        ? one
                        : one.with(Wishes.none().unavailable(List.of(new Unavailability.During(august)))))
                .toList();
        RotaProblem quarter = quarter("2026-Q3", team);
        assertThat(reasons(quarter.keeping(assign("2026-09-01", "A".repeat(12)))))
                .isEmpty();
        assertThat(reasons(quarter.keeping(assign("2026-09-01", "A".repeat(14)))))
                .containsExactly(
                        "Du 1er au 2 août : seul Dr A est disponible, pour 0 jour au plus sur 2 une fois tenues les"
                                + " astreintes fixées de Dr A du 1er au 14 septembre ; il manque 2 jours.");
    }

    @Test
    void aFixedDutyOfSomebodyAwayIsHeldByThemAllTheSame() {
        DateRange august = range("2026-08-03", "2026-08-09");
        List<Volunteer> away = volunteers(8).stream()
                .map(one -> one.with(Wishes.none().unavailable(List.of(new Unavailability.During(august)))))
                .toList();
        assertThat(reasons(quarter("2026-Q3", away).keeping(assign("2026-08-03", "AAAAAAA"))))
                .isEmpty();
    }

    @Test
    void moreFixedDutiesThanTheQuotaAreOneReason() {
        RotaProblem quarter = quarter("2026-Q3", volunteers(8));
        assertThat(reasons(quarter.keeping(assign("2026-09-01", "A".repeat(14)))))
                .isEmpty();
        assertThat(reasons(quarter.keeping(assign("2026-09-01", "A".repeat(22)))))
                .containsExactly(
                        "Les astreintes fixées de Dr A du 1er au 22 septembre dépassent son quota de 14 jours au"
                                + " 3e trimestre 2026.");
        RotaProblem few = quarter.changing(Team.dr('A'), wishes -> wishes.atMost(0));
        assertThat(reasons(few.keeping(assign("2026-09-01", "A"))))
                .containsExactly("L’astreinte fixée de Dr A le 1er septembre dépasse son maximum personnel de 0 jour au"
                        + " 3e trimestre 2026.");
    }

    @Test
    void aFixedDutyThatMayNotBeHeldIsTheReason() {
        RotaProblem week = problem(range("2026-08-03", "2026-08-09"), List.of(notThere(), volunteer('B')));
        assertThat(reasons(week.keeping(assign("2026-08-05", "A"))))
                .containsExactly("L’astreinte fixée le mercredi 5 août ne peut pas être gardée : Dr A ne peut pas"
                        + " participer : sa convention a pris fin.");
        assertThat(reasons(week.keeping(assign("2026-08-03", "AAAAAAA"))))
                .as("one cause, one reason")
                .containsExactly("Les astreintes fixées du 3 au 9 août ne peuvent pas être gardées : Dr A ne peut pas"
                        + " participer : sa convention a pris fin.");
    }

    @Test
    void aFixedBackUpOfSomebodyUnknownIsTheReason() {
        RotaProblem week = problem(range("2026-08-03", "2026-08-09"), volunteers(2))
                .keeping(Assignment.EMPTY.with(DutyRung.BACK_UP, date("2026-08-05"), Team.dr('Z')));
        assertThat(reasons(week))
                .containsExactly("Le recours fixé le mercredi 5 août ne peut pas être gardé : ce médecin n’est pas"
                        + " volontaire sur ce territoire.");
    }

    @Test
    void theSamePhysicianFixedOnBothRungsIsTheReason() {
        RotaProblem week = problem(range("2026-08-03", "2026-08-09"), volunteers(2))
                .keeping(assign("2026-08-05", "A").with(DutyRung.BACK_UP, date("2026-08-05"), Team.dr('A')));
        assertThat(reasons(week))
                .containsExactly(
                        "L’astreinte fixée le mercredi 5 août ne peut pas être gardée : Dr A est fixé au recours à"
                                + " cette date.");
    }

    @Test
    void theOnlyOneFreeIsNamedWhereFixedAsTheBackUp() {
        List<Volunteer> team = List.of(
                volunteer('A'),
                volunteer(
                        'B',
                        wishes -> wishes.unavailable(
                                List.of(new Unavailability.During(range("2026-08-05", "2026-08-05"))))));
        RotaProblem week = problem(range("2026-08-03", "2026-08-09"), team)
                .keeping(Assignment.EMPTY.with(DutyRung.BACK_UP, date("2026-08-05"), Team.dr('A')));
        assertThat(reasons(week))
                .containsExactly("Le 5 août : aucun volontaire disponible ; il manque 1 médecin pour tenir le quota du"
                        + " trimestre (Dr A est fixé au recours à cette date ; Dr B s’est dit indisponible).");
    }

    @Test
    void aPriorityAstreinteWithNobodyToBackItUpBars() {
        Volunteer onHad = volunteer('A', wishes -> wishes.holdingPriorityAstreintes(Set.of(date("2026-08-05"))));
        Volunteer away = volunteer(
                'B',
                wishes -> wishes.unavailable(List.of(new Unavailability.During(range("2026-08-05", "2026-08-05")))));
        RotaProblem week = problem(range("2026-08-03", "2026-08-09"), List.of(onHad, away));
        assertThat(reasons(week).getFirst())
                .contains("Le 5 août : aucun volontaire disponible", "personne n’est libre pour le recours");
        assertThat(reasons(week.with(List.of(onHad, away, volunteer('C'))))).isEmpty();
    }

    private static Volunteer notThere() {
        return new Volunteer(
                Team.dr('A'),
                "Dr A",
                volunteer('A').establishment(),
                List.of(new Ineligibility(range("2026-08-01", "2026-08-31"), "sa convention a pris fin")),
                Wishes.none());
    }

    private static List<String> reasons(RotaProblem problem) {
        return Diagnosis.of(problem).reasons().stream().map(Reason::sentence).toList();
    }
}
