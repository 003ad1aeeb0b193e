package fr.appui.indicators;

import fr.appui.directory.ProximityZone;
import fr.appui.directory.Territory;
import fr.appui.indicators.HealthAreas.Area;
import fr.appui.indicators.HealthAreas.Extent;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How far the services of a region reach what they are to reach in the end (doc 001 §4 and §7): area by area and zone by zone, by
 * commune and by inhabitant.
 *
 * @param communes attached to zones that a service answers for now
 * @param inhabitants of the region and of those communes; empty where no populations are known
 */
public record AreaCoverage(List<State> areas, Set<String> communes, Optional<Inhabitants> inhabitants) {

    /** @param services by name, those that answer for it now; empty for none */
    public record Zone(String name, List<String> services) {
        public Zone {
            services = List.copyOf(services);
        }

        public boolean isServed() {
            return !services.isEmpty();
        }
    }

    /** @param communes attached to its zones that are served @param inhabitants of those, where populations are known */
    public record State(Area area, List<Zone> zones, int communes, Optional<Long> inhabitants) {
        public State {
            zones = List.copyOf(zones);
        }

        public Extent extent() {
            long served = zones.stream().filter(Zone::isServed).count();
            return served == zones.size() ? Extent.WHOLE : served == 0 ? Extent.NONE : Extent.PART;
        }

        /** What is still to be reached. */
        public List<String> missing() {
            return zones.stream()
                    .filter(zone -> !zone.isServed())
                    .map(Zone::name)
                    .toList();
        }
    }

    public record Inhabitants(long served, long all) {}

    public AreaCoverage {
        areas = List.copyOf(areas);
        communes = Set.copyOf(communes);
    }

    /**
     * @param serving those of the region's territories that have a line and hours in force
     * @param populations of the region's communes by their codes; empty where they are not known
     */
    public static AreaCoverage of(HealthAreas areas, Collection<Territory> serving, Map<String, Long> populations) {
        List<State> states = areas.areas().stream()
                .map(area -> state(area, serving, populations))
                .toList();
        Set<String> communes = serving.stream()
                .flatMap(territory -> territory.proximityZones().stream())
                .flatMap(zone -> zone.communes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return new AreaCoverage(
                states,
                communes,
                populations.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Inhabitants(
                                sum(communes, populations),
                                populations.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum())));
    }

    private static State state(Area area, Collection<Territory> serving, Map<String, Long> populations) {
        Set<String> communes = new HashSet<>();
        List<Zone> zones = area.zones().stream()
                .map(name -> {
                    List<Territory> by = serving.stream()
                            .filter(territory -> zone(territory, name).isPresent())
                            .toList();
                    by.forEach(territory ->
                            zone(territory, name).map(ProximityZone::communes).ifPresent(communes::addAll));
                    return new Zone(name, by.stream().map(Territory::name).toList());
                })
                .toList();
        return new State(
                area,
                zones,
                communes.size(),
                populations.isEmpty() ? Optional.empty() : Optional.of(sum(communes, populations)));
    }

    private static long sum(Set<String> communes, Map<String, Long> populations) {
        return communes.stream()
                .mapToLong(commune -> populations.getOrDefault(commune, 0L))
                .sum();
    }

    private static Optional<ProximityZone> zone(Territory territory, String name) {
        return territory.proximityZones().stream()
                .filter(zone -> plain(zone.name()).equals(plain(name)))
                .findFirst();
    }

    /** A zone is the same whoever wrote it: « Saint-Quentin », « saint quentin ». */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH)
                .replaceAll("[^a-z0-9]", "");
    }
}
