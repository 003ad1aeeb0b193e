package fr.appui.web.signin;

import fr.appui.directory.Physician;
import fr.appui.web.signin.RouteParameters.Told;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What each parameter of a route means: which kind of identifier it is, or a believable value of what identifies nothing. The
 * first rule that fits counts; a parameter without one is a hole in the net.
 */
final class Meanings {

    private Meanings() {}

    /** What a parameter may name. */
    enum Kind {
        TERRITORY(TwoTerritories.Side::code),
        PHYSICIAN(side -> side.place().id(0)),
        COLLEAGUE(side -> side.place().id(2)),
        RPPS(side -> side.physician(0).rpps().value()),
        ESTABLISHMENT(side -> side.partner().value()),
        AGREEMENT(side -> Long.toString(side.agreement())),
        CALL(TwoTerritories.Side::call),
        SWAP(TwoTerritories.Side::swap),
        REQUEST(TwoTerritories.Side::request),
        NOTICE(TwoTerritories.Side::notice),
        JOB(TwoTerritories.Side::job),
        DRAFT(TwoTerritories.Side::draft),
        DIFFICULTY(side -> Long.toString(side.difficulty())),
        TRANSMISSION(side -> Long.toString(side.transmission())),
        ACCOUNT(TwoTerritories.Side::account),
        TOKEN(TwoTerritories.Side::token),
        LINE(side -> side.line().e164()),
        PHYSICIAN_SECRET(TwoTerritories.Side::physicianSecret),
        TERRITORY_SECRET(TwoTerritories.Side::territorySecret),
        MOVE(side -> side.otherDuty() + " FIRST " + side.place().id(1) + " "
                + side.place().id(3)),
        FIGURE(side -> side.code() + "|" + side.code()),
        WISHES_FILE(side -> "médecin;souhait;du;valeur\n" + side.physician(0).rpps() + ";évite;"
                + side.place().quarter().next().first() + ";1\n"),
        ROTA_FILE(
                side -> "date;médecin\n" + side.duty() + ";" + side.physician(0).rpps() + "\n"),
        PHYSICIANS_FILE(side -> "rpps;nom;territoires\n" + side.physician(0).rpps() + ";Usurpé;" + side.code()
                + " depuis 01/01/2024\n"),
        ESTABLISHMENTS_FILE(
                side -> "finess;nom;nature\n" + side.partner() + ";Clinique usurpée;Établissement public de santé\n");

        private final Function<TwoTerritories.Side, String> value;

        Kind(Function<TwoTerritories.Side, String> value) {
            this.value = value;
        }

        String of(TwoTerritories.Side side) {
            return value.apply(side);
        }
    }

    /** @param kind empty for what identifies nothing by itself @param value of that, empty for what is left out */
    record Meaning(Optional<Kind> kind, Function<TwoTerritories.Side, String> value) {

        String of(TwoTerritories.Side side) {
            return value.apply(side);
        }
    }

    private record Rule(Pattern key, Meaning meaning) {}

    private static Rule is(Kind kind, String key) {
        return new Rule(Pattern.compile(key), new Meaning(Optional.of(kind), kind::of));
    }

    /** Counts only beside what names a territory, or names what all share. */
    private static Rule plain(Function<TwoTerritories.Side, String> value, String key) {
        return new Rule(Pattern.compile(key), new Meaning(Optional.empty(), value));
    }

    private static Rule plain(String value, String key) {
        return plain(side -> value, key);
    }

