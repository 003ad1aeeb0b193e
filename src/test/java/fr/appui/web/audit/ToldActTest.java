package fr.appui.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.TextFiles;
import fr.appui.web.signin.RouteTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldActTest {

    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*(?:\\.[a-z]+(?:-[a-z]+)*)+)\"");

    private static final Map<String, String> NAMES = Map.of(
            "HDF-OISE",
            "Oise",
            "2026-Q4",
            "4e trimestre 2026",
            "p-1",
            "Dr Anne Petit",
            "2026-11-23",
            "23 novembre 2026");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /planning/{code}/{quarter}/publication | /planning/HDF-OISE/2026-Q4/publication | a publié le planning du 4e trimestre 2026 (Oise)",
                "PUT /api/territories/{code}/line | /api/territories/HDF-OISE/line | a changé la ligne (Oise)",
                "POST /mes-astreintes/{date}/numero | /mes-astreintes/2026-11-23/numero | a donné un numéro pour l’astreinte du 23 novembre 2026",
                "PUT /api/physicians/{id}/wishes | /api/physicians/p-1/wishes | a changé les souhaits du médecin Dr Anne Petit",
                "POST /compte/appareils/sms | /compte/appareils/sms | a demandé ou arrêté les SMS de planning",
                "POST /compte/appareils/notifications | /compte/appareils/notifications | a demandé les notifications sur un appareil",
                "POST /compte/appareils/notifications/{appareil}/retrait | /compte/appareils/notifications/d-1/retrait | a arrêté les notifications sur un appareil",
                "POST /compte/appareils/autres/fin | /compte/appareils/autres/fin | a déconnecté un ou plusieurs de ses appareils",
                "POST /compte/mot-de-passe | /compte/mot-de-passe | a changé son mot de passe",
                "sign-in | c.durand | s’est connecté",
                "account.created | a.petit | a créé le compte a.petit",
                "territory.changed | HDF-OISE | a changé la fiche ou la ligne du territoire Oise",
                "physician.changed | p-1 | a changé la fiche du médecin Dr Anne Petit",
                "perimeter.agreed | HDF-OISE 2026-11-23 | a noté l’accord de l’ARS sur le périmètre du 23 novembre 2026 (Oise)",
                "POST /bilans/{code}/{year: \\d{4}}/transmission | /bilans/HDF-OISE/2026/transmission | a figé le bilan (Oise)",
            })
    void whoDidWhatToWhomIsASentence(String act, String subject, String sentence) {
        assertThat(told(act, subject)).isEqualTo(sentence);
    }

    @Test
    void everyActOfEveryRouteHasItsSentence() {
        List<String> silent = RouteTable.routes().stream()
                .filter(route ->
                        !route.method().equals("GET") || route.handler().isAnnotationPresent(Exported.class))
                .map(route -> route.method() + " " + route.path())
                .filter(act -> ToldAct.sentence(act, "", (kind, name) -> name).isEmpty())
                .toList();
        assertThat(silent).as("say in ToldAct what each of these is").isEmpty();
    }

    @Test
    void everyCodeThatTheServiceRecordsHasItsSentence() {
        List<String> codes = TextFiles.under(Path.of("src", "main", "java"), ".java")
                .map(TextFiles::read)
                .filter(source -> source.contains("Audit audit"))
                .flatMap(source -> CODE.matcher(source).results())
                .map(code -> code.group(1))
                .filter(code -> !code.startsWith("id.") && !code.startsWith("appui."))
                .distinct()
                .toList();
        assertThat(codes).contains("account.created", "physician.changed", "line.joining.withdrawn");
        assertThat(codes)
                .as("say in ToldAct what each of these is")
                .allMatch(
                        code -> ToldAct.sentence(code, "", (kind, name) -> name).isPresent());
    }

    /** « de Oise » is no French, and nothing tells « de la Somme » from « du Pas-de-Calais ». */
    @Test
    void noSentenceNeedsTheArticleOfATerritory() {
        List<String> sentences = TextFiles.read(
                        Path.of("src", "main", "java", "fr", "appui", "web", "audit", "ToldAct.java"))
                .lines()
                .filter(line -> line.contains("{code}"))
                .toList();
        assertThat(sentences)
                .hasSizeGreaterThan(50)
                .noneMatch(line -> line.matches(".*\\b(de|du|à|d’|l’) ?\\{code}.*"));
    }

    /** A log is read for years: what nobody knows any more is shown as it was written. */
    @Test
    void whatIsNotKnownHasNoSentence() {
        assertThat(ToldAct.sentence("POST /gone", "/gone", (kind, name) -> name))
                .isEmpty();
    }

    private static String told(String act, String subject) {
        return ToldAct.sentence(act, subject, (kind, name) -> NAMES.getOrDefault(name, name))
                .orElseThrow();
    }
}
