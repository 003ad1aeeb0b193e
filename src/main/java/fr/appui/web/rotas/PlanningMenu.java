package fr.appui.web.rotas;

import fr.appui.calendar.Quarter;
import fr.appui.web.page.WorkedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pages of one territory's planning, by when one needs them; templates read it as {@code inject:planningMenu}. The quarter
 * one works on stays the one of the links, also on pages that are of none.
 */
@Named("planningMenu")
@RequestScoped
public class PlanningMenu {

    private final WorkedIn workedIn;

    PlanningMenu(WorkedIn workedIn) {
        this.workedIn = workedIn;
    }

    private enum Group {
        TONIGHT("Cette nuit"),
        QUARTER("Ce trimestre"),
        SETTINGS("Réglages");

        private final String label;

        Group(String label) {
            this.label = label;
        }
    }

    private enum Room {
        TONIGHT("ce-soir", "Ce soir", Group.TONIGHT, "%1$s/ce-soir"),
        REPLACEMENT("remplacement", "Remplacement", Group.TONIGHT, "%1$s/remplacement"),
        SWAPS("echanges", "Échanges", Group.TONIGHT, "%1$s/echanges"),
        MESSAGES("messages", "Messages", Group.TONIGHT, "%1$s/messages"),
        GRID("rota", "Grille", Group.QUARTER, "%1$s/%2$s"),
        CALENDAR("calendrier", "Calendrier", Group.QUARTER, "%1$s/%2$s?vue=calendrier"),
        WISHES("souhaits", "Souhaits", Group.QUARTER, "%1$s/souhaits?trimestre=%2$s"),
        SEARCH("calcul", "Calcul", Group.QUARTER, "%1$s/%2$s/calcul"),
        COMPARISON("comparaison", "Comparer", Group.QUARTER, "%1$s/%2$s/comparaison"),
        PUBLICATION("publication", "Publication", Group.QUARTER, "%1$s/%2$s/publication"),
        SHARING("partage", "Partage", Group.QUARTER, "%1$s/%2$s/partage"),
        FILES("fichiers", "Fichiers", Group.QUARTER, "%1$s/fichiers?trimestre=%2$s"),
        SETTINGS("reglages", "Règles et délais", Group.SETTINGS, "%1$s/reglages"),
        HISTORY("historique", "Historique", Group.SETTINGS, "%1$s/historique");

        private final String code;
        private final String label;
        private final Group group;
        private final String address;

        Room(String code, String label, Group group, String address) {
            this.code = code;
            this.label = label;
            this.group = group;
            this.address = address;
        }
    }

    public record Link(String label, String address, boolean here) {}

    /** @param quarter the one its links lead to, as people say it */
    public record Menu(List<Link> groups, List<Link> pages, String group, String quarter) {}

    /** @param here the code of the page shown */
    public Menu of(Planned at, String here) {
        Quarter quarter = workedIn.quarter().map(Quarter::parse).orElse(at.quarter());
        Room room = Stream.of(Room.values())
                .filter(one -> one.code.equals(here))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no page of the planning is called " + here));
        List<Link> groups = Arrays.stream(Group.values())
                .map(group -> new Link(group.label, address(first(group), at, quarter), group == room.group))
                .toList();
        List<Link> pages = rooms(room.group)
                .map(one -> new Link(one.label, address(one, at, quarter), one == room))
                .toList();
        return new Menu(groups, pages, room.group.label, room.group == Group.QUARTER ? quarter.label() : "");
    }

    private static Stream<Room> rooms(Group group) {
        return Arrays.stream(Room.values()).filter(room -> room.group == group);
    }

    private static Room first(Group group) {
        return rooms(group).findFirst().orElseThrow();
    }

    private static String address(Room room, Planned at, Quarter quarter) {
        return String.format(java.util.Locale.ROOT, room.address, at.getPlace(), quarter);
    }
}
