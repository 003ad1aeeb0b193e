package fr.appui.web.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody did, as one says it: the audit log holds routes and codes, which nothing changes afterwards. */
final class ToldAct {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

    /** By route, page and API alike. {@code {name}} is what the address names, as {@code called} says it. */
    private static final Map<Pattern, String> ROUTES = rules(
            "POST /annuaire/nouveau|POST /api/territories/{code}", "a créé le territoire {code}",
            "POST /annuaire/{code}/fiche|PUT /api/territories/{code}/identity",
                    "a changé la fiche du territoire {code}",
            "POST /annuaire/{code}/ligne|PUT /api/territories/{code}/line", "a changé la ligne ({code})",
            ".*/annonces/{prompt}/retrait", "a retiré l’annonce « {prompt} » ({code})",
            ".*/appel-essai|POST .*/trial-calls", "a fait un appel d’essai sur la ligne ({code})",
            ".*/annonces", "a remplacé une annonce ({code})",
            ".*/medecins/nouveau|POST /api/physicians", "a ajouté un médecin à l’annuaire",
            ".*/medecins/{id}/fiche|PUT /api/physicians/{id}", "a changé la fiche du médecin {id}",
            ".*/etablissements/nouveau|POST /api/establishments", "a ajouté un établissement",
            ".*/(etablissements|establishments)/{finess}", "a changé l’établissement {finess}",
            ".*/conventions/nouvelle|POST .*/agreements", "a ajouté une convention ({code})",
            ".*/conventions/{id}/retrait|DELETE .*/agreements/{id}", "a retiré une convention ({code})",
            ".*/conventions/{id}/dossier/clauses|PUT .*/agreements/{id}/terms",
                    "a écrit les clauses d’une convention ({code})",
            ".*/conventions/{id}/dossier/signee|PUT .*/agreements/{id}/signed.pdf",
                    "a gardé une convention signée ({code})",
            ".*/conventions/{id}|PUT .*/agreements/{id}", "a changé une convention ({code})",
            ".*/(perimetres|perimeters)/{date}/(accord|agreement)",
                    "a noté l’accord de l’ARS sur le périmètre du {date} ({code})",
            ".*/perimetres/{date}/retrait|DELETE .*/perimeters/{date}", "a retiré le périmètre du {date} ({code})",
            ".*/perimetres|.*/perimeters", "a annoncé un périmètre ({code})",
            ".*/(physicians|establishments)/import|.*/annuaire/{code}/import",
                    "a importé un tableau de l’annuaire ({code})",
            ".*/rotas/{quarter}/import|.*/fichiers|.*/wishes/import", "a importé des souhaits ou un planning ({code})",
            "PUT /api/accounts|.*/forfaits/.*|.*/expenses|POST /api/tariffs|.*/api/territories/{code}/accounts.*",
                    "a changé ce que le bilan financier compte",
            ".*/reunion/{date}/retrait|DELETE .*/joining/{date}", "a renoncé à réunir la ligne à une autre ({code})",
            ".*/reunion|POST .*/joining", "a décidé de réunir la ligne à une autre ({code})",
            ".*/annuaire-sante|.*/national-directory", "a repris l’Annuaire Santé dans une fiche de médecin",
            ".*/relais-de-nuit|.*/take-overs/import", "a importé qui peut prendre le relais ({code})",
            "PUT .*/survey", "a ouvert ou fermé l’enquête auprès des appelants ({code})",
            "POST /enquete", "a répondu à l’enquête auprès des appelants",
            ".*/mes-appels/{call}/enquete|.*/outcome/survey-link", "a établi un lien d’enquête pour un appel",
            "POST /api/regulator/transfers", "a noté son numéro de dossier sur un appel transféré",
            "DELETE /api/regulator/transfers/{call}", "a effacé son numéro de dossier d’un appel transféré",
            "POST /comptes/medecins/{code}/{physician}/retrait|DELETE .*/invitations/{physician}",
                    "a retiré l’invitation d’un médecin ({code})",
            "POST /comptes/medecins/{code}|POST .*/invitations", "a invité des médecins ({code})",
            "POST /api/push-receipts/{receipt}", "a reçu une notification",
            "POST /api/sms-receipts", "a dit ce qu’un SMS est devenu",
            "POST .*/messages/sms", "a ouvert ou fermé les SMS aux médecins ({code})",
            "POST /comptes/roles", "a changé des rôles",
            "POST /invitation", "a suivi un lien d’invitation",
            "POST /comptes", "a voulu créer un compte",
            "POST /comptes/{id}/.*", "a agi sur un compte",
            "POST /jetons", "a voulu donner un jeton",
            "POST /jetons/{id}/fin", "a retiré un jeton",
            "POST /compte/mot-de-passe", "a changé son mot de passe",
            "POST /compte/appareils/sms", "a demandé ou arrêté les SMS de planning",
            "POST /compte/appareils/notifications", "a demandé les notifications sur un appareil",
            "POST /compte/appareils/notifications/{appareil}/retrait", "a arrêté les notifications sur un appareil",
            "POST /compte/appareils/.*/fin", "a déconnecté un ou plusieurs de ses appareils",
            "POST /compte/.*", "a changé ce par quoi il ou elle se connecte",
            "POST /connexion.*", "a redonné de quoi se connecter",
            "POST /deconnexion", "s’est déconnecté",
            "POST /confidentialite/medecins/{id}|DELETE .*/personal-data", "a effacé des données du médecin {id}",
            "GET .*/historique.csv", "a pris l’historique du planning ({code})",
            "GET .*/personal-data|GET /confidentialite/.*", "a consulté les données tenues sur un médecin",
            ".*/mes-appels-hors-ligne|POST /api/calls/declared", "a déclaré un appel reçu hors de la ligne",
            ".*/mes-appels/{call}/rappel-fait|.*/call-back/handled", "a dit qu’un appelant n’attend plus",
            ".*/mes-appels/{call}/rappel|.*/call-back", "a rappelé un appelant",
            ".*/mes-appels/{call}|PUT /api/calls/{id}/outcome", "a rempli la fiche d’un appel",
            ".*/mes-astreintes/disponible|DELETE .*/busy", "s’est dit de nouveau disponible",
            ".*/mes-astreintes/garder", "reste connecté sur son téléphone pour l’astreinte",
            ".*/{date}/(numero|number)", "a donné un numéro pour l’astreinte du {date}",
            ".*/{date}/(occupe|busy)", "s’est dit pris par une astreinte prioritaire le {date}",
            ".*/{date}/(presence|confirmation)", "a confirmé sa présence pour l’astreinte du {date}",
            ".*/(mes-echanges/proposer|echanges|swaps)", "a proposé un échange d’astreintes",
            ".*/{swap}/(acceptation|acceptance)", "a accepté un échange d’astreintes",
            ".*/{swap}/(refus|refusal)", "a refusé un échange d’astreintes",
            ".*/{swap}/(retrait|withdrawal)", "a retiré une proposition d’échange",
            ".*/(mes-remplacements|replacement-requests)",
                    "ne peut plus assurer une astreinte et sollicite ses collègues",
            ".*/{request}/(acceptation|acceptance)", "a repris l’astreinte d’un collègue",
            ".*/{request}/(refus|refusal)", "a répondu ne pas pouvoir reprendre une astreinte",
            ".*/{request}/(retrait|withdrawal)", "assure finalement son astreinte",
            ".*/recueil/relance|.*/wish-campaigns/{quarter}/reminder",
                    "a relancé les médecins pour leurs souhaits ({code})",
            ".*/recueil|PUT .*/wish-campaigns/{quarter}", "a demandé leurs souhaits aux médecins ({code})",
            "POST /mes-souhaits/reponse|.*/wish-campaigns/{quarter}/answers/{physician}|.*/souhaits/{physician}/reponse",
                    "a dit qu’il n’y a rien à demander au planning",
            "POST /mes-souhaits/.*", "a changé ses souhaits",
            "PUT .*/wishes", "a changé les souhaits du médecin {id}",
            ".*/souhaits/{physician}.*", "a changé les souhaits du médecin {physician}",
            "POST /mon-agenda|POST .*/calendar-token|POST .*/agenda", "a pris une nouvelle adresse d’agenda",
            "POST /mon-agenda/retrait|DELETE .*/calendar-token", "a retiré une adresse d’agenda",
            ".*/planning/{code}/ce-soir|.*/replacements/applied|POST .*/remplacement",
                    "a donné une astreinte à un autre médecin ({code})",
            ".*/replacements", "a cherché qui peut remplacer ({code})",
            ".*/messages/{id}/renvoi", "a renvoyé un message ({code})",
            ".*/reglages|.*/planning-settings", "a changé les règles du planning ({code})",
            ".*/{quarter}/annulation|.*/duties/{date}/undo", "a annulé le dernier acte sur une astreinte ({code})",
            ".*/{quarter}/publication/reprise|.*/draft/rebase",
                    "a repris dans le brouillon ce qui avait changé ({code})",
            ".*/{quarter}/(publication|publish)", "a publié le planning du {quarter} ({code})",
            ".*/{quarter}/calcul/{job}/arret|DELETE .*/rotas/jobs/{id}", "a arrêté un calcul de planning ({code})",
            ".*/{quarter}/calcul|POST .*/rotas", "a lancé un calcul de planning ({code})",
            ".*/{quarter}/comparaison", "a gardé ou effacé un brouillon du {quarter} ({code})",
            ".*/{quarter}/(brouillon|draft)", "a ouvert, repris ou abandonné le brouillon du {quarter} ({code})",
            ".*/rotas/{quarter}/duties/{date}|POST /planning/{code}/{quarter}",
                    "a changé une astreinte du {quarter} ({code})",
            ".*/reponse-ars|.*/ars-answer", "a écrit la réponse de l’ARS à une difficulté ({code})",
            ".*/reponse|.*/answer", "a écrit la réponse à une difficulté ({code})",
            ".*/difficultes/{code}/{number}/correction|PUT .*/difficulties/{number}",
                    "a corrigé ou déplacé une difficulté ({code})",
            ".*/difficultes/{code}/{number}/retrait|DELETE .*/difficulties/{number}",
                    "a retiré une difficulté, ou l’a remise ({code})",
            ".*/(difficultes/{code}|difficulties)", "a noté une difficulté ({code})",
            ".*/report-templates/preview[.]pdf", "a vu un bilan selon une trame à l’essai ({code})",
            "PUT .*/report-templates/{version}/layout[.]docx|POST /trames/{code}/modele",
                    "a chargé la mise en page d’une trame du bilan ({code})",
            "POST .*/report-templates|POST /trames/{code}", "a chargé ou essayé une trame du bilan ({code})",
            ".*/diffusion/contacts/{contact}|.*/diffusion/retrait", "a retiré un destinataire de l’affiche ({code})",
            ".*/diffusion/(import|liste)", "a importé les destinataires de l’affiche ({code})",
            ".*/diffusion/(send|envoi)", "a envoyé l’affiche ({code})",
            "POST /bilans/.*/textes|PUT .*/narrative", "a écrit les textes du bilan ({code})",
            "POST /registre/.*/lue|POST .*/sheets/{call}/read", "a lu une fiche du registre ({code})",
            "POST /suites/.*/prise|POST .*/hand-overs/{call}/taken", "a pris une suite à donner ({code})",
            ".*/bilans/.*/transmission|.*/submit", "a figé le bilan ({code})",
            ".*/transmissions/.*", "a renvoyé une transmission ({code})",
            "POST /supports/.*", "a changé un support de communication",
            "POST /api/nomenclatures", "a chargé une nomenclature",
            "POST /api/indicators/rebuild", "a fait recompter les indicateurs",
            "GET .*", "a pris un fichier");

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("sign-in", "s’est connecté"),
            Map.entry("sign-in.refused", "n’a pas pu se connecter"),
            Map.entry("session.ended", "a déconnecté un appareil"),
            Map.entry("regulator.file-noted", "a noté son numéro de dossier sur l’appel {subject}"),
            Map.entry("regulator.file-erased", "a effacé son numéro de dossier de l’appel {subject}"),
            Map.entry("passkey.added", "a ajouté une clé d’accès"),
            Map.entry("passkey.removed", "a retiré une clé d’accès"),
            Map.entry("second-factor.added", "a mis un second facteur en service"),
            Map.entry("second-factor.removed", "a retiré le second facteur du compte {subject}"),
            Map.entry("account.created", "a créé le compte {subject}"),
            Map.entry("account.invited", "a invité le compte {subject}"),
            Map.entry("account.invitation-withdrawn", "a retiré l’invitation du compte {subject}"),
            Map.entry("push.subscribed", "a demandé des notifications sur un appareil"),
            Map.entry("sms.wanted", "a demandé les messages de planning par SMS"),
            Map.entry("sms.unwanted", "ne veut plus de messages de planning par SMS"),
            Map.entry("push.removed", "a arrêté les notifications sur un appareil"),
            Map.entry("account.entered", "a choisi son mot de passe par un lien d’invitation"),
            Map.entry("account.rights-changed", "a changé les rôles du compte {subject}"),
            Map.entry("account.disabled", "a fermé le compte {subject}"),
            Map.entry("account.enabled", "a rouvert le compte {subject}"),
            Map.entry("account.password-renewed", "a donné un mot de passe provisoire au compte {subject}"),
            Map.entry("account.let-in", "a rendu l’accès d’administration au compte {subject}"),
            Map.entry("token.issued", "a donné le jeton {subject}"),
            Map.entry("token.revoked", "a retiré le jeton {subject}"),
            Map.entry("notice.again", "a renvoyé un message"),
            Map.entry("territory.created", "a créé le territoire {code}"),
            Map.entry("territory.changed", "a changé la fiche ou la ligne du territoire {code}"),
            Map.entry("establishment.created", "a ajouté l’établissement {subject}"),
            Map.entry("establishment.changed", "a changé l’établissement {subject}"),
            Map.entry("physician.created", "a ajouté le médecin {physician} à l’annuaire"),
            Map.entry("physician.changed", "a changé la fiche du médecin {physician}"),
            Map.entry("agreement.created", "a ajouté une convention ({code})"),
            Map.entry("agreement.changed", "a changé une convention ({code})"),
            Map.entry("agreement.removed", "a retiré une convention ({code})"),
            Map.entry("agreement.signed", "a gardé le fichier signé de la convention n° {subject}"),
            Map.entry("directory.imported", "a importé un tableau de l’annuaire"),
            Map.entry("take-overs.replaced", "a importé qui peut prendre le relais ({code})"),
            Map.entry("perimeter.announced", "a annoncé le périmètre du {date} ({code})"),
            Map.entry("perimeter.agreed", "a noté l’accord de l’ARS sur le périmètre du {date} ({code})"),
            Map.entry("perimeter.withdrawn", "a retiré le périmètre du {date} ({code})"),
            Map.entry("line.joined", "a décidé de réunir la ligne à une autre ({code})"),
            Map.entry("line.joining.withdrawn", "a renoncé à réunir la ligne à une autre ({code})"),
            Map.entry("survey.opened", "a ouvert l’enquête auprès des appelants ({code})"),
            Map.entry("survey.closed", "a fermé l’enquête auprès des appelants ({code})"),
            Map.entry("survey.link-made", "a établi un lien d’enquête pour un appel ({code})"),
            Map.entry("chart-of-accounts.changed", "a changé le compte {subject} du bilan financier"),
            Map.entry("report-template.layout-kept", "a chargé la mise en page de la trame {subject}"),
            Map.entry("tariff.kept", "a fixé un forfait, {subject}"),
            Map.entry("physician.data-exported", "a pris les données tenues sur le médecin {physician}"),
            Map.entry("physician.erased", "a effacé des données du médecin {physician}"),
            Map.entry("trial-call.begun", "a fait un appel d’essai sur la ligne ({code})"),
            Map.entry("recording.put", "a remplacé une annonce"),
            Map.entry("recording.removed", "a retiré une annonce"),
            Map.entry("retention.erased", "a effacé ce qui était à effacer"),
            Map.entry("audit.erased", "a effacé les lignes du journal dont le terme est passé"));

    private ToldAct() {}

    /** @param called a thing by the kind and identifier that an address gives it; itself where it has no other name */
    static Optional<String> sentence(String act, String subject, BiFunction<String, String, String> called) {
        String known = CODES.get(act);
        if (known != null) {
            String[] parts = subject.split(" ", 2);
            return Optional.of(filled(
                    known,
                    Map.of("subject", subject, "physician", subject, "code", parts[0], "date", parts[parts.length - 1]),
                    called));
        }
        String plain = VARIABLE.matcher(act).replaceAll("{$1}");
        return ROUTES.entrySet().stream()
                .filter(rule -> rule.getKey().matcher(plain).matches())
                .findFirst()
                .map(rule -> filled(rule.getValue(), named(plain, subject), called));
    }

    private static String filled(
            String sentence, Map<String, String> named, BiFunction<String, String, String> called) {
        return VARIABLE.matcher(sentence)
                .replaceAll(found ->
                        Matcher.quoteReplacement(called.apply(found.group(1), named.getOrDefault(found.group(1), ""))));
    }

    /** What stands in the address where the route has a variable. */
    private static Map<String, String> named(String route, String address) {
        List<String> names =
                VARIABLE.matcher(route).results().map(found -> found.group(1)).toList();
        String path = route.substring(route.indexOf('/'));
        Matcher values = Pattern.compile(Stream.of(VARIABLE.split(path, -1))
                        .map(Pattern::quote)
                        .reduce((left, right) -> left + "([^/]*)" + right)
                        .orElse(""))
                .matcher(address.startsWith("/") ? address : "/" + address);
        Map<String, String> found = new LinkedHashMap<>();
        if (values.matches()) {
            for (int i = 0; i < names.size(); i++) {
                found.putIfAbsent(names.get(i), values.group(i + 1));
            }
        }
        return found;
    }

    private static Map<Pattern, String> rules(String... pairs) {
        Map<Pattern, String> rules = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            rules.put(Pattern.compile(pairs[i].replace("{", "\\{").replace("}", "\\}")), pairs[i + 1]);
        }
        return rules;
    }
}
