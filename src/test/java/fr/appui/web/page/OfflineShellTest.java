package fr.appui.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.TextFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a physician's pages are drawn with is on the telephone when there is no network. */
class OfflineShellTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern ASSET = Pattern.compile("/assets/[a-z]+[.](?:css|js|svg)");

    @Test
    void whatTheirPagesLoadIsKept() {
        String worker = TextFiles.read(RESOURCES.resolve("META-INF/resources/service-worker.js"));
        List<String> kept = assets(worker.lines().filter(line -> line.startsWith("const SHELL")));
        List<String> loaded = assets(Stream.of(
                        "cadre.html", "tags/icon.html", "medecin/astreintes.html", "medecin/issue.html")
                .map(page -> TextFiles.read(RESOURCES.resolve("templates").resolve(page))));
        assertThat(kept).containsExactlyInAnyOrderElementsOf(loaded);
    }

    private static List<String> assets(Stream<String> texts) {
        return texts.flatMap(text -> ASSET.matcher(text).results())
                .map(asset -> asset.group())
                .distinct()
                .toList();
    }
}
