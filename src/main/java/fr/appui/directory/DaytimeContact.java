package fr.appui.directory;

import java.util.List;
import java.util.Optional;

/**
 * Whom to call by day in a part of a territory (doc 003: DAC Nord, DAC Sud).
 *
 * @param zones the proximity zones it serves, as the territory names them; none for all of them
 * @param hours when it answers, as one says it; empty where that is not known
 */
public record DaytimeContact(String name, PhoneNumber number, List<String> zones, Optional<String> hours) {

    public DaytimeContact {
        name = Required.text("nom du contact de jour", name, 60);
        zones = zones.stream()
                .map(zone -> Required.text("zone du contact de jour", zone, 80))
                .toList();
        hours = hours.map(text -> Required.text("horaires du contact de jour", text, 80));
    }

    /** As a poster prints it, its number last. */
    public String said() {
        return name
                + (zones.isEmpty() ? "" : " (" + String.join(", ", zones) + ")")
                + hours.map(known -> ", " + known).orElse("")
                + " : " + number.national();
    }
}
