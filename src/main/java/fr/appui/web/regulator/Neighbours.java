package fr.appui.web.regulator;

import fr.appui.directory.Relief;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.OnDuty;
import fr.appui.rota.RotaSnapshot;
import fr.appui.web.regulator.Communes.Commune;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who else may be asked while a territory's own line does not answer. */
final class Neighbours {

    private Neighbours() {}

    /** @param line as calls are decided from */
    record Answering(Territory territory, SupportLine line) {}

    /**
     * The first that has somebody on duty at this instant: those that the own line names as its reliefs, in their order,
     * then those for the same patients that share a department.
     */
    static Optional<Answering> answering(Territory own, List<Territory> all, RotaSnapshot rota, Instant at) {
        Set<String> departments = departments(own);
        Stream<Answering> named =
                reliefs(own).stream().flatMap(code -> of(code, all).stream()).flatMap(answers(all, rota, at));
        Stream<Answering> near = all.stream()
                .filter(territory -> departments(territory).stream().anyMatch(departments::contains))
                .flatMap(answers(all, rota, at))
                .filter(neighbour ->
                        neighbour.territory().rules().patients() == own.rules().patients());
        return Stream.concat(named, near)
                .filter(neighbour -> !neighbour.line().territory().equals(own.code()))
                .filter(neighbour -> rota.onDuty(neighbour.line(), at) instanceof OnDuty.Open open
                        && !open.ladder().isEmpty())
                .findFirst();
    }

    /** By whichever line answers for a territory: one that is joined to another has its own answered there. */
    private static Function<Territory, Stream<Answering>> answers(List<Territory> all, RotaSnapshot rota, Instant at) {
        return territory -> rota
                .lineOf(territory.code())
                .map(line -> rota.line(line.number(), at).orElse(line))
                .map(line -> new Answering(of(line.territory(), all).orElse(territory), line))
                .stream();
    }

    private static Optional<Territory> of(TerritoryCode code, List<Territory> all) {
        return all.stream().filter(territory -> territory.code().equals(code)).findFirst();
    }

    private static List<TerritoryCode> reliefs(Territory own) {
        return own.line().stream()
                .flatMap(line -> line.settings().escalation().reliefs().stream())
                .filter(Relief.Neighbour.class::isInstance)
                .map(relief -> ((Relief.Neighbour) relief).territory())
                .toList();
    }

    private static Set<String> departments(Territory territory) {
        return territory.proximityZones().stream()
                .flatMap(zone -> zone.communes().stream())
                .map(code -> new Commune(code, code).department())
                .collect(Collectors.toSet());
    }
}
