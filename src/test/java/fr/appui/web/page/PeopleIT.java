package fr.appui.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.Physician;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ActivateRequestContext
class PeopleIT {

    @Inject
    People people;

    @Inject
    Visitors visitors;

    @Inject
    PlanningWorld world;

    @Test
    void whoDidSomethingIsCalledByName() {
        Physician physician = world.create().physicians().getFirst();
        assertThat(people.of(visitors.physician(physician.id()).login()))
                .startsWith(physician.name().titled());
        assertThat(people.of(visitors.account(List.of(Grant.everywhere(Role.COORDINATOR)))
                        .login()))
                .isEqualTo("Camille Durand");
    }

    @Test
    void whoHasNoAccountIsCalledAsItWasWritten() {
        assertThat(people.of("jeton:tableau de bord")).isEqualTo("jeton:tableau de bord");
        assertThat(people.of("")).isEmpty();
    }
}
