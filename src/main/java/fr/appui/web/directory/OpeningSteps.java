package fr.appui.web.directory;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Eligibility;
import fr.appui.directory.Establishment;
import fr.appui.directory.Finess;
import fr.appui.directory.Partners;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.indicators.Sustainability;
import fr.appui.indicators.kit.Kits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a territory needs before its line answers, and after: each step with what is missing and where it is done. */
final class OpeningSteps {

    private final Facts facts;
    private final Territory territory;
    private final String room;

    private OpeningSteps(Facts facts) {
        this.facts = facts;
        this.territory = facts.partners().territory();
        this.room = "/annuaire/" + territory.code();
    }

    /**
     * What is known of a territory.
     *
     * @param physicians who take part there, or will
     * @param withoutAccount those of them who have yet to be invited or to enter
     * @param quarter whose rota is needed first
     * @param published whether it is
     */
    record Facts(
            Partners partners,
            List<Perimeter> perimeters,
            List<Physician> physicians,
            List<Physician> withoutAccount,
            Quarter quarter,
            boolean published,
            Kits.Answer kit,
            boolean called,
            LocalDate today) {}

    /** @param missing French sentences; none where it is done @param act what the link does */
    record Step(String title, List<String> missing, String act, String address) {

        public boolean isDone() {
            return missing.isEmpty();
        }
    }

    /** The quarter under way, or the next one where only that one has duties to come. */
    static Quarter toPlan(Optional<DutyCalendar> calendar, LocalDate today) {
        Quarter now = Quarter.of(today);
        Quarter next = now.next();
        return calendar.filter(known -> !known.promises(today, now.last()) && known.promises(next.first(), next.last()))
                .map(beginsLater -> next)
                .orElse(now);
    }

    /** In the order in which they are done. */
    static List<Step> steps(Facts facts) {
        return new OpeningSteps(facts).steps();
    }

    private List<Step> steps() {
        return List.of(
                new Step("Établissement porteur", host(), "Le désigner", room + "/fiche"),
                new Step("Heures promises et accord de l’ARS", hours(), "Les enregistrer", room + "/perimetres"),
                new Step("Numéro et adresse de la ligne", line(), "Régler la ligne", room + "/ligne"),
                new Step("Conventions", agreements(), "Ajouter une convention", room + "/conventions/nouvelle"),
                new Step("Médecins volontaires", physicians(), "Ajouter un médecin", room + "/medecins/nouveau"),
                new Step("Comptes des médecins", accounts(), "Les inviter", "/comptes/medecins/" + territory.code()),
                new Step(
                        "Planning publié",
                        rota(),
                        "Faire le planning",
                        "/planning/" + territory.code() + "/" + facts.quarter()),
                new Step("Affiche et cartes", poster(), "Voir les supports", "/supports"),
                facts.called()
                        ? new Step(
                                "Premier appel", List.of(), "Voir les appels", "/appels?territoire=" + territory.code())
                        : new Step(
                                "Premier appel",
                                List.of(
                                        "Aucun appel n’est encore arrivé : composer le numéro, ou l’essayer sans déranger"
                                                + " personne."),
                                "Faire un appel d’essai",
                                room + "/appel-essai"));
    }

    private List<String> host() {
        Optional<Establishment> host = territory.host().flatMap(facts.partners()::establishment);
        return host.map(known ->
                        known.missingToHost(facts.today(), territory.rules().hostRule()))
                .orElse(List.of("Aucun établissement porteur n’est désigné."));
    }

    private List<String> hours() {
        if (facts.perimeters().isEmpty()) {
            return List.of("Aucun périmètre n’est annoncé.");
        }
        return facts.perimeters().stream().anyMatch(Perimeter::isAgreed)
                ? List.of()
                : List.of("L’accord de l’ARS n’est pas enregistré.");
    }

    private List<String> line() {
        return Stream.of(
                        territory.line().isPresent() ? "" : "Le numéro que composent les professionnels manque.",
                        territory.contact().alerts().isPresent()
                                ? ""
                                : "L’appui n’a ni adresse de courriel ni adresse des alertes : elles ne parviennent à personne.",
                        territory.contact().coordination().isPresent()
                                ? ""
                                : "Le numéro de la coordination manque : ses médecins ne savent pas où l’appeler.")
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** Of employers whose physicians no agreement lets take part. */
    private List<String> agreements() {
        Map<Finess, List<String>> uncovered = new LinkedHashMap<>();
        for (Physician physician : facts.physicians()) {
            physician
                    .career()
                    .employerOn(facts.today())
                    .filter(employer -> !facts.partners().coverOn(employer, facts.today()))
                    .ifPresent(employer -> uncovered
                            .computeIfAbsent(employer, unknown -> new ArrayList<>())
                            .add(physician.name().titled()));
        }
        return uncovered.entrySet().stream()
                .map(one -> facts.partners()
                                .establishment(one.getKey())
                                .map(Establishment::name)
                                .orElse(one.getKey().toString())
                        + " : aucune convention en vigueur pour " + String.join(", ", one.getValue()) + ".")
                .toList();
    }

    private List<String> physicians() {
        List<String> missing = new ArrayList<>();
        long eligible = facts.physicians().stream()
                .filter(physician -> new Eligibility(physician, facts.partners()).on(facts.today())
                        instanceof Eligibility.Answer.Eligible)
                .count();
        if (eligible < Sustainability.RECOMMENDED) {
            missing.add((eligible == 0
                            ? "Aucun médecin éligible"
                            : eligible == 1 ? "Un seul médecin éligible" : eligible + " médecins éligibles")
                    + " ; " + Sustainability.RECOMMENDED
                    + " sont recommandés, pour deux semaines chacun par trimestre.");
        }
        facts.physicians().stream()
                .filter(physician -> physician.numbers().isEmpty())
                .map(physician -> physician.name().titled() + " n’a pas de numéro.")
                .forEach(missing::add);
        return missing;
    }

    private List<String> accounts() {
        return facts.physicians().isEmpty()
                ? List.of("Aucun médecin à inviter encore.")
                : facts.withoutAccount().stream()
                        .map(physician -> physician.name().titled() + " ne peut pas encore se connecter.")
                        .toList();
    }

    private List<String> rota() {
        return facts.published()
                ? List.of()
                : List.of("Le planning du " + facts.quarter().label() + " n’est pas publié.");
    }

    private List<String> poster() {
        return facts.kit() instanceof Kits.Answer.Lacking(String what)
                ? List.of("Pas encore prêtes : " + what + ".")
                : List.of();
    }
}
