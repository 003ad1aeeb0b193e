package fr.appui.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.TerritoryCode;
import fr.appui.pages.Browser.Screen;
import fr.appui.rota.CurrentRota;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The coordinator keeps the directory, in a browser that runs no script. */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class DirectoryStoryIT {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    private static final TerritoryCode LITTORAL = new TerritoryCode("HDF-LITTORAL-NORD");

    private final Browser browser = new Browser();

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    @Inject
    Directory directory;

    @Inject
    CurrentRota rota;

    private Page page;

    @BeforeEach
    void signIn() {
        String session = visitors.session(visitors.account(List.of(Grant.everywhere(Role.COORDINATOR))));
        page = browser.open(service.toString(), Screen.PHONE, ColorScheme.LIGHT, session);
        page.route("**/*.js", route -> route.abort());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aPhysicianIsAddedThroughAMistakeThatLosesNothing() {
        page.navigate("/annuaire/HDF-LITTORAL-NORD");
        page.getByText("Ajouter un médecin").click();
        page.getByLabel("Prénom").fill("Ombeline");
        page.locator("#familyName").fill("Tussilage");
        page.locator("#rpps").fill("10999920018");
        page.locator("#mail").fill("ombeline@exemple.invalid");
        page.locator("[id='numbers[0].number']").fill("06 39 98 72 01");
        page.locator("label[for='jour-0-MONDAY']").click();
        page.locator("[id='numbers[0].from']").fill("18:00");
        page.locator("[id='numbers[0].to']").fill("08:00");
        save(page);

        assertThat(page.locator(".error-summary")).containsText("clé de contrôle");
        assertThat(page.locator("[id='numbers[0].number']")).hasValue("06 39 98 72 01");
        assertThat(page.locator("#jour-0-MONDAY")).isChecked();
        page.locator(".error-summary a").first().click();
        assertThat(page.locator("#rpps")).isFocused();
        page.locator("#rpps").fill(freeRpps());
        save(page);

        page.waitForURL("**/medecins/*");
        assertThat(page.locator("h1")).hasText("Ombeline Tussilage");
        assertThat(page.locator(".error-summary")).containsText("formation en soins palliatifs");
        Physician kept = directory.physiciansOf(LITTORAL).getFirst();
        assertThat(kept.numbers().getFirst().hours()).isPresent();
    }

    @Test
    void twoCoordinatorsOnOneSheetDoNotOverwriteEachOther() {
        Physician physician = directory.physiciansOf(OISE).getLast();
        String sheet = "/annuaire/HDF-OISE/medecins/" + physician.id() + "/fiche";
        page.navigate(sheet);
        Page other = page.context().newPage();
        other.navigate(sheet);
        other.locator("#mail").fill("premier@exemple.invalid");
        save(other);
        other.waitForURL("**/medecins/" + physician.id());

        page.locator("#mail").fill("second@exemple.invalid");
        save(page);
        assertThat(page.locator(".error-summary")).containsText("pendant votre saisie");
        assertThat(page.locator("#mail")).hasValue("second@exemple.invalid");
        assertThat(directory.physician(physician.id()).orElseThrow().mail().value())
                .startsWith("premier");
        save(page);
        page.waitForURL("**/medecins/" + physician.id());
        assertThat(directory.physician(physician.id()).orElseThrow().mail().value())
                .startsWith("second");
    }

    @Test
    void theHoursGoFromAnnouncementToForceAndTheLineIsSet() {
        page.navigate("/annuaire/HDF-LITTORAL-NORD/perimetres");
        assertThat(page.locator(".empty")).containsText("fermée à toute heure");
        page.locator("#announcedOn").fill("2026-10-01");
        page.locator("#inForceFrom").fill("2026-11-01");
        press(page, "Annoncer");
        assertThat(page.locator("main")).containsText("ne s’applique pas");
        page.locator("[name=agreedOn]").fill("2026-09-01");
        page.locator("[name=reference]").fill("Courrier 2026-17");
        press(page, "Enregistrer l’accord");
        assertThat(page.locator(".error-summary")).containsText("accord de l’ARS");
        page.locator("[name=agreedOn]").fill("2026-10-20");
        press(page, "Enregistrer l’accord");
        assertThat(page.locator("main")).containsText("En vigueur");

        page.navigate("/annuaire/HDF-LITTORAL-NORD/ligne");
        page.locator("#number").fill("03 53 01 72 72");
        page.locator("[id='ringSeconds[0]']").fill("25");
        page.locator("#secondRungAfterSeconds").fill("15");
        page.locator("[id='reliefs[0].neighbour']").selectOption("HDF-OISE");
        save(page);
        page.waitForURL("**/annuaire/HDF-LITTORAL-NORD");
        assertThat(rota.current().lines())
                .filteredOn(line -> line.territory().equals(LITTORAL))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.settings().ringTime(1)).hasSeconds(25);
                    assertThat(line.settings().escalation().reliefs()).hasSize(1);
                });
    }

    @Test
    void aFileIsTriedBeforeItIsWritten() {
        page.navigate("/annuaire/HDF-OISE/import");
        page.locator("#kind-e").check();
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "hopitaux.csv",
                        "text/csv",
                        "finess;nom;nature\n123;Sans clé;Autre structure\n".getBytes(StandardCharsets.UTF_8)));
        press(page, "Vérifier sans rien écrire");
        assertThat(page.locator(".error-summary")).containsText("Rien n’est écrit");
        assertThat(page.locator("table")).containsText("Ligne 2");
    }

    private static void save(Page sheet) {
        press(sheet, "Enregistrer");
    }

    private static void press(Page sheet, String button) {
        sheet.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private String freeRpps() {
        for (int digits = 1_099_997_000; ; digits++) {
            for (int key = 0; key < 10; key++) {
                String rpps = "" + digits + key;
                boolean taken = directory.physicians().stream()
                        .anyMatch(physician -> physician.rpps().value().equals(rpps));
                if (!taken && isRpps(rpps)) {
                    return rpps;
                }
            }
        }
    }

    private static boolean isRpps(String digits) {
        try {
            return new fr.appui.directory.Rpps(digits).value().equals(digits);
        } catch (IllegalArgumentException wrongKey) {
            return false;
        }
    }
}
