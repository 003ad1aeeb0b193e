package fr.appui.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Style and scripts keep their names from one version to the next: a browser asks again, and gets little where they did not change. */
@QuarkusTest
class AssetsIT {

    @TestHTTPResource
    URI service;

    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void aFileIsAskedAboutAgainAndSentOnlyWhereItChanged() throws Exception {
        HttpResponse<byte[]> first = get("/assets/appui.css", "Accept", "text/css");
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");
        String since = first.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(get("/assets/appui.css", "If-Modified-Since", since).statusCode())
                .isEqualTo(304);
    }

    @Test
    void filesAreCompressedAndPagesAreNot() throws Exception {
        assertThat(get("/assets/appui.css", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .hasValue("gzip");
        assertThat(get("/assets/rota.js", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .hasValue("gzip");
        assertThat(get("/connexion", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    private HttpResponse<byte[]> get(String path, String header, String value)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .header(header, value)
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
