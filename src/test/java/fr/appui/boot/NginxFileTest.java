package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** Links of invitations, calendars and surveys have their secret behind the « ? »; so has what somebody looked for. */
    @Test
    void whatStandsBehindTheQuestionMarkIsInNoLog() throws IOException {
        assertThat(Pattern.compile("access_log ([^;]+);").matcher(text()).results())
                .hasSize(4)
                .map(found -> found.group(1))
                .containsOnly("off", "/var/log/nginx/access.log appui");
        String format = Pattern.compile("log_format appui '([^']+)'")
                .matcher(text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining());
        assertThat(format)
                .contains("\"$request_method $uri $server_protocol\"")
                .doesNotContainPattern("\\$(request|args|query_string|request_uri|http_referer)\\b(?!_method)");
        String secrets = Pattern.compile("location ~ (\\S+) \\{\\s+error_log \\S+ crit;")
                .matcher(text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining());
        assertThat(List.of(
                        "/invitation",
                        "/enquete",
                        "/connexion/fournisseur",
                        "/api/physicians/7/duties.ics",
                        "/api/territories/HDF-OISE/duties.ics"))
                .allMatch(path -> Pattern.compile(secrets).matcher(path).find());
    }

    /** An identity provider's answer fills more than the 4 kB that nginx has for headers by itself, and its page is 502 then. */
    @Test
    void anAnswerOfAnIdentityProviderFitsIn() throws IOException {
        for (String directive :
                List.of("proxy_buffer_size", "proxy_buffers \\d+", "large_client_header_buffers \\d+")) {
            int kilobytes = Pattern.compile("\\n    " + directive + " (\\d+)k;")
                    .matcher(text())
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .findFirst()
                    .orElse(4);
            assertThat(kilobytes).as(directive).isGreaterThanOrEqualTo(20);
        }
    }

    /** The probe of another machine asks {@code /q/health/well}, what balances pages {@code /q/health/ready}; what a page follows is not held back until there is enough of it. */
    @Test
    void theProbeIsAnsweredAndLivePagesAreNotHeld() throws IOException {
        assertThat(LOCATION.matcher(text()).results().map(found -> found.group()))
                .contains(
                        "location = /q/health/well { proxy_pass http://127.0.0.1:8080; }",
                        "location = /q/health/ready { proxy_pass http://127.0.0.1:8080; }",
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

    /** fail2ban takes the time out of the line before it looks at it. */
    @Test
    void itsLogTellsTheJailOfPasswordsThatWereRefusedAndOfNothingElse() throws IOException {
        String filter = Files.readString(Path.of("deploy/debian/fail2ban-filter.conf"));
        var refused = Pattern.compile(setting(filter, "failregex").replace("<HOST>", "(?<host>\\S+)"));
        String line = "198.51.100.7 - - [] \"POST /connexion HTTP/2.0\" %d 5123 \"-\" \"Mozilla\"";
        for (int status : new int[] {401, 429}) {
            var found = refused.matcher(line.formatted(status));
            assertThat(found.find()).isTrue();
            assertThat(found.group("host")).isEqualTo("198.51.100.7");
        }
        assertThat(refused.matcher(line.formatted(303)).find()).isFalse();
        assertThat(refused.matcher(line.formatted(401).replace("POST", "GET")).find())
                .isFalse();
    }

    /** A hospital is often one address: what the service only slows must not shut out all of it. */
    @Test
    void theJailShutsLaterThanTheServiceSlows() throws IOException {
        String jail = Files.readString(Path.of("deploy/debian/fail2ban-jail.conf"));
        String reference = Files.readString(Path.of("docs/configuration.md"));
        assertThat(Integer.parseInt(setting(jail, "maxretry"))).isGreaterThan(byDefault(reference, "per-address"));
        assertThat(setting(jail, "findtime")).isEqualTo(byDefault(reference, "window") + "m");
    }

    private static String setting(String file, String name) {
        return Pattern.compile("(?m)^" + name + " = (.*)$")
                .matcher(file)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static int byDefault(String reference, String limit) {
        return Pattern.compile("`appui\\.sign-in\\.limits\\." + limit + "` \\| \\w+ \\| `\\D*(\\d+)M?`")
                .matcher(reference)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private static String text() throws IOException {
        return Files.readString(Path.of("deploy/nginx-appui.conf"));
    }
}
