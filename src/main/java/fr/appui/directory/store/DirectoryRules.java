package fr.appui.directory.store;

import fr.appui.directory.Agreement;
import fr.appui.directory.Dialling;
import fr.appui.directory.Dialling.Whose;
import fr.appui.directory.Escalation;
import fr.appui.directory.Finess;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.Relief;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Written;
import fr.appui.french.FrenchDate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one value cannot know by itself: whether what it names exists, and whether somebody else has it already. */
@ApplicationScoped
class DirectoryRules {

    private final Dialling site;

    DirectoryRules(Dialling site) {
        this.site = site;
    }

    Optional<Written.Refused> refuse(Territory territory) {
        return territory
                .host()
                .flatMap(host -> unknownEstablishment("host", "établissement porteur", host))
                .or(() -> territory.line().flatMap(DirectoryRules::numberOfAnother))
                .or(() -> territory.line().flatMap(this::notDialled))
                .or(() -> territory.line().flatMap(DirectoryRules::unknownNeighbour));
    }

    Optional<Written.Refused> refuse(Physician physician) {
        return ofNobody(physician)
                .or(() -> sameRpps(physician))
                .or(() -> firstOf(
                        physician.numbers(),
                        (at, contact) -> notRung("numbers[" + at + "].number", contact.number(), physician)))
                .or(() -> firstOf(
                        physician.career().employments(),
                        (at, employment) -> unknownEstablishment(
                                "employments[" + at + "].employer", "employeur", employment.employer())))
                .or(() -> firstOf(
                        physician.career().practices(),
                        (at, practice) -> unknownTerritory("practices[" + at + "].territory", practice.territory())));
    }

    /** @param id of the agreement itself, 0 for a new one */
    Optional<Written.Refused> refuse(Agreement agreement, long id) {
        return unknownTerritory("territory", agreement.territory())
                .or(() -> unknownEstablishment("host", "établissement porteur", agreement.host()))
                .or(() -> unknownEstablishment("partner", "établissement partenaire", agreement.partner()))
                .or(() -> overlapping(agreement, id));
    }

    /** A line's own number is rung by others and not by us: it may be any. */
    private Optional<Written.Refused> notDialled(SupportLine line) {
        LineSettings settings = line.settings();
        Escalation escalation = settings.escalation();
        var rule = new LineRule(site.of(settings.dialling()));
        return beyondTheSite(settings.dialling())
                .or(() -> rule.refuse("fallback", "ligne de secours", settings.fallback()))
                .or(() -> rule.refuse("daytimeContact", "contact de jour", settings.daytimeContact()))
                .or(() -> rule.refuse("samu", "SAMU", escalation.samu()))
                .or(() -> firstOf(
                        escalation.reliefs(),
                        (at, relief) -> relief instanceof Relief.Line other
                                ? rule.refuse("reliefs[" + at + "].number", "relais", Optional.of(other.number()))
                                : Optional.empty()))
                .or(() -> Stream.of(settings.fallback(), settings.daytimeContact(), escalation.samu())
                        .flatMap(Optional::stream)
                        .filter(line.number()::equals)
                        .findFirst()
                        .map(own -> new Written.Refused(
                                "fallback",
                                "ligne : le " + own.national()
                                        + " est le numéro de la ligne elle-même ; en choisir un autre")));
    }

    private Optional<Written.Refused> beyondTheSite(Dialling own) {
        return beyondTheSite(Whose.PHYSICIAN, "dialPhysicians", "numéros des médecins", own)
                .or(() -> beyondTheSite(Whose.LINE, "dialLines", "numéros des lignes", own))
                .or(() -> beyondTheSite(Whose.CALLER, "dialCallers", "numéros des appelants", own));
    }

    private Optional<Written.Refused> beyondTheSite(Whose whose, String field, String label, Dialling own) {
        return site.beyond(whose, label, own).map(why -> new Written.Refused(field, why));
    }

    /** Numbers that a line may put its callers through to. */
    private record LineRule(Dialling dialling) {
        Optional<Written.Refused> refuse(String field, String label, Optional<PhoneNumber> number) {
            return number.flatMap(given -> dialling.refusal(Whose.LINE, label, given)
                    .map(why -> new Written.Refused(field, why))
                    .or(() -> lineOfOurs(field, label, given)));
        }
    }

