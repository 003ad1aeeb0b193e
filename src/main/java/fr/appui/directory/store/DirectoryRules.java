package fr.appui.directory.store;

import fr.appui.directory.Agreement;
import fr.appui.directory.Dialling;
import fr.appui.directory.Dialling.Whose;
import fr.appui.directory.Escalation;
import fr.appui.directory.Finess;
import fr.appui.directory.FrenchDate;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.Relief;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Written;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one value cannot know by itself: whether what it names exists, and whether somebody else has it already. */
@ApplicationScoped
class DirectoryRules {

    private final Dialling dialling;

    DirectoryRules(Dialling dialling) {
        this.dialling = dialling;
    }

    Optional<Written> refuse(Territory territory) {
        return territory
                .host()
                .flatMap(host -> unknownEstablishment("host", "établissement porteur", host))
                .or(() -> territory.line().flatMap(DirectoryRules::numberOfAnother))
                .or(() -> territory.line().flatMap(this::notDialled));
    }

    Optional<Written> refuse(Physician physician) {
        return sameRpps(physician)
                .or(() -> firstOf(
                        physician.numbers(),
                        (at, contact) ->
                                notDialled(Whose.PHYSICIAN, "numbers[" + at + "]", "numéro", contact.number())))
                .or(() -> firstOf(
                        physician.career().employments(),
                        (at, employment) -> unknownEstablishment(
                                "employments[" + at + "].employer", "employeur", employment.employer())))
                .or(() -> firstOf(
                        physician.career().practices(),
                        (at, practice) -> unknownTerritory("practices[" + at + "].territory", practice.territory())));
    }

    /** @param id of the agreement itself, 0 for a new one */
    Optional<Written> refuse(Agreement agreement, long id) {
        return unknownTerritory("territory", agreement.territory())
                .or(() -> unknownEstablishment("host", "établissement porteur", agreement.host()))
                .or(() -> unknownEstablishment("partner", "établissement partenaire", agreement.partner()))
                .or(() -> overlapping(agreement, id));
    }

    /** A line's own number is rung by others and not by us: it may be any. */
    private Optional<Written> notDialled(SupportLine line) {
        LineSettings settings = line.settings();
        Escalation escalation = settings.escalation();
        return named("fallback", "ligne de secours", settings.fallback())
                .or(() -> named("daytimeContact", "contact de jour", settings.daytimeContact()))
                .or(() -> named("samu", "SAMU", escalation.samu()))
                .or(() -> firstOf(
                        escalation.reliefs(),
                        (at, relief) -> relief instanceof Relief.Line other
                                ? notDialled(Whose.LINE, "reliefs[" + at + "]", "relais", other.number())
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

    private Optional<Written> named(String field, String label, Optional<PhoneNumber> number) {
        return number.flatMap(given -> notDialled(Whose.LINE, field, label, given));
    }

    private Optional<Written> notDialled(Whose whose, String field, String label, PhoneNumber number) {
        return dialling.refusal(whose, label, number).map(why -> new Written.Refused(field, why));
    }

    private static Optional<Written> numberOfAnother(SupportLine line) {
        return TerritoryRow.<TerritoryRow>find("line.number", line.number().e164()).stream()
                .filter(other -> !other.code.equals(line.territory().value()))
                .map(other -> (Written) new Written.Refused(
                        "number",
                        "numéro de la ligne : c'est déjà celui du territoire « " + other.name
                                + " » ; chaque territoire a le sien"))
                .findFirst();
    }

    private static Optional<Written> sameRpps(Physician physician) {
        return PhysicianRow.<PhysicianRow>find("rpps", physician.rpps().value()).stream()
                .filter(other -> !other.id.equals(physician.id().toString()))
                .map(other -> (Written) new Written.Refused(
                        "rpps",
                        "rpps : il est déjà dans l'annuaire ; modifier la fiche de ce médecin, ou demander à"
                                + " l'administration de l'appui de l'ouvrir à votre territoire"))
                .findFirst();
    }

    private static Optional<Written> overlapping(Agreement agreement, long id) {
        return AgreementRow.<AgreementRow>list(
                        "territory = ?1 and partner = ?2",
                        agreement.territory().value(),
                        agreement.partner().value())
                .stream()
                .filter(row -> row.number() != id)
                .map(AgreementRow::toAgreement)
                .filter(other -> other.dates().overlaps(agreement.dates()))
                .map(other -> (Written) new Written.Refused(
                        "from",
                        "convention : une autre avec cet établissement s'applique déjà à partir du "
                                + FrenchDate.of(other.dates().from())
                                + " ; terminer la première la veille de la suivante"))
                .findFirst();
    }

    private static Optional<Written> unknownEstablishment(String field, String label, Finess finess) {
        return EstablishmentRow.findByIdOptional(finess.value()).isPresent()
                ? Optional.empty()
                : Optional.of(new Written.Refused(
                        field,
                        label + " : l'établissement " + finess + " n'est pas dans l'annuaire ; l'y ajouter d'abord"));
    }

    private static Optional<Written> unknownTerritory(String field, TerritoryCode code) {
        return TerritoryRow.findByIdOptional(code.value()).isPresent()
                ? Optional.empty()
                : Optional.of(new Written.Refused(
                        field, "territoire : « " + code + " » n'est pas connu ; en choisir un de la liste"));
    }

    private interface Check<T> {
        Optional<Written> on(int at, T value);
    }

    private static <T> Optional<Written> firstOf(List<T> values, Check<T> check) {
        return Stream.iterate(0, at -> at < values.size(), at -> at + 1)
                .map(at -> check.on(at, values.get(at)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
