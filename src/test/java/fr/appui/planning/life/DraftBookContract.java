package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Reach;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

interface DraftBookContract extends Books {

    @Test
    default void aDraftComesBackAsItWasKeptAndTheNextOneReplacesIt() {
        Place place = place();
        assertThat(drafts().of(place.code(), Q3)).isEmpty();
        Draft first = draft(place, 0, Optional.of(new Draft.Proof(120, 118, false)));
        drafts().keep(first);
        assertThat(drafts().of(place.code(), Q3)).contains(first);
        assertThat(drafts().of(place.code(), Q3.next())).isEmpty();
        Draft second = draft(place, 1, Optional.empty());
        drafts().keep(second);
        assertThat(drafts().of(place.code(), Q3)).contains(second);
    }

    @Test
    default void thoseUnderWorkInSeveralTerritoriesAreReadAtOnce() {
        Place one = place();
        Place other = place();
        Draft first = draft(one, 0, Optional.empty());
        Draft second = draft(other, 1, Optional.empty());
        drafts().keep(first);
        drafts().keep(second);
        drafts().putAside(first, "Avec les vacances");
        Reach both = Reach.of(Set.of(one.code(), other.code()));
        assertThat(drafts().of(both, List.of(Q3, Q3.next()))).containsExactlyInAnyOrder(first, second);
        assertThat(drafts().of(Reach.of(one.code()), List.of(Q3))).containsExactly(first);
        assertThat(drafts().of(both, List.of(Q3.next()))).isEmpty();
        assertThat(drafts().of(Reach.EVERYWHERE, List.of(Q3))).contains(first, second);
    }

    @Test
    default void onlyADutyOfTheDraftIsFixed() {
        Place place = place();
        Draft draft = draft(place, 0, Optional.empty());
        LocalDate elsewhere = Q3.last();
        drafts().keep(new Draft(
                place.code(),
                Q3,
                draft.duties(),
                draft.fixed()
                        .with(
                                DutyRung.FIRST,
                                elsewhere,
                                place.physicians().get(2).id()),
                draft.origin(),
                Optional.empty()));
        assertThat(drafts().of(place.code(), Q3)).contains(draft);
    }

    @Test
    default void aDraftGivenUpIsGoneAndThoseAsideStay() {
        Place place = place();
        drafts().keep(draft(place, 0, Optional.empty()));
        drafts().putAside(draft(place, 0, Optional.empty()), "Avec les vacances");
        drafts().discard(place.code(), Q3);
        drafts().discard(place.code(), Q3);
        assertThat(drafts().of(place.code(), Q3)).isEmpty();
        assertThat(drafts().aside(place.code(), Q3)).hasSize(1);
    }

    @Test
    default void draftsAsideAreByNameAndOneOfANameReplacesTheOther() {
        Place place = place();
        drafts().putAside(draft(place, 0, Optional.empty()), "frêne d’abord");
        drafts().putAside(draft(place, 1, Optional.empty()), "Érable d’abord");
        drafts().putAside(draft(place, 2, Optional.empty()), "Bouleau d’abord");
        Draft other = draft(place, 3, Optional.empty());
        drafts().putAside(other, "Bouleau d’abord");
        assertThat(drafts().aside(place.code(), Q3))
                .extracting(DraftBook.Aside::name)
                .containsExactly("Bouleau d’abord", "Érable d’abord", "frêne d’abord");
        assertThat(drafts().aside(place.code(), Q3).getFirst().draft()).isEqualTo(other);
        assertThat(drafts().aside(place.code(), Q3.next())).isEmpty();
    }

    @Test
    default void namesThatDifferInCapitalsOrAccentsAreOneName() {
        Place place = place();
        drafts().putAside(draft(place, 0, Optional.empty()), "Été");
        drafts().putAside(draft(place, 1, Optional.empty()), "ete");
        assertThat(drafts().aside(place.code(), Q3))
                .extracting(DraftBook.Aside::name)
                .containsExactly("ete");
        assertThat(drafts().dropAside(place.code(), Q3, "ÉTÉ")).isTrue();
        assertThat(drafts().dropAside(place.code(), Q3, "ete")).isFalse();
    }

    @Test
    default void aRevisionRisesWithEachChangeAndNamesTheDatesThatChanged() {
        Place place = place();
        assertThat(drafts().revision(place.code(), Q3)).isZero();
        Draft before = draft(place, 0, Optional.empty());
        drafts().keep(before);
        long first = drafts().revision(place.code(), Q3);
        assertThat(first).isPositive();
        assertThat(drafts().changedSince(place.code(), Q3, first)).isEmpty();
        LocalDate date = Q3.first().plusDays(1);
        drafts().keep(before.freeing(DutyRung.FIRST, date));
        assertThat(drafts().revision(place.code(), Q3)).isGreaterThan(first);
        assertThat(drafts().changedSince(place.code(), Q3, first)).containsExactly(date);
        drafts().discard(place.code(), Q3);
        assertThat(drafts().revision(place.code(), Q3)).isZero();
        assertThat(drafts().changedSince(place.code(), Q3, 0)).isEmpty();
    }

    @Test
    default void theDraftUnderWorkIsNotDroppedAsIfItWereAside() {
        Place place = place();
        drafts().keep(draft(place, 0, Optional.empty()));
        assertThat(drafts().dropAside(place.code(), Q3, "")).isFalse();
        assertThat(drafts().of(place.code(), Q3)).isPresent();
    }

    private static Draft draft(Place place, int first, Optional<Draft.Proof> proof) {
        LocalDate date = Q3.first().plusDays(first);
        var physician = place.physicians().get(first).id();
        Assignment duties = Assignment.EMPTY
                .with(DutyRung.FIRST, date, physician)
                .with(DutyRung.FIRST, date.plusDays(1), physician)
                .with(DutyRung.BACK_UP, date, place.physicians().get(7).id());
        return new Draft(
                place.code(),
                Q3,
                duties,
                Assignment.EMPTY.with(DutyRung.FIRST, date, physician),
                new Draft.Origin(Draft.Kind.GENERATED, "coordination", NOW.plusMillis(123)),
                proof);
    }
}
