package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No engine here runs it: what it promises is in it. */
class NginxFileTest {

    private static final Pattern RECEIPTS = Pattern.compile("location /api/sms-receipts \\{([^}]*)}");
    private static final Pattern LOCATION = Pattern.compile("location [^{]*\\{[^}]*}");

    @Test
    void aSecretThatIsInAnAddressIsInNoLog() throws IOException {
        List<String> receipts =
                RECEIPTS.matcher(text()).results().map(found -> found.group(1)).toList();
        assertThat(receipts).hasSize(2).allMatch(location -> location.contains("access_log off;"));
        assertThat(receipts.getLast())
                .containsPattern("error_log \\S+ crit;")
                .contains("proxy_pass http://127.0.0.1:8080;");
    }

    /** The probe of another machine asks {@code /q/health/well}; what a page follows is not held back until there is enough of it. */
    @Test
    void theProbeIsAnsweredAndLivePagesAreNotHeld() throws IOException {
        assertThat(LOCATION.matcher(text()).results().map(found -> found.group()))
                .contains(
                        "location = /q/health/well { proxy_pass http://127.0.0.1:8080; }",
                        "location /q/ { return 404; }");
        assertThat(LOCATION.matcher(text()).replaceAll("")).contains("proxy_buffering off;");
    }

    /** A location that sets one header has none of the server's. */
    @Test
    void everyLocationSaysWhereARequestCameFrom() throws IOException {
        assertThat(LOCATION.matcher(text()).results().map(found -> found.group()))
                .isNotEmpty()
                .noneMatch(location -> location.contains("proxy_set_header"));
        assertThat(LOCATION.matcher(text()).replaceAll(""))
                .contains("proxy_set_header X-Forwarded-For", "proxy_set_header X-Forwarded-Proto");
    }

    private static String text() throws IOException {
        return Files.readString(Path.of("deploy/nginx-appui.conf"));
    }
}