    private static final List<Rule> RULES = List.of(
            // --- in addresses
            is(Kind.TERRITORY, ".*#PATH\\.code"),
            is(Kind.PHYSICIAN, "(/api/physicians|/annuaire/.*/medecins|/confidentialite/medecins)/.*#PATH\\.id"),
            is(Kind.PHYSICIAN, ".*#(PATH\\.physician|BODY\\.Chosen\\.physicians)"),
            is(Kind.PHYSICIAN, "/annuaire/.*/annuaire-sante#FORM\\.medecin"),
            plain("NAME", "/annuaire/.*/annuaire-sante#FORM\\.difference|.*#BODY\\.Taken\\.kind"),
            plain("essai", "/annuaire/.*/annuaire-sante#FORM\\.valeur|.*#BODY\\.Taken\\.theirs"),
            plain("0", "/annuaire/.*/annuaire-sante#FORM\\.version"),
            is(
                    Kind.CALL,
                    "(/api/calls|/appels|/mes-appels|/suites|/registre|/api/regulator/transfers|/api/territories/.*(hand-overs|sheets))/.*#PATH\\.(id|call)"),
            is(Kind.AGREEMENT, ".*/(agreements|conventions)/.*#PATH\\.id"),
            is(Kind.SWAP, ".*#PATH\\.swap"),
            is(Kind.REQUEST, ".*#PATH\\.request"),
            is(Kind.JOB, ".*/(jobs|calcul)/.*#PATH\\.(id|job)"),
            is(Kind.NOTICE, ".*/messages/.*#PATH\\.id"),
            is(Kind.ACCOUNT, "/comptes/.*#PATH\\.id"),
            is(Kind.ACCOUNT, "/comptes/roles#FORM\\.compte"),
            is(Kind.TOKEN, "/jetons/.*#PATH\\.id"),
            is(Kind.DIFFICULTY, ".*/difficult.*#PATH\\.number"),
            is(Kind.TRANSMISSION, ".*/transmissions/.*#PATH\\.number"),
            is(Kind.ESTABLISHMENT, ".*#PATH\\.finess"),
            plain("0", "/supports/logos/.*#PATH\\.number"),
            plain(side -> side.announced().toString(), ".*/perim.*#PATH\\.date"),
            plain(side -> side.duty().toString(), ".*#PATH\\.date"),
            plain(side -> side.place().quarter().toString(), ".*#(PATH|QUERY|BODY\\.Order)\\.quarter"),
            plain(
                    side -> Integer.toString(side.year()),
                    ".*#(PATH\\.(year|period)|QUERY\\.(year|annee|period|periode))"),
            plain("2026", "/api/holidays/.*#PATH\\.year"),
            plain("METROPOLE", ".*#PATH\\.zone"),
            plain("2026.1", ".*#PATH\\.version"),
            plain("profile", ".*#PATH\\.indicator"),
            // a session is found beside its account
            plain("0", "/compte/appareils/.*#PATH\\.appareil"),
            // only the device of a message learns its name
            plain("00000000-0000-0000-0000-000000000000", "/api/push-receipts/.*#PATH\\.receipt"),
            // the gateway's own secret is its right, whatever it says
            plain("", "/api/sms-receipts#BODY\\.java\\.lang\\.String"),
            plain("", "/compte/appareils/notifications#FORM\\.(adresse|cle|secret|renouveler)"),
            plain("0", "/compte/cles/.*#PATH\\.cle"),
            plain("", "/annuaire/.*/appel-essai#FORM\\.numero"),
            plain("bienvenue", "/annuaire/.*/annonces.*#(PATH|FORM)\\.prompt"),
            plain("", ".*#PATH\\.suffix"),
            // --- in queries
            is(Kind.TERRITORY, ".*#QUERY\\.(territory|territoire|q)"),
            is(Kind.PHYSICIAN_SECRET, "/api/physicians/.*#QUERY\\.token"),
            is(Kind.TERRITORY_SECRET, "/api/territories/.*#QUERY\\.token"),
            is(Kind.COLLEAGUE, ".*#QUERY\\.(medecin|avec)"),
            is(Kind.CALL, "/appels#QUERY\\.reference"),
            is(Kind.LINE, "/api/regulator/on-duty#QUERY\\.number"),
            is(Kind.FIGURE, ".*#QUERY\\.(bucket|ligne)"),
            is(Kind.DRAFT, ".*#QUERY\\.(de|a)"),
            plain("motives:PAIN", ".*#QUERY\\.filter"),
            plain("essai", "/enquete#(QUERY|FORM)\\.jeton"),
            plain("YES", "/enquete#FORM\\.(utile|delai)"),
            plain("non", "/supports/.*/enquete#FORM\\.ouverte"),
            plain("0", "/supports/.*/enquete#FORM\\.revision"),
            plain("true", ".*/survey#BODY\\.Opened\\.open"),
            plain("essai", "/invitation#(QUERY|FORM)\\.jeton"),
            plain("", "/croisement#QUERY\\.(appelant|orientation)"),
            plain("", ".*/difference#QUERY\\.(from|to)"),
            plain(side -> side.duty().toString(), ".*#QUERY\\.(date|du|au|from|to)"),
            plain(
                    "",
                    ".*#QUERY\\.(qui|at|commune|motif|motive|ending|outcome|reason|state|etat|fait|fiche|fin|rang|renvoye|restee|trimestre|vue|marque|mois|suite)"),
            plain("0", ".*#FORM\\.page"),
            plain("", "/registre/.*#FORM\\.motif"),
            plain("", ".*#QUERY\\.(page|size|sequence|hash|dryRun|audience|efface|garde|transmis|verifier)"),
            // --- in forms
            is(Kind.TERRITORY, ".*#(FORM\\.volunteering|BODY\\.VolunteeringEntry\\.territory)"),
            plain("DECLARATION", ".*#(FORM|BODY\\.VolunteeringEntry)\\.basis"),
            plain("2024-01-01", ".*#(FORM|BODY\\.VolunteeringEntry)\\.declaredOn"),
            plain("", ".*#(FORM|BODY\\.VolunteeringEntry)\\.(appliedOn|leftOn)"),
            plain("", "/bilans/.*#FORM\\.(field|text)|.*#BODY\\.NarrativeEntry\\.texts"),
            plain("essai", "/trames/.*#FORM\\.(yaml|act)"),
            plain(side -> Integer.toString(side.year()), "/trames/.*#FORM\\.year"),
            plain("essai", "(/trames|/api/regions)/.*#FILE\\..*"),
            plain("0", ".*/diffusion/.*#(PATH|FORM)\\.contact"),
            plain("", ".*/diffusion/.*#(FORM|BODY\\.Sent)\\.unknownToo"),
            plain("EHPAD", ".*/diffusion/.*#(FORM|BODY\\.Sent)\\.kinds"),
            plain("essai", ".*/diffusion/.*#FILE\\..*"),
            is(Kind.TERRITORY, ".*#FORM\\.(territoire|territories|practice)"),
            is(Kind.PHYSICIAN, ".*#FORM\\.(proposant|physician)"),
            is(Kind.COLLEAGUE, ".*#FORM\\.(medecin|avec|autre)"),
            is(Kind.RPPS, ".*#FORM\\.rpps"),
            is(Kind.MOVE, ".*#FORM\\.move"),
            is(Kind.DRAFT, ".*/comparaison#FORM\\.nom"),
            is(Kind.TERRITORY, "/annuaire/.*/reunion#FORM\\.into"),
            plain(side -> side.duty().toString(), "/annuaire/.*/reunion#FORM\\.(firstDay|agreedOn)"),
            is(Kind.LINE, "/annuaire/\\{code}/ligne#FORM\\.number"),
            is(Kind.ESTABLISHMENT, ".*#FORM\\.finess"),
            // a wish is found beside its physician; an establishment, a neighbour may be named by all
            plain("", "/connexion.*#FORM\\.(vers|saisie|reponse)"),
            plain("", "/compte/.*#FORM\\.reponse"),
            is(Kind.TERRITORY, "/difficultes/.*#FORM\\.vers"),
            plain("0", "/difficultes/.*#FORM\\.vu"),
            plain("true", "/difficultes/.*#FORM\\.retire"),
            plain("0", ".*#FORM\\.(cle|numero|semaine)"),
            plain(side -> side.partner().value(), ".*#FORM\\.(partner|employer)"),
            plain("", ".*#FORM\\.(host|neighbour|reliefNumber|reliefDay|reliefFrom|reliefTo|reliefWhenClosed)"),
            plain(
                    side -> side.duty().toString(),
                    ".*#FORM\\.(date|du|laisse|donne|from|signedOn|announcedOn|agreedOn|inForceFrom)"),
            plain(side -> side.duty().toString(), ".*#(FORM\\.echeance|BODY\\.Deadline\\.deadline)"),
            plain("2024-01-01", ".*#FORM\\.(obtainedOn|employedFrom|postFrom|practiceFrom|shareFrom)"),
            plain(
                    "",
                    ".*#FORM\\.(au|to|vu|prend|prendAu|laisseAu|employedTo|postTo|practiceTo|numberDay|numberFrom|numberTo|depuis|heure|jour|vus)"),
            plain("06 39 98 99 99", ".*#FORM\\.(number|numero|fallback|daytimeContact|samu)"),
            plain(
                    "",
                    ".*#FORM\\.(trimestre|annee|periode|etat|vue|mois|marque|suite|subject|holidayZone|timeZone|zones|whenInCall|whenNoKey|waitingSound|dialPhysicians|dialLines|dialCallers|nature|information|todo|delay)"),
            plain("0", ".*#(FORM|BODY\\.NarrativeEntry)\\.(version|seen|days|again|graine)"),
            plain("", ".*#(FORM|BODY\\.NarrativeEntry)\\.(coordination|meetings)"),
            plain("0", ".*#BODY\\.Written\\.version"),
            plain("essai", ".*#(FORM|BODY\\.Written)\\.(responsibilities|organisation|pay)"),
            plain("%PDF-essai", "/annuaire/.*/dossier/.*#FILE\\.file|.*/signed.pdf#FILE\\..*"),
            plain("essai", ".*#(FORM|BODY\\.NarrativeEntry)\\.(commentary|outlook|medicalLead)"),
            plain(
                    "",
                    ".*#FORM\\.(workingStart|nonWorkingStart|end|secondRungAfterSeconds|longestSearchSeconds|ringSeconds)"),
            plain(
                    "false",
                    ".*#FORM\\.(disabled|writes|trial|ouverts|voulus|trous|derogation|asksProfile|redialsFirst|transfersToDaytimeContact)"),
            plain("", "/annuaire/.*/ligne#FORM\\.(alerts|paediatric|contact(Name|Number|Zones|Hours))"),
            plain("ADULTS", "/annuaire/.*/ligne#FORM\\.patients"),
            plain("false", "/annuaire/.*/ligne#FORM\\.(admitsUnknown|keepsSamuFiles|excludesLisp)"),
            plain("ANY", "/annuaire/.*/ligne#FORM\\.hostRule"),
            plain("true", ".*#FORM\\.confirme"),
            plain("COORDINATOR", ".*#FORM\\.role"),
            plain("PUBLIC_HOSPITAL", "/annuaire/.*/etablissements/.*#FORM\\.kind"),
            plain("PHYSICIANS", "/annuaire/.*/import#FORM\\.kind"),
            plain("EXTENDED", ".*#FORM\\.kind"),
            plain("COVERAGE", ".*#FORM\\.category"),
            plain("12", ".*#FORM\\.(amount|minutes|duree|maximum|quota|espacement|repos|consecutives|poids)"),
            plain("FIRST", ".*#FORM\\.rang"),
            plain("usurpe@exemple.fr", ".*#FORM\\.mail"),
            plain("ecrire", ".*/fichiers#FORM\\.acte"),
            plain("supprimer", ".*/comparaison#FORM\\.acte"),
            plain("DRAFT", "/mes-appels/.*#FORM\\.status"),
            plain("DU", ".*#FORM\\.diploma"),
            plain("USP", ".*#FORM\\.structure"),
            plain("1", ".*#FORM\\.share"),
            plain(
                    "essai",
                    ".*#FORM\\.(acte|accepte|account|adult|answer|caller|conditions|contenu|evaluated|familyName|givenName"
                            + "|home|known|label|login|motive|name|nom|note|orientation|password|place|present|quand|raison"
                            + "|recours|reference|reponse|signatory|signatoryRole|souhait|text|uspRecognised|emspRecognised"
                            + "|volontariat|without|code)"),
            // --- in bodies
            is(Kind.PHYSICIAN, ".*#BODY\\.(Declaration|Asked|WithdrawalBody|DutyBody)\\.physician"),
            is(Kind.PHYSICIAN, ".*#BODY\\.Offer\\.proposer"),
            is(Kind.COLLEAGUE, ".*#BODY\\.(Offer\\.other|MoveBody\\.(from|to))"),
            is(
                    Kind.TERRITORY,
                    ".*#BODY\\.(Declaration|Offer|PracticeEntry|DutyToGive)\\.territory|.*#BODY\\.JoiningEntry\\.into"),
            is(Kind.RPPS, ".*#BODY\\.PhysicianEntry\\.rpps"),
            is(Kind.ESTABLISHMENT, ".*#BODY\\.EstablishmentEntry\\.finess"),
            is(Kind.LINE, ".*#BODY\\.LineEntry\\.number"),
            plain(side -> side.partner().value(), ".*#BODY\\.(AgreementEntry\\.partner|EmploymentEntry\\.employer)"),
            plain("", ".*#BODY\\.(TerritoryEntry\\.host|ReliefEntry\\.(neighbour|number|days|from|to))"),
            plain("", ".*#BODY\\.(Offer|DutyBody)\\.from"),
            plain(
                    "",
                    ".*#BODY\\.(NumberEntry\\.(days|from|to)|\\w+Entry\\.to|Offer\\.taken|WithdrawalBody\\.(from|to))"),
            plain(
                    side -> side.duty().toString(),
                    ".*#BODY\\.(\\w+\\.(date|from|to|given|dates|signedOn|obtainedOn)|Away\\.to)"),
            plain(side -> side.announced().toString(), ".*#BODY\\.(PerimeterEntry\\.inForceFrom|Rate\\.validFrom)"),
            plain(
                    side -> side.duty().toString(),
                    ".*#BODY\\.(PerimeterEntry\\.announcedOn|AgreedEntry\\.agreedOn|JoiningEntry\\.(firstDay|agreedOn))"),
            plain("2020-01-01T20:00:00Z", ".*#BODY\\.Declaration\\.at"),
            plain("06 39 98 99 99", ".*#BODY\\.(Number|NumberEntry)\\.number"),
            plain(
                    "",
                    ".*#BODY\\.LineEntry\\.(fallback|coordination|daytimeContact|samu|mail|secondRungAfterSeconds|longestSearchSeconds|whenInCall|whenNoKey|waitingSound|dialPhysicians|dialLines|dialCallers)"),
            plain("20", ".*#BODY\\.LineEntry\\.ringSeconds"),
            plain("false", ".*#BODY\\.RulesEntry\\.(admitsUnknown|keepsSamuFiles)"),
            plain("", ".*#BODY\\.(RulesEntry|ContactEntry)\\.\\w+|.*#BODY\\.ToNote\\.at"),
            is(Kind.TERRITORY, ".*#BODY\\.ToNote\\.territory"),
            plain("essai-1", ".*#BODY\\.ToNote\\.file"),
            plain("08:30", ".*#BODY\\.PerimeterEntry\\.(workingStart|nonWorkingStart|end)"),
            plain("EXTENDED", ".*#BODY\\.PerimeterEntry\\.kind"),
            plain("PUBLIC_HOSPITAL", ".*#BODY\\.EstablishmentEntry\\.kind"),
            plain("", ".*#BODY\\.EstablishmentEntry\\.(uspRecognised|emspRecognised)"),
            plain("METROPOLE", ".*#BODY\\.TerritoryEntry\\.holidayZone"),
            plain("", ".*#BODY\\.TerritoryEntry\\.timeZone"),
            plain("60175", ".*#BODY\\.ZoneEntry\\.communes"),
            plain("DRAFT", ".*#BODY\\.OutcomeForm\\.status"),
            plain("", ".*#BODY\\.(OutcomeForm|Conditions|ToDo)\\.\\w+"),
            plain("COVERAGE", ".*#BODY\\.Entry\\.category"),
            is(Kind.TERRITORY, ".*#BODY\\.Entry\\.territory"),
            plain("", ".*#BODY\\.Entry\\.(id|toldAt|arsAnswer|revision)"),
            plain("12", ".*#BODY\\.Expense\\.amount"),
            plain("usurpe@exemple.fr", ".*#BODY\\.PhysicianEntry\\.mail"),
            plain("DU", ".*#BODY\\.TrainingEntry\\.diploma"),
            plain("USP", ".*#BODY\\.PostEntry\\.structure"),
            plain("1", ".*#BODY\\.ShareEntry\\.share"),
            plain("", ".*#BODY\\.(Choices|Order|Liked|Away|WishSheet)\\.\\w+"),
            plain(
                    "essai",
                    ".*#BODY\\.\\w+\\.(reason|text|answer|label|account|name|role|reference|givenName|familyName|source|code"
                            + "|number|side|perimeter|workingDayCents|nonWorkingDayCents|durationSeconds|rung|derogation"
                            + "|acceptGaps|asksProfile|redialsFirst|transfersToDaytimeContact|whenClosed)"),
            plain("version: essai", "/api/(nomenclatures|regions/.*)#BODY\\.java\\.lang\\.String"),
            // --- files
            is(Kind.WISHES_FILE, ".*/wishes/import#FILE\\..*"),
            is(Kind.ROTA_FILE, ".*/rotas/.*/import#FILE\\..*"),
            plain("nature;nom;téléphone;du;au\n", ".*/(take-overs/import|relais-de-nuit)#FILE\\..*"),
            is(Kind.PHYSICIANS_FILE, ".*/physicians/import#FILE\\..*|/annuaire/.*/import#FILE\\.file"),
            is(Kind.ESTABLISHMENTS_FILE, ".*/establishments/import#FILE\\..*"),
            plain("essai", "/annuaire/.*/annonces#FILE\\.file"),
            is(Kind.WISHES_FILE, "/planning/.*/fichiers#FILE\\.fichier"));

    static Optional<Meaning> of(RouteTable.Route route, Told told) {
        String key = told.key(route);
        return RULES.stream()
                .filter(rule -> rule.key().matcher(key).matches())
                .map(Rule::meaning)
                .findFirst();
    }

    /** What only the other side has, as it would stand in an answer. */
    static List<String> markers(TwoTerritories.Side side) {
        List<String> found = new java.util.ArrayList<>(List.of(
                side.words(),
                side.call(),
                side.declared(),
                side.swap(),
                side.request(),
                side.job(),
                side.physicianSecret()));
        for (Physician physician : side.place().physicians()) {
            String number = physician.numbers().getFirst().number().national();
            found.addAll(List.of(
                    physician.name().family(),
                    physician.mail().value(),
                    physician.rpps().value(),
                    physician.numbers().getFirst().number().e164(),
                    number,
                    number.replace(' ', '\u00a0')));
        }
        return found;
    }

    /** For a value that is no text in JSON. */
    static boolean isText(Type type) {
        return type.equals(String.class) || type.equals(LocalDate.class);
    }
}
