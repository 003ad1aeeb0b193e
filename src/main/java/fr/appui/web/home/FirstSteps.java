package fr.appui.web.home;

import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryRead;
import fr.appui.directory.Physician;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.RotaFacts.TerritoryFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * From nothing to a line that answers: what a territory still lacks, in the order in which it is entered. Once a rota was published
 * nothing is left of it; what is missing on a day is told by {@link Attention}.
 */
@ApplicationScoped
class FirstSteps {

    private final Directory directory;
    private final CurrentRota rota;

    FirstSteps(Directory directory, CurrentRota rota) {
        this.directory = directory;
        this.rota = rota;
    }

    /** @param sentence French @param address of the page where it is done */
    record Step(String sentence, String address, boolean done) {}

    /** By the code of the territory. */
    Map<TerritoryCode, List<Step>> of(List<Territory> territories) {
        Map<TerritoryCode, TerritoryFacts> facts = rota.current().facts().territories().stream()
                .collect(Collectors.toMap(TerritoryFacts::code, Function.identity()));
        DirectoryRead people = directory.read(
                Reach.of(territories.stream().map(Territory::code).collect(Collectors.toSet())));
        return territories.stream()
                .collect(Collectors.toMap(
                        Territory::code,
                        territory -> of(territory, Optional.ofNullable(facts.get(territory.code())), people)));
    }

    private static List<Step> of(Territory territory, Optional<TerritoryFacts> facts, DirectoryRead people) {
        return facts.filter(known -> !known.rotas().isEmpty()).isPresent()
                ? List.of()
                : steps(
                        territory,
                        facts.filter(known -> !known.clockwork().perimeters().isEmpty())
                                .isPresent(),
                        people.physiciansOf(territory.code()));
    }

    /** @param agreed whether the ARS agreed on hours */
    static List<Step> steps(Territory territory, boolean agreed, List<Physician> physicians) {
        TerritoryCode code = territory.code();
        String page = "/annuaire/" + code;
        return List.of(
                new Step(
                        "Ajouter l’établissement porteur, puis le désigner sur la fiche du territoire",
                        page + "/etablissements",
                        territory.host().isPresent()),
                new Step(
                        "Annoncer les heures promises, puis enregistrer l’accord de l’ARS",
                        page + "/perimetres",
                        agreed),
                new Step(
                        "Donner le numéro de la ligne",
                        page + "/ligne",
                        territory.line().isPresent()),
                new Step(
                        "Ajouter les médecins volontaires, avec leurs numéros",
                        page + "/medecins/nouveau",
                        !physicians.isEmpty()),
                new Step("Faire le planning et le publier : la ligne répond", "/planning/" + code, false));
    }
}
