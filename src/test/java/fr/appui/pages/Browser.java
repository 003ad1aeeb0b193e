package fr.appui.pages;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.impl.driver.jar.DriverJar;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chromium of the machine, or the one that {@code deploy/chromium-unpack} fetches without root. */
public final class Browser implements AutoCloseable {

    /** What a page is looked at with. */
    public enum Screen {
        DESK(1280, 900),
        PHONE(390, 844);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** Two cores that also carry the phone stories may keep a page waiting; no test is about how fast one comes. */
    private static final double PATIENCE_MS = 120_000;

    /**
     * The same engine without windows: two fifths less processor. It has no French of its own, which pictures show, and shows nobody a
     * notification.
     */
    private static final String SHELL = "/usr/bin/chromium-headless-shell";

    private static final boolean PICTURES = System.getProperty("pages.photograph") != null;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    private final boolean whole;
    private @Nullable Playwright playwright;
    private com.microsoft.playwright.@Nullable Browser chromium;

    public Browser() {
        this(PICTURES);
    }

    private Browser(boolean whole) {
        this.whole = whole;
    }

    /** As people have it, windows and all. */
    public static Browser whole() {
        return new Browser(true);
    }

    /** Started for the first page: of the two instances of a test with the application one runs nothing, and is not closed. */
    private com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            playwright = driver();
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setEnv(frenchEnvironment())
                            .setArgs(List.of(
                                    "--lang=fr-FR",
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
        return chromium;
    }

    /** A page of its own: nothing is shared with others. @param session value of the session cookie; empty for nobody */
    public Page open(String base, Screen screen, ColorScheme scheme, String session) {
        return open(base, session, like(screen).setColorScheme(scheme));
    }

    /** As {@link #open}, for a browser that runs no script. */
    public Page openWithoutScript(String base, Screen screen, String session) {
        return open(base, session, like(screen).setJavaScriptEnabled(false));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions like(Screen screen) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(screen.width, screen.height);
    }

    /** The page belongs to somebody else from now on. @param session as of {@link #open} */
    public static void as(Page page, String base, String session) {
        page.context().clearCookies();
        if (!session.isEmpty()) {
            page.context().addCookies(List.of(cookie(base, session)));
        }
    }

    private static com.microsoft.playwright.options.Cookie cookie(String base, String session) {
        return new com.microsoft.playwright.options.Cookie("appui", session).setUrl(base);
    }

    private Page open(String base, String session, com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = chromium().newContext(base.isEmpty() ? options : options.setBaseURL(base));
        context.setDefaultTimeout(PATIENCE_MS);
        if (!session.isEmpty()) {
            context.addCookies(List.of(cookie(base, session)));
        }
        return context.newPage();
    }

    @Override
    public void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    /**
     * Playwright's own program, unpacked once. Unpacking opens its archive as a file system that the whole JVM shares and closes
     * it again: of two class loaders that unpack at once, the second reads from what the first has closed.
     */
    private static Playwright driver() {
        synchronized ("playwright.cli.dir".intern()) {
            if (System.getProperty("playwright.cli.dir") == null) {
                System.setProperty("playwright.cli.dir", unpackedDriver().toString());
            }
        }
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private static Path unpackedDriver() {
        try {
            String archive = DriverJar.getDriverResourceURI().toString().replaceAll(".*/([^/]*)\\.jar!.*", "$1");
            Path kept = Path.of("target", archive).toAbsolutePath();
            if (!Files.isDirectory(kept)) {
                Path begun = Files.createTempDirectory(Files.createDirectories(kept.getParent()), archive);
                DriverJar.installDriverTo(begun);
                Files.move(begun, kept, StandardCopyOption.ATOMIC_MOVE);
            }
            return kept;
        } catch (IOException | URISyntaxException failed) {
            throw new IllegalStateException("Playwright's driver could not be unpacked", failed);
        }
    }

    private static Map<String, String> frenchEnvironment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LANGUAGE", "fr");
        return environment;
    }

    private Path executable() {
        return Stream.of(
                        whole ? "/usr/bin/chromium" : SHELL,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .or(Browser::unpacked)
                .orElseThrow(() -> new IllegalStateException("install Chromium: deploy/chromium-unpack gave none"));
    }

    private static Optional<Path> unpacked() {
        try {
            Process unpack = new ProcessBuilder("deploy/chromium-unpack")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(unpack.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return said.lines()
                    .filter(line -> line.startsWith("CHROMIUM="))
                    .map(line -> Path.of(line.substring("CHROMIUM=".length())))
                    .findFirst();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
