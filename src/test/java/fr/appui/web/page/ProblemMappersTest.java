package fr.appui.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.appui.directory.Rpps;
import fr.appui.french.InvalidInput;
import fr.appui.web.Problem;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.junit.jupiter.api.Test;

/** Who is to blame: what somebody wrote is told to them, a fault of ours is a reference and nothing more. */
class ProblemMappersTest {

    private final ProblemMappers mappers = new ProblemMappers();

    @Test
    void whatSomebodyWroteIsToldToThem() {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> new Rpps("12"));

        Response told = mappers.invalidInput(refused);

        assertThat(told.getStatus()).isEqualTo(400);
        assertThat(((Problem) told.getEntity()).detail()).isEqualTo(refused.sentence());
    }

    @Test
    void anArgumentOfOursIsAFaultOfOurs() {
        Response told = mappers.unforeseen(new IllegalArgumentException("ours"));

        assertThat(told.getStatus()).isEqualTo(500);
        assertThat(((Problem) told.getEntity()).detail()).doesNotContain("ours").contains("référence");
    }

    /** A mapper of its supertype would tell people of our faults as if they were theirs. */
    @Test
    void noMapperTakesEveryArgument() {
        assertThat(Arrays.stream(ProblemMappers.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(ServerExceptionMapper.class))
                        .map(method -> method.getParameterTypes()[0]))
                .contains(InvalidInput.class)
                .doesNotContain(IllegalArgumentException.class);
    }
}
