package fr.appui.web.swaps;

import static fr.appui.directory.Volunteers.HOST;
import static fr.appui.directory.Volunteers.NEW_YEAR;
import static fr.appui.directory.Volunteers.OISE;
import static fr.appui.directory.Volunteers.YEAR_END;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Career;
import fr.appui.directory.Volunteering;
import fr.appui.directory.Volunteers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SwapChoicesTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 15);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 15);

    @Test
    void whoMeetsEveryConditionOnOneOfTheDatesIsOffered() {
        Career career = Volunteers.career(HOST);
        assertThat(offered(career, JUNE)).isTrue();
        assertThat(offered(career, YEAR_END.plusDays(1), JUNE)).isTrue();
        assertThat(offered(career, YEAR_END.plusDays(1))).isFalse();
        assertThat(offered(career)).as("no duty to come").isFalse();
    }

    @Test
    void neitherACandidateNorWhoLeftTheServiceIsOffered() {
        assertThat(offered(volunteering(Optional.empty(), Optional.empty()), JUNE, JULY))
                .isFalse();
        Career leaving = volunteering(Optional.of(NEW_YEAR), Optional.of(JUNE));
        assertThat(offered(leaving, JUNE)).isTrue();
        assertThat(offered(leaving, JULY)).isFalse();
        assertThat(offered(volunteering(Optional.of(JULY), Optional.empty()), JUNE))
                .isFalse();
    }

    private static boolean offered(Career career, LocalDate... dates) {
        return SwapChoices.mayHold(Volunteers.physician(career), Volunteers.partners(), List.of(dates));
    }

    private static Career volunteering(Optional<LocalDate> declaredOn, Optional<LocalDate> leftOn) {
        Career whole = Volunteers.career(HOST);
        return new Career(
                whole.trainings(),
                whole.employments(),
                whole.posts(),
                whole.practices(),
                whole.workingTimes(),
                List.of(new Volunteering(
                        OISE, Volunteering.Basis.DECLARATION, Optional.of(NEW_YEAR), declaredOn, leftOn)));
    }
}
