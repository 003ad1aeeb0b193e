package fr.appui.planning.life;

import static fr.appui.planning.life.Books.Q3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import fr.appui.calendar.Quarter;
import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Generation;
import fr.appui.planning.Infeasibility;
import fr.appui.planning.Progress;
import fr.appui.planning.Reason;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Solution;
import fr.appui.planning.Verdict;
import fr.appui.planning.life.GenerationDesk.Answer;
import fr.appui.planning.life.GenerationJob.State;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a search, whatever it answers. The searches themselves are tried with the solver. */
class GenerationDeskTest {

    private final Office office = new Office();
    private final Place place = office.place;
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        held.countDown();
        office.run.stop();
    }

    @Test
    void whatIsProvedBestBecomesTheDraft() {
        Assignment fixed = Assignment.EMPTY.with(DutyRung.FIRST, place.monday(0), office.dr(1));
        var origin = new Draft.Origin(Draft.Kind.MANUAL, "coordination", Books.NOW);
        office.drafts().keep(new Draft(place.code(), Q3, fixed, fixed, origin, Optional.empty()));
        office.engine.search = (problem, cancellation, listener) -> new Generation.Optimal(found(problem, 12, 12));
        GenerationJob job = ended(started());
        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.found()).contains(new Draft.Proof(12, 12, true));
        assertThat(job.explanation()).singleElement().asString().contains("c’est prouvé");
        assertThat(office.engine.asked.orElseThrow().surroundings().kept()).isEqualTo(fixed);
        Draft draft = office.drafts().of(place.code(), Q3).orElseThrow();
        assertThat(draft.duties()).isEqualTo(office.byWeeks());
        assertThat(draft.fixed()).as("what was decided stays decided").isEqualTo(fixed);
        assertThat(draft.origin()).isEqualTo(new Draft.Origin(Draft.Kind.GENERATED, "coordination", Books.NOW));
        assertThat(draft.proof()).contains(new Draft.Proof(12, 12, true));
        assertThat(office.history()).singleElement().satisfies(act -> {
            assertThat(act.kind()).isEqualTo(PlanningAct.Kind.DRAFT_GENERATED);
            assertThat(act.act().reason()).isEqualTo("calcul demandé, graine 7");
        });
    }

    @Test
    void whatIsOnlyAllowedSaysHowFarFromTheBestItMayBe() {
        office.engine.search = (problem, cancellation, listener) -> new Generation.Feasible(found(problem, 100, 80));
        GenerationJob job = ended(started());
        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.found()).contains(new Draft.Proof(100, 80, false));
        assertThat(job.explanation()).singleElement().asString().contains("d’au plus 20 %");
    }

    @Test
    void dutiesThatBeganStayAsTheyAreHeld() {
        office.published();
        LocalDate begun = place.monday(1);
        office.override(begun, 5, "Grippe");
        office.at(office.start(begun));
        office.engine.search = (problem, cancellation, listener) -> new Generation.Optimal(found(problem, 0, 0));
        assertThat(ended(started()).state()).isEqualTo(State.DONE);
        assertThat(office.engine.asked.orElseThrow().from()).isEqualTo(begun.plusDays(1));
        assertThat(office.drafts().of(place.code(), Q3).orElseThrow().duties())
                .isEqualTo(office.byWeeks().with(DutyRung.FIRST, begun, office.dr(5)));
    }

    @Test
    void whatIsImpossibleIsExplainedAndLeavesNoDraft() {
        List<LocalDate> dates = List.of(place.monday(1));
        var why = new Infeasibility(List.of(new Reason.NobodyFree(dates, 1, List.of())), dates, List.of());
        office.engine.search = (problem, cancellation, listener) -> new Generation.Infeasible(why);
        GenerationJob job = ended(started());
        assertThat(job.state()).isEqualTo(State.IMPOSSIBLE);
        assertThat(job.explanation())
                .containsExactly(
                        "Le 13 juillet : aucun volontaire disponible ; il manque 1 médecin pour tenir le quota du"
                                + " trimestre.");
        assertThat(office.drafts().of(place.code(), Q3)).isEmpty();
        assertThat(office.history()).isEmpty();
    }

    @Test
    void aSearchWithoutAnAnswerSaysWhatToDo() {
        GenerationJob job = ended(started());
        assertThat(job.state()).isEqualTo(State.UNDECIDED);
        assertThat(job.explanation()).singleElement().asString().contains("relancer avec une durée plus longue");
        assertThat(office.drafts().of(place.code(), Q3)).isEmpty();
    }

    @Test
    void anEngineThatGoesAwayMeanwhileSaysSo() {
        office.engine.search = (problem, cancellation, listener) -> new Generation.Unavailable("Bibliothèque absente.");
        GenerationJob job = ended(started());
        assertThat(job.state()).isEqualTo(State.UNAVAILABLE);
        assertThat(job.explanation()).containsExactly("Bibliothèque absente.");
    }

    @Test
    void aSearchThatFailsIsToldWithItsReference() {
        office.engine.search = (problem, cancellation, listener) -> {
            throw new IllegalStateException("as if the solver were broken");
        };
        GenerationJob job = ended(started());
        assertThat(job.state()).isEqualTo(State.FAILED);
        assertThat(job.explanation())
                .singleElement()
                .asString()
                .contains(job.id().toString());
        assertThat(start()).as("its place is free again").isInstanceOf(Answer.Started.class);
    }

    @Test
    void aSearchTellsHowFarItIsAndStopsOnRequestWithTheBestItHas() {
        office.engine.search = (problem, cancellation, listener) -> {
            listener.improved(new Progress(DutyRung.FIRST, Duration.ofSeconds(1), Assignment.EMPTY, 90, 70));
            await().pollInterval(Duration.ofMillis(1)).until(cancellation::isRequested);
            return new Generation.Cancelled(Optional.of(found(problem, 90, 70)));
        };
        GenerationJob job = started();
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            office.run.tellThatTheyLive();
            return office.generationDesk.job(job.id()).orElseThrow().found().isPresent();
        });
        assertThat(office.generationDesk.job(job.id()).orElseThrow().found()).contains(new Draft.Proof(90, 70, false));
        assertThat(office.generationDesk.stop(job.id())).isTrue();
        office.run.tellThatTheyLive();
        GenerationJob over = ended(job);
        assertThat(over.state()).isEqualTo(State.CANCELLED);
        assertThat(over.explanation()).containsExactly("Le calcul a été arrêté.");
        assertThat(office.drafts().of(place.code(), Q3).orElseThrow().proof()).contains(new Draft.Proof(90, 70, false));
        assertThat(office.generationDesk.stop(job.id())).isFalse();
    }

    @Test
    void aTerritorySearchesOnceAtATimeAndTheHouseTwice() {
        holdSearches();
        GenerationJob first = started();
        assertThat(start())
                .asInstanceOf(type(Answer.TerritoryBusy.class))
                .satisfies(busy -> assertThat(busy.job()).contains(first));
        Place second = office.place();
        Place third = office.place();
        assertThat(start(second, Q3)).isInstanceOf(Answer.Started.class);
        assertThat(start(third, Q3)).isInstanceOf(Answer.AllBusy.class);
    }

    @Test
    void aSearchOfANodeThatIsSilentMakesRoom() {
        holdSearches();
        GenerationJob first = started();
        office.at(Books.NOW.plus(GenerationDesk.SILENCE));
        assertThat(start()).as("just heard of").isInstanceOf(Answer.TerritoryBusy.class);
        office.at(Books.NOW.plus(GenerationDesk.SILENCE).plusMillis(1));
        assertThat(start()).isInstanceOf(Answer.Started.class);
        assertThat(office.generationDesk.job(first.id()).orElseThrow().state()).isEqualTo(State.LOST);
    }

    @Test
    void withoutAnEngineNothingIsBegun() {
        office.engine.unavailable = Optional.of("Bibliothèque absente.");
        assertThat(start()).isEqualTo(new Answer.Unavailable("Bibliothèque absente."));
        assertThat(office.jobs().running(place.code())).isEmpty();
    }

    @Test
    void aQuarterThatIsOverOrWithoutHoursHasNothingToCover() {
        assertThat(start(place, Quarter.parse("2020-Q1"))).isInstanceOf(Answer.NothingToCover.class);
        office.at(office.start(Q3.last()));
        assertThat(start()).isInstanceOf(Answer.NothingToCover.class);
        assertThat(office.generationDesk.job(UUID.randomUUID())).isEmpty();
    }

    private void holdSearches() {
        office.engine.search = (problem, cancellation, listener) -> {
            try {
                held.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return new Generation.Undecided();
        };
    }

    private GenerationJob started() {
        return ((Answer.Started) start()).job();
    }

    private Answer start() {
        return start(place, Q3);
    }

    private Answer start(Place where, Quarter quarter) {
        var order = new GenerationJob.Order(7, 20, "coordination", office.clock.instant());
        return office.generationDesk.start(where.code(), quarter, order);
    }

    private GenerationJob ended(GenerationJob job) {
        return await().pollInterval(Duration.ofMillis(1))
                .until(() -> office.generationDesk.job(job.id()).orElseThrow(), GenerationJob::isOver);
    }

    /** The dates to cover, each with who has their week. */
    private Solution found(RotaProblem problem, long objective, long bound) {
        Assignment rota = Assignment.EMPTY;
        for (LocalDate date : new DateRange(problem.from(), Q3.last()).dates().toList()) {
            rota = rota.with(DutyRung.FIRST, date, office.dr(place.holder(date)));
        }
        return new Solution(rota, objective, bound, Verdict.on(rota, problem));
    }
}
