package fr.appui.planning.life;

import static fr.appui.planning.life.Books.Q3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.appui.calendar.Quarter;
import fr.appui.planning.DateRange;
import fr.appui.planning.Preference;
import fr.appui.planning.Rule;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Violation;
import fr.appui.planning.Wishes;
import fr.appui.planning.feed.LineProblem;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImportDeskTest {

    private final Office office = new Office();
    private final Place place = office.place;

    @Test
    void wishesAreAddedToThoseThatAreKnown() {
        office.away(1, Q3.first(), Q3.first());
        ImportDesk.Result result =
                wishes("médecin;souhait;du;valeur\nBouleau;évite;06/07/2026;3\nIf;maximum;;13\n", false);
        assertThat(result).isEqualTo(new ImportDesk.Result(2, true, List.of(), List.of()));
        Wishes bouleau = office.wishes().of(office.dr(1));
        assertThat(bouleau.unavailabilities()).containsExactly(new Unavailability.During(DateRange.on(Q3.first())));
        assertThat(bouleau.preferences())
                .containsExactly(new Preference(DateRange.on(LocalDate.of(2026, 7, 6)), Preference.Liking.AVOID, 3));
        assertThat(office.wishes().of(office.dr(7)).maxDutyDays()).isEqualTo(OptionalInt.of(13));
        assertThat(office.history()).singleElement().satisfies(act -> {
            assertThat(act.kind()).isEqualTo(PlanningAct.Kind.WISHES_IMPORTED);
            assertThat(act.detail()).isEqualTo("2 lignes.");
        });
    }

    @Test
    void oneBadLineOfWishesWritesNothing() {
        ImportDesk.Result result = wishes(
                "médecin;souhait;du;au\n"
                        + "Acacia;indisponible;03/08/2027;04/08/2027\n"
                        + "Séquoia;indisponible;03/08/2027;\n"
                        + "If;indisponible;32/08/2027;\n",
                false);
        assertThat(result.written()).isFalse();
        assertThat(result.lines()).isEqualTo(1);
        assertThat(result.problems())
                .extracting(LineProblem::line, LineProblem::column)
                .containsExactly(tuple(3, "medecin"), tuple(4, "du"));
        assertThat(office.wishes().of(office.dr(0))).isEqualTo(Wishes.none());
        assertThat(office.history()).isEmpty();
    }

    @Test
    void aTrialWritesNothing() {
        assertThat(wishes("médecin;souhait;du\nAcacia;indisponible;03/08/2026\n", true))
                .isEqualTo(new ImportDesk.Result(1, false, List.of(), List.of()));
        assertThat(office.wishes().of(office.dr(0))).isEqualTo(Wishes.none());
        assertThat(rota(place.rotaByWeeks(), Q3, true))
                .isEqualTo(new ImportDesk.Result(92, false, List.of(), List.of()));
        assertThat(office.drafts().of(place.code(), Q3)).isEmpty();
        assertThat(office.history()).isEmpty();
    }

    @Test
    void aRotaBroughtAlongIsADraftThatTheCoordinatorDecided() {
        ImportDesk.Result result = rota(place.rotaByWeeks(), Q3, false);
        assertThat(result).isEqualTo(new ImportDesk.Result(92, true, List.of(), List.of()));
        Draft draft = office.drafts().of(place.code(), Q3).orElseThrow();
        assertThat(draft.duties()).isEqualTo(office.byWeeks());
        assertThat(draft.fixed()).isEqualTo(office.byWeeks());
        assertThat(draft.origin().kind()).isEqualTo(Draft.Kind.IMPORTED);
        assertThat(office.kinds()).containsExactly(PlanningAct.Kind.DRAFT_IMPORTED);
    }

    @Test
    void whatTheRulesSayOfItIsShownAndDoesNotStopIt() {
        office.away(0, Q3.first(), Q3.first());
        String holed = place.rotaByWeeks()
                .lines()
                .filter(line -> !line.startsWith("2026-09-30"))
                .collect(Collectors.joining("\n"));
        ImportDesk.Result result = rota(holed, Q3, false);
        assertThat(result.written()).isTrue();
        assertThat(result.violations())
                .extracting(Violation::rule)
                .containsExactlyInAnyOrder(Rule.AVAILABILITY, Rule.COVERAGE);
    }

    @Test
    void datesOutsideTheQuarterOrItsHoursAreReportedLineByLine() {
        assertThat(rota("date;médecin\n1999-01-01;Acacia\n", Q3, false).problems())
                .extracting(LineProblem::line, LineProblem::column)
                .containsExactly(tuple(2, "date"));
        Quarter before = Quarter.parse("2020-Q1");
        ImportDesk.Result result = rota("date;médecin\n2020-01-01;Acacia\n", before, false);
        assertThat(result.written()).isFalse();
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.message()).contains("périmètre agréé");
        });
        assertThat(office.drafts().of(place.code(), Q3)).isEmpty();
        assertThat(office.history()).isEmpty();
    }

    private ImportDesk.Result wishes(String file, boolean trial) {
        return office.importDesk.wishes(place.code(), bytes(file), trial, office.act("Fichier"));
    }

    private ImportDesk.Result rota(String file, Quarter quarter, boolean trial) {
        return office.importDesk.rota(place.code(), quarter, bytes(file), trial, office.act("Fichier"));
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