    /** A physician who practises in several territories has numbers that one of them may ring. */
    private Optional<Written.Refused> notRung(String field, PhoneNumber number, Physician physician) {
        List<Dialling> rules = physician.career().practices().stream()
                .flatMap(practice -> TerritoryRow.<TerritoryRow>findByIdOptional(
                        practice.territory().value())
                        .stream())
                .flatMap(row -> row.toTerritory().line().stream())
                .map(line -> site.of(line.settings().dialling()))
                .toList();
        return (rules.isEmpty() ? List.of(site) : rules).stream().anyMatch(rule -> rule.allows(Whose.PHYSICIAN, number))
                ? lineOfOurs(field, "numéro", number)
                : (rules.isEmpty() ? site : rules.getFirst())
                        .refusal(Whose.PHYSICIAN, "numéro", number)
                        .map(why -> new Written.Refused(field, why));
    }

    private static Optional<Written.Refused> lineOfOurs(String field, String label, PhoneNumber number) {
        return TerritoryRow.<TerritoryRow>find("line.number", number.e164()).stream()
                .findFirst()
                .map(ours -> new Written.Refused(
                        field,
                        label + " : le " + number.national() + " est la ligne de l’appui « " + ours.name
                                + " », qui ne s’appelle pas elle-même ; choisir ce territoire comme relais, ou un autre"
                                + " numéro"));
    }

    /** Nobody would take over where the neighbour is none. */
    private static Optional<Written.Refused> unknownNeighbour(SupportLine line) {
        return firstOf(
                line.settings().escalation().reliefs(),
                (at, relief) -> relief instanceof Relief.Neighbour neighbour
                        ? unknownTerritory("reliefs[" + at + "].neighbour", neighbour.territory())
                        : Optional.empty());
    }

    private static Optional<Written.Refused> numberOfAnother(SupportLine line) {
        return TerritoryRow.<TerritoryRow>find("line.number", line.number().e164()).stream()
                .filter(other -> !other.code.equals(line.territory().value()))
                .map(other -> new Written.Refused(
                        "number",
                        "numéro de la ligne : c’est déjà celui du territoire « " + other.name
                                + " » ; chaque territoire a le sien"))
                .findFirst();
    }

    private static Optional<Written.Refused> ofNobody(Physician physician) {
        return physician.isErased()
                ? Optional.of(new Written.Refused(
                        "rpps", "rpps : aucun médecin n’en a qui commence par 0000 ; vérifier chaque chiffre"))
                : Optional.empty();
    }

    private static Optional<Written.Refused> sameRpps(Physician physician) {
        return PhysicianRow.<PhysicianRow>find("rpps", physician.rpps().value()).stream()
                .filter(other -> !other.id.equals(physician.id().toString()))
                .map(other -> new Written.Refused(
                        "rpps",
                        "rpps : il est déjà dans l’annuaire ; modifier la fiche de ce médecin, ou demander à"
                                + " l’administration de l’appui de l’ouvrir à votre territoire"))
                .findFirst();
    }

    private static Optional<Written.Refused> overlapping(Agreement agreement, long id) {
        return AgreementRow.<AgreementRow>list(
                        "territory = ?1 and partner = ?2",
                        agreement.territory().value(),
                        agreement.partner().value())
                .stream()
                .filter(row -> row.number() != id)
                .map(AgreementRow::toAgreement)
                .filter(other -> other.dates().overlaps(agreement.dates()))
                .map(other -> new Written.Refused(
                        "from",
                        "convention : une autre avec cet établissement s’applique déjà à partir du "
                                + FrenchDate.of(other.dates().from())
                                + " ; terminer la première la veille de la suivante"))
                .findFirst();
    }

    private static Optional<Written.Refused> unknownEstablishment(String field, String label, Finess finess) {
        return EstablishmentRow.findByIdOptional(finess.value()).isPresent()
                ? Optional.empty()
                : Optional.of(new Written.Refused(
                        field,
                        label + " : l’établissement " + finess + " n’est pas dans l’annuaire ; l’y ajouter d’abord"));
    }

    private static Optional<Written.Refused> unknownTerritory(String field, TerritoryCode code) {
        return TerritoryRow.findByIdOptional(code.value()).isPresent()
                ? Optional.empty()
                : Optional.of(new Written.Refused(
                        field, "territoire : « " + code + " » n’est pas connu ; en choisir un de la liste"));
    }

    private interface Check<T> {
        Optional<Written.Refused> on(int at, T value);
    }

    private static <T> Optional<Written.Refused> firstOf(List<T> values, Check<T> check) {
        return Stream.iterate(0, at -> at < values.size(), at -> at + 1)
                .map(at -> check.on(at, values.get(at)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
