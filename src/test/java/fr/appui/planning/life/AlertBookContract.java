package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.Alert.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

interface AlertBookContract extends Books {

    @Test
    default void anAlertIsFreshOnceAndStandsUntilItIsNotSeen() {
        TerritoryCode code = place().code();
        Alert alert = alert(code, "2026-07-03", "Personne le 3 juillet.");
        assertThat(alerts().reconcile(code, List.of(alert), NOW)).containsExactly(alert);
        assertThat(alerts().reconcile(code, List.of(alert), NOW.plusSeconds(60)))
                .isEmpty();
        assertThat(alerts().standing(code, 0, 10)).singleElement().satisfies(raised -> {
            assertThat(raised.alert()).isEqualTo(alert);
            assertThat(raised.raisedAt()).isEqualTo(NOW);
            assertThat(raised.resolvedAt()).isEmpty();
        });
        assertThat(alerts().reconcile(code, List.of(), NOW.plusSeconds(120))).isEmpty();
        assertThat(alerts().standing(code, 0, 10)).isEmpty();
        assertThat(alerts().total(code)).isZero();
    }

    @Test
    default void thoseOfSeveralTerritoriesAreReadAtOnceOldestFirst() {
        TerritoryCode one = place().code();
        TerritoryCode other = place().code();
        Alert later = alert(one, "2026-07-03", "Personne le 3 juillet.");
        Alert sooner = alert(other, "2026-07-04", "Personne le 4 juillet.");
        alerts().reconcile(one, List.of(later), NOW.plusSeconds(60));
        alerts().reconcile(other, List.of(sooner), NOW);
        assertThat(alerts().standing(Reach.of(Set.of(one, other))))
                .extracting(Alert.Raised::alert)
                .containsExactly(sooner, later);
        assertThat(alerts().standing(Reach.of(one)))
                .extracting(Alert.Raised::alert)
                .containsExactly(later);
        assertThat(alerts().standing(Reach.EVERYWHERE))
                .extracting(Alert.Raised::alert)
                .contains(sooner, later);
    }

    @Test
    default void whatComesBackIsFreshAgain() {
        TerritoryCode code = place().code();
        Alert alert = alert(code, "2026-07-03", "Personne le 3 juillet.");
        alerts().reconcile(code, List.of(alert), NOW);
        alerts().reconcile(code, List.of(), NOW.plusSeconds(60));
        assertThat(alerts().reconcile(code, List.of(alert), NOW.plusSeconds(120)))
                .containsExactly(alert);
        assertThat(alerts().standing(code, 0, 10).getFirst().raisedAt()).isEqualTo(NOW.plusSeconds(120));
    }

    @Test
    default void anAlertThatStandsSaysWhatWasSeenLast() {
        TerritoryCode code = place().code();
        alerts().reconcile(code, List.of(alert(code, "2026-07-03", "Personne de 18:00 à 22:00.")), NOW);
        Alert longer = alert(code, "2026-07-03", "Personne de 18:00 à 08:30.");
        assertThat(alerts().reconcile(code, List.of(longer), NOW.plusSeconds(60)))
                .as("told once")
                .isEmpty();
        assertThat(alerts().standing(code, 0, 10))
                .extracting(Alert.Raised::alert)
                .containsExactly(longer);
    }

    @Test
    default void thoseThatStandAreTurnedOverOldestFirst() {
        TerritoryCode code = place().code();
        Alert one = alert(code, "2026-07-03", "Un.");
        Alert two = alert(code, "2026-07-04", "Deux.");
        Alert three = new Alert(code, Kind.QUOTA_DEROGATION, "2026-07-03", "Trois, du même sujet.");
        alerts().reconcile(code, List.of(two), NOW);
        alerts().reconcile(code, List.of(three, one, two), NOW.plusSeconds(60));
        assertThat(alerts().standing(code, 0, 2))
                .extracting(Alert.Raised::alert)
                .containsExactly(two, three);
        assertThat(alerts().standing(code, 1, 2))
                .extracting(Alert.Raised::alert)
                .containsExactly(one);
        assertThat(alerts().total(code)).isEqualTo(3);
    }

    @Test
    default void oneTerritoryLeavesTheAlertsOfAnotherAlone() {
        TerritoryCode code = place().code();
        TerritoryCode other = place().code();
        alerts().reconcile(code, List.of(alert(code, "2026-07-03", "Ici.")), NOW);
        alerts().reconcile(other, List.of(), NOW);
        assertThat(alerts().total(code)).isEqualTo(1);
    }

    @Test
    default void anAlertAsLongAsItsReasonIsKept() {
        TerritoryCode code = place().code();
        Alert alert = alert(code, "2026-Q3/somebody", "Dr Frêne peut tenir 16 jours : " + "é".repeat(500));
        assertThat(alerts().reconcile(code, List.of(alert), NOW)).containsExactly(alert);
        assertThat(alerts().standing(code, 0, 10))
                .extracting(Alert.Raised::alert)
                .containsExactly(alert);
    }

    private static Alert alert(TerritoryCode code, String subject, String sentence) {
        return new Alert(code, Kind.UNCOVERED_IN_30_DAYS, subject, sentence);
    }
}
