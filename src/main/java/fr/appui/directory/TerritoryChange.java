package fr.appui.directory;

import fr.appui.french.FrenchDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a territory became: its name, who carries it, the zones it answers for. The annual report prints these
 * (« toute modification du territoire », doc 001 §6).
 *
 * @param date on which it was recorded, local to the territory
 * @param sentence in French, without a full stop
 */
public record TerritoryChange(TerritoryCode territory, LocalDate date, String sentence) {

    private static final int COMMUNES_NAMED = 10;

    public TerritoryChange {
        sentence = Required.text("modification", sentence, 500);
    }

    /** @param names of establishments */
    public static List<String> sentences(Territory before, Territory after, Function<Finess, String> names) {
        var told = new ArrayList<String>();
        if (!before.name().equals(after.name())) {
            told.add("Le territoire « " + before.name() + " » devient « " + after.name() + " »");
        }
        if (!before.host().equals(after.host())) {
            told.add("Établissement porteur : " + nameOf(after.host(), names) + ", auparavant "
                    + nameOf(before.host(), names));
        }
        told.addAll(zones(byName(before), byName(after)));
        return List.copyOf(told);
    }

    /**
     * Told of both lines, on the day the calls go to one of them; before it the joining can still be called off.
     *
     * @param names of territories @param today local to them
     */
    public static String joined(Joining joining, Function<TerritoryCode, String> names, LocalDate today) {
        boolean begun = !today.isBefore(joining.firstDay());
        return "La ligne du territoire « " + names.apply(joining.territory()) + " » " + (begun ? "est" : "sera")
                + " réunie à celle de « " + names.apply(joining.into()) + " », qui "
                + (begun
                        ? "répond à son numéro ; les appels d’avant restent"
                        : "répondra à son numéro ; les appels d’avant resteront")
                + " ceux de la ligne appelée (accord de l’ARS du " + FrenchDate.of(joining.agreedOn()) + ", "
                + joining.reference() + ")";
    }

    private static List<String> zones(Map<String, ProximityZone> before, Map<String, ProximityZone> after) {
        var told = new ArrayList<String>();
        after.forEach((name, zone) -> {
            ProximityZone former = before.get(name);
            if (former == null) {
                told.add("Zone « " + name + " » ajoutée");
            } else {
                communes("ajoutée", zone, former).ifPresent(told::add);
                communes("retirée", former, zone).ifPresent(told::add);
            }
        });
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> told.add("Zone « " + name + " » retirée"));
        return told;
    }

    private static Optional<String> communes(String fate, ProximityZone with, ProximityZone without) {
        List<String> codes = with.communes().stream()
                .filter(commune -> !without.communes().contains(commune))
                .toList();
        if (codes.isEmpty()) {
            return Optional.empty();
        }
        String plural = codes.size() > 1 ? "s" : "";
        String which = codes.size() > COMMUNES_NAMED ? "" : " : " + String.join(", ", codes);
        return Optional.of(
                "Zone « " + with.name() + " », " + codes.size() + " commune" + plural + " " + fate + plural + which);
    }

    private static Map<String, ProximityZone> byName(Territory territory) {
        var zones = new LinkedHashMap<String, ProximityZone>();
        territory.proximityZones().forEach(zone -> zones.put(zone.name(), zone));
        return zones;
    }

    private static String nameOf(Optional<Finess> host, Function<Finess, String> names) {
        return host.map(names).orElse("aucun");
    }
}
