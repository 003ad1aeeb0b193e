package fr.appui.web.reports;

import fr.appui.access.Person;
import fr.appui.access.Role;
import fr.appui.web.signin.Visitor;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rooms behind the door « Suivi », for the person of this request; templates read it as {@code inject:followUp}. */
@Named("followUp")
@RequestScoped
public class FollowUp {

    private final Visitor visitor;
    private final RoutingContext context;

    FollowUp(Visitor visitor, RoutingContext context) {
        this.visitor = visitor;
        this.context = context;
    }

    private enum Room {
        TERRITORIES("Territoires", "/territoires", true),
        FIGURES("Indicateurs", "/indicateurs", true),
        CROSSING("Croiser", "/croisement", true),
        REPORTS("Bilans", "/bilans", true),
        DIFFICULTIES("Difficultés", "/difficultes", true),
        PAY("Forfaits", "/forfaits", false),
        HAND_OVERS("Suites", "/suites", false),
        SHEETS("Registre", "/registre", false),
        TRANSMISSIONS("Transmissions", "/transmissions", false),
        KIT("Supports", "/supports", false);

        private final String label;
        private final String address;
        private final Set<Role> roles;

        Room(String label, String address, boolean readByTheArs) {
            this.label = label;
            this.address = address;
            this.roles = readByTheArs ? Set.of(Role.COORDINATOR, Role.ARS_READER) : Set.of(Role.COORDINATOR);
        }
    }

    /** @param here whether the page shown is this one or below it */
    public record Link(String label, String address, boolean here) {}

    public List<Link> getLinks() {
        Optional<Person> person = visitor.person();
        String path = context.normalizedPath();
        return Arrays.stream(Room.values())
                .filter(room -> person.filter(known -> room.roles.stream().anyMatch(known::is))
                        .isPresent())
                .map(room -> new Link(
                        room.label, room.address, path.equals(room.address) || path.startsWith(room.address + "/")))
                .toList();
    }
}
