package fr.appui.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import fr.appui.calendar.Quarter;
import fr.appui.pages.Browser.Screen;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * From the first sign-in to a line that answers, page by page, in Chromium, as docs/fr/premier-appel.md leads a newcomer. Run by
 * {@code deploy/start-try} on a service that holds nothing yet; says how long each step took. Not a test: what does not go on ends it.
 */
final class FirstWalk {

    /** A person reads a page, looks for a field, and writes four characters a second; a program does not wait. */
    private static final boolean AT_A_PERSONS_PACE = Boolean.getBoolean("walk.by-hand");

    private static final int PAGE_MS = 5_000;
    private static final int FIELD_MS = 2_000;
    private static final int CHARACTER_MS = 250;

    private static final String CODE = "ESSAI-UN";
    private static final String HOST = "609900014";
    private static final String PASSWORD = "girafe orange valise nuage";

    private final Page page;
    private final String today = LocalDate.now().toString();
    /** The first and the last day placed: the night may be yesterday's, and whoever checks looks a day ahead. */
    private final String since;

    private final String until;
    private final long begun = System.nanoTime();
    private long stepBegun = begun;

    private FirstWalk(Page page) {
        this.page = page;
        since = ofThisQuarter(LocalDate.now().minusDays(1));
        until = ofThisQuarter(LocalDate.now().plusDays(1));
    }

    private String ofThisQuarter(LocalDate wanted) {
        return Quarter.of(wanted).equals(Quarter.of(LocalDate.now())) ? wanted.toString() : today;
    }

    /** @param arguments the service's address, the first password of « administration », the line's number */
    public static void main(String... arguments) {
        try (Browser browser = new Browser()) {
            new FirstWalk(browser.open(arguments[0], Screen.DESK, ColorScheme.LIGHT, ""))
                    .walk(arguments[1], arguments[2]);
        }
    }

    private void walk(String firstPassword, String line) {
        signIn(firstPassword);
        step("entrer, choisir un mot de passe");
        territory();
        step("le territoire");
        host();
        step("l’établissement porteur");
        hours();
        step("les heures et l’accord");
        open("/annuaire/" + CODE + "/ligne");
        write("#number", line);
        press("Enregistrer");
        step("le numéro");
        physician("Anne", "Un", "10999900011", "06 39 98 60 01");
        physician("Basile", "Deux", "10999900029", "06 39 98 60 02");
        step("deux médecins");
        rota();
        step("le planning, publié");
        open("/regulation?q=" + CODE);
        PlaywrightAssertions.assertThat(page.locator("main .answer"))
                .containsText(Pattern.compile(
                        "Ouvert.*1\\.\\s*Médecin d’astreinte.*2\\.\\s*Médecin de recours", Pattern.DOTALL));
        step("« Qui répond » dit la ligne ouverte et ses deux médecins");
        System.out.printf(Locale.ROOT, "%4.0f s  en tout%n", seconds(begun));
    }

    private void signIn(String firstPassword) {
        open("/");
        write("#login", "administration");
        write("#password", firstPassword);
        press("Se connecter");
        read();
        write("#present", firstPassword);
        write("#password", PASSWORD);
        write("#again", PASSWORD);
        press("Enregistrer");
        page.waitForURL(url -> !url.contains("mot-de-passe"));
    }

    private void territory() {
        open("/");
        follow("a[href='/annuaire/nouveau']");
        write("#code", CODE);
        write("#name", "Essai");
        press("Enregistrer");
    }

    private void host() {
        open("/");
        follow("main a[href='/annuaire/" + CODE + "/etablissements']");
        follow("a[href$='/etablissements/nouveau']");
        write("#finess", HOST);
        write("#name", "Hôpital d’essai");
        choose("#kind", "PUBLIC_HOSPITAL");
        write("#uspRecognised", "2015-01-01");
        press("Enregistrer");
        open("/annuaire/" + CODE);
        follow("a[href='/annuaire/" + CODE + "/fiche']");
        choose("#host", HOST);
        press("Enregistrer");
    }

    /** At every hour of the evening, the night and the days off, and of working days from half past eight. */
    private void hours() {
        open("/");
        follow("main a[href='/annuaire/" + CODE + "/perimetres']");
        choose("#kind", "EXTENDED");
        write("#workingStart", "08:30");
        write("#nonWorkingStart", "08:30");
        write("#end", "08:30");
        write("#announcedOn", since);
        write("#inForceFrom", since);
        press("Annoncer");
        read();
        write("[name=agreedOn]", since);
        write("[name=reference]", "essai");
        press("Enregistrer l’accord");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("En vigueur");
    }

    private void physician(String givenName, String familyName, String rpps, String number) {
        open("/annuaire/" + CODE + "/medecins/nouveau");
        write("#givenName", givenName);
        write("#familyName", familyName);
        write("#rpps", rpps);
        write("#mail", familyName.toLowerCase(Locale.ROOT) + "@essai.invalid");
        write("[id='numbers[0].number']", number);
        choose("[id='practices[0].territory']", CODE);
        write("[id='practices[0].from']", "2024-09-01");
        choose("[id='employments[0].employer']", HOST);
        write("[id='employments[0].from']", "2024-09-01");
        choose("[id='posts[0].structure']", "USP");
        write("[id='posts[0].from']", "2024-09-01");
        choose("[id='trainings[0].diploma']", "DESC");
        write("[id='trainings[0].obtainedOn']", "2010-06-30");
        press("Enregistrer");
        page.waitForURL("**/medecins/*-*");
    }

    private void rota() {
        open("/");
        follow("main a[href='/planning/" + CODE + "']");
        follow("a[href='/planning/" + CODE + "/" + Quarter.of(LocalDate.now()) + "']");
        place("Dr Un", "FIRST");
        place("Dr Deux", "BACK_UP");
        follow("a[href$='/publication']");
        page.locator("#trous").check();
        write("#raison", "essai");
        press("Publier");
        PlaywrightAssertions.assertThat(page.locator("h1")).containsText("publié");
    }

    private void place(String name, String rung) {
        read();
        write("#du", since);
        write("#au", until);
        pause(FIELD_MS);
        page.locator("#medecin").selectOption(new SelectOption().setLabel(name));
        choose("#rang", rung);
        press("Placer");
        PlaywrightAssertions.assertThat(page.locator(".done")).containsText(name);
    }

    private void open(String path) {
        page.navigate(path);
        read();
    }

    private void follow(String link) {
        page.locator(link).first().click();
        page.waitForLoadState();
        read();
    }

    private void write(String field, String text) {
        pause(FIELD_MS + CHARACTER_MS * text.length());
        page.locator(field).fill(text);
    }

    private void choose(String field, String value) {
        pause(FIELD_MS);
        page.locator(field).selectOption(value);
    }

    private void press(String button) {
        pause(FIELD_MS);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        page.waitForLoadState();
        Locator refused = page.locator(".error-summary[role=alert], main .error-summary");
        List<String> said = refused.allTextContents();
        if (!said.isEmpty() && page.locator(".wrong").count() > 0) {
            throw new IllegalStateException(
                    page.url() + ": " + said + page.locator(".wrong").allTextContents());
        }
    }

    private void read() {
        pause(PAGE_MS);
    }

    private void pause(int milliseconds) {
        if (AT_A_PERSONS_PACE) {
            page.waitForTimeout(milliseconds);
        }
    }

    private void step(String name) {
        System.out.printf(Locale.ROOT, "%4.0f s  %s%n", seconds(stepBegun), name);
        stepBegun = System.nanoTime();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
