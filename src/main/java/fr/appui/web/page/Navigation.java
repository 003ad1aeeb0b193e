package fr.appui.web.page;

import fr.appui.access.Person;
import fr.appui.access.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The doors of the house, in the order they are shown; each person sees those of their roles. */
enum Navigation {
    HOME("Accueil", "/", Set.of(Role.values())),
    ON_DUTY("Qui répond", "/regulation", Set.of(Role.REGULATOR, Role.COORDINATOR)),
    MY_DUTIES(
            "Mes astreintes",
            "/mes-astreintes",
            Set.of(Role.PHYSICIAN),
            "/mes-appels",
            "/mes-appels-hors-ligne",
            "/mon-agenda"),
    PLANNING("Planning", "/planning", Set.of(Role.COORDINATOR)),
    MY_WISHES("Mes souhaits", "/mes-souhaits", Set.of(Role.PHYSICIAN)),
    MY_SWAPS("Échanges", "/mes-echanges", Set.of(Role.PHYSICIAN)),
    MY_SERVICE("Service fait", "/mon-service-fait", Set.of(Role.PHYSICIAN)),
    CALLS("Appels", "/appels", Set.of(Role.COORDINATOR)),
    DIRECTORY("Annuaire", "/annuaire", Set.of(Role.COORDINATOR)),
    FOLLOW_UP(
            "Suivi",
            "/indicateurs",
            Set.of(Role.COORDINATOR, Role.ARS_READER),
            "/territoires",
            "/croisement",
            "/bilans",
            "/forfaits",
            "/suites",
            "/registre",
            "/trames",
            "/supports",
            "/difficultes",
            "/transmissions"),
    PRIVACY("Confidentialité", "/confidentialite", Set.of(Role.COORDINATOR)),
    ACCOUNTS("Comptes", "/comptes", Set.of(Role.ADMINISTRATOR)),
    TOKENS("Jetons", "/jetons", Set.of(Role.ADMINISTRATOR)),
    AUDIT("Journal", "/journal", Set.of(Role.ADMINISTRATOR));

    static final String SEARCH = "/recherche";

    private final String label;
    private final String address;
    private final Set<Role> roles;
    private final List<String> rooms;

    /** @param others further addresses behind the same door */
    Navigation(String label, String address, Set<Role> roles, String... others) {
        this.label = label;
        this.address = address;
        this.roles = roles;
        this.rooms = Stream.concat(Stream.of(address), Stream.of(others)).toList();
    }

    /** @param icon its name in {@code assets/icons.svg} @param here whether the page shown is this one or below it */
    record Link(String label, String address, String icon, boolean here) {}

    static List<Link> of(Person person, String path) {
        return List.of(values()).stream()
                .filter(door -> door.roles.stream().anyMatch(person::is))
                .map(door -> new Link(door.label, door.address, door.icon(), door.leadsTo(path)))
                .toList();
    }

    /** What there is to find for this person, in words. */
    static String searched(Person person) {
        if (person.is(Role.COORDINATOR)) {
            return "Médecin, commune, appel";
        }
        if (person.is(Role.REGULATOR)) {
            return "Territoire, commune";
        }
        if (person.is(Role.ARS_READER)) {
            return "Territoire";
        }
        return person.is(Role.PHYSICIAN) ? "Référence d’un appel" : "";
    }

    private String icon() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean leadsTo(String path) {
        return rooms.stream().anyMatch(room -> path.equals(room) || !room.equals("/") && path.startsWith(room + "/"));
    }
}
