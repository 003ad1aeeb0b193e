package fr.appui.web.home;

import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.RotaFacts.TerritoryFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

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

    List<Step> of(Territory territory) {
        Optional<TerritoryFacts> facts = rota.current().facts().territories().stream()
                .filter(known -> known.code().equals(territory.code()))
                .findFirst();
        return facts.filter(known -> !known.rotas().isEmpty()).isPresent()
                ? List.of()
                : steps(
                        territory,
                        facts.filter(known -> !known.clockwork().perimeters().isEmpty())
                                .isPresent(),
                        directory.physiciansOf(territory.code()));
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
