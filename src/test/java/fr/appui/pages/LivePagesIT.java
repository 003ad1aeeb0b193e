package fr.appui.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.TerritoryCode;
import fr.appui.pages.Browser.Screen;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A page that nobody brings up to date any more says so. */
@QuarkusTest
@TestProfile(Demonstration.class)
class LivePagesIT {

    private static final String STREAM = "**/api/calls/stream";

    private final Browser browser = new Browser();

    @TestHTTPResource
    URI service;

    @Inject
    Visitors visitors;

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theListOfCallsSaysThatItsStreamStoppedUntilItComesAgain() {
        AdministratorByDefault.nobody();
        String session = visitors.session(
                visitors.account(List.of(Grant.over(Role.COORDINATOR, new TerritoryCode("HDF-OISE")))));
        Page page = browser.open(service.toString(), Screen.PHONE, ColorScheme.LIGHT, session);
        page.clock().install();
        page.route(STREAM, Route::abort);
        page.navigate("/appels");
        assertThat(page.locator("#live")).isVisible();
        assertThat(page.locator("#en-retard")).isHidden();

        page.clock().runFor(120_000);
        assertThat(page.locator("#en-retard")).containsText("ces données ont 2 min");

        page.unroute(STREAM);
        assertThat(page.locator("#en-retard")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
    }
}
