package fr.appui.web.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: follows redirects, keeps each host's cookies, sends forms. Localhost counts as secure. */
final class Surfer {

    private static final Pattern ACTION = Pattern.compile("<form(?=[^>]*method=\"post\")[^>]*action=\"([^\"]+)\"");
    private static final int MOST_STEPS = 20;

    /** Where one arrived. */
    record Shown(URI address, int status, String text) {}

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    Shown open(URI address) throws IOException, InterruptedException {
        return follow(HttpRequest.newBuilder(address).GET(), address);
    }

    /** Sends the first form of a page. */
    Shown send(Shown page, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher form = ACTION.matcher(page.text());
        if (!form.find()) {
            throw new AssertionError("no form on " + page.address() + " (" + page.status() + ")\n" + page.text());
        }
        URI target = page.address().resolve(form.group(1).replace("&amp;", "&"));
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return follow(
                HttpRequest.newBuilder(target)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                target);
    }

    String cookie(URI site, String name) {
        return cookies.getOrDefault(site.getAuthority(), Map.of()).getOrDefault(name, "");
    }

    private Shown follow(HttpRequest.Builder first, URI address) throws IOException, InterruptedException {
        HttpRequest.Builder request = first;
        URI here = address;
        for (int step = 0; step < MOST_STEPS; step++) {
            var answer = send(request, here);
            if (answer.statusCode() / 100 != 3) {
                return new Shown(here, answer.statusCode(), answer.body());
            }
            here = here.resolve(answer.headers().firstValue("Location").orElseThrow());
            request = HttpRequest.newBuilder(here).GET();
        }
        throw new AssertionError("redirected without end, last to " + here);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, URI address)
            throws IOException, InterruptedException {
        Map<String, String> kept = cookies.computeIfAbsent(address.getAuthority(), site -> new HashMap<>());
        if (!kept.isEmpty()) {
            request.header(
                    "Cookie",
                    kept.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = client.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || set.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
                kept.remove(pair[0]);
            } else {
                kept.put(pair[0], pair[1]);
            }
        }
        return answer;
    }
}
