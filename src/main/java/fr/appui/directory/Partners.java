package fr.appui.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The establishments around one territory's service, and their conventions with the host. */
public record Partners(Territory territory, Map<Finess, Establishment> establishments, List<Agreement> agreements) {

    public Partners {
        establishments = Map.copyOf(establishments);
        agreements = List.copyOf(agreements);
    }

    public static Partners of(Territory territory, List<Establishment> establishments, List<Agreement> agreements) {
        return new Partners(
                territory,
                establishments.stream().collect(Collectors.toMap(Establishment::finess, Function.identity())),
                agreements.stream()
                        .filter(agreement -> agreement.territory().equals(territory.code()))
                        .toList());
    }

    public Optional<Establishment> establishment(Finess finess) {
        return Optional.ofNullable(establishments.get(finess));
    }

    /** The host's own physicians need no convention. */
    public boolean coverOn(Finess employer, LocalDate date) {
        return territory.host().filter(employer::equals).isPresent()
                || agreements.stream()
                        .anyMatch(agreement -> agreement.partner().equals(employer)
                                && territory
                                        .host()
                                        .filter(agreement.host()::equals)
                                        .isPresent()
                                && agreement.dates().contains(date));
    }

    String nameOf(Finess finess) {
        return establishment(finess).map(Establishment::name).orElse("l’établissement " + finess);
    }
}
