package fr.appui.web.request;

import fr.appui.access.Person;
import fr.appui.directory.Directory;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.web.Problem;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The physician who is signed in: whatever these pages show or change is theirs. */
@ApplicationScoped
public class OwnPhysician {

    private final Directory directory;
    private final Visitor visitor;

    OwnPhysician(Directory directory, Visitor visitor) {
        this.directory = directory;
        this.visitor = visitor;
    }

    public Physician get() {
        return visitor.person()
                .flatMap(Person::physician)
                .flatMap(directory::physician)
                .orElseThrow(() -> Problem.notFound("Votre compte n’est relié à aucun médecin de l’annuaire ;"
                        + " le demander à l’administration de l’appui."));
    }

    public String login() {
        return visitor.signedIn().login();
    }

    /** Where they practise, or practised, by code. */
    public List<Territory> territories(Physician physician) {
        Set<TerritoryCode> practised = physician.career().territories();
        return directory.territories().stream()
                .filter(territory -> practised.contains(territory.code()))
                .toList();
    }

    /** Where the physicians of a territory reach its coordination; empty where it gave no number. */
    public Optional<PhoneNumber> coordination(String territory) {
        return directory
                .territory(new TerritoryCode(territory))
                .flatMap(known -> known.contact().coordination());
    }

    /** Whose clock and holidays their own pages go by: that of their first territory. */
    public ZoneId zone(Physician physician) {
        return territories(physician).stream()
                .map(Territory::timeZone)
                .findFirst()
                .orElse(Territory.USUAL_ZONE);
    }
}
