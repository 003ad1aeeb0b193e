package fr.appui.boot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * {@code appui check [--json] [ADDRESS]}: what a running service says of itself ({@code /q/health/well}), as a list to act on. A point is
 * good, to look at ({@code attention} in its data) or out of order. Before going live nothing may be left; later, what is out of order
 * is for somebody to get up for.
 */
final class Check {

    static final int GOOD = 0;
    static final int TO_DO = 1;
    static final int NO_ANSWER = 2;

    private static final String ATTENTION = "attention";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WIDTH = 18;

    private static final String TOKEN_FILE = "appui.health.token-file";

    private final PrintStream out;
    private final Config settings;

    /** @param settings those of this machine's service: who may read what it keeps is told more */
    Check(PrintStream out, Config settings) {
        this.out = out;
        this.settings = settings;
    }

    private enum State {
        GOOD("bon"),
        LOOK("à voir"),
        DOWN("en panne");

        private final String label;

        State(String label) {
            this.label = label;
        }
    }

    private record Point(String name, State state, JsonNode data) {

        static Point of(JsonNode check) {
            JsonNode data = check.path("data");
            boolean looked = data.properties().stream().anyMatch(entry -> isAttention(entry.getKey()));
            boolean down = !"UP".equals(check.path("status").asText());
            return new Point(check.path("name").asText(), down ? State.DOWN : looked ? State.LOOK : State.GOOD, data);
        }

        /** What to do about it comes alone where there is something to do; where not, what was seen. */
        Stream<String> lines() {
            List<String> attentions = data.properties().stream()
                    .filter(entry -> isAttention(entry.getKey()))
                    .map(entry -> Optional.of(entry.getKey().substring(ATTENTION.length()))
                                    .filter(about -> !about.isEmpty())
                                    .map(about -> about.substring(1) + " : ")
                                    .orElse("")
                            + entry.getValue().asText())
                    .toList();
            return attentions.isEmpty() ? Stream.of(seen()) : attentions.stream();
        }

        private String seen() {
            return String.join(
                    " ; ",
                    data.properties().stream()
                            .map(entry ->
                                    entry.getKey() + " : " + entry.getValue().asText())
                            .toList());
        }

        private static boolean isAttention(String key) {
            return key.equals(ATTENTION) || key.startsWith(ATTENTION + ".");
        }
    }

    /** @return the exit status */
    int run(List<String> arguments, String usualAddress) {
        boolean json = arguments.contains("--json");
        List<String> rest = arguments.stream()
                .filter(argument -> !argument.equals("--json"))
                .toList();
        if (rest.size() > 1 || rest.stream().anyMatch(argument -> argument.startsWith("-"))) {
            out.println("usage : appui check [--json] [ADRESSE]");
            return NO_ANSWER;
        }
        String address = rest.isEmpty() ? usualAddress : rest.getFirst();
        try {
            return tell(ask(address), json, address);
        } catch (IOException | IllegalArgumentException absent) {
            out.println(
                    json
                            ? "{\"status\":\"ABSENT\"}"
                            : "Aucun service ne répond à " + address
                                    + " : systemctl status appui, journalctl -u appui");
            return NO_ANSWER;
        }
    }

    private JsonNode ask(String address) throws IOException {
        URI well = URI.create(address.replaceFirst("/+$", "") + "/q/health/well");
        HttpRequest.Builder request = HttpRequest.newBuilder(well).timeout(PATIENCE);
        token(well).ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            JsonNode said = new ObjectMapper().readTree(answer.body());
            if (said == null || !said.path("checks").isArray()) {
                throw new IOException("not a service of ours");
            }
            return said;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** The node's own secret goes to this machine alone, that of the monitoring to whatever node is asked. */
    private Optional<String> token(URI asked) {
        Optional<Path> file = settings.getOptionalValue(TOKEN_FILE, Path.class)
                .or(() -> settings.getOptionalValue("appui.home", Path.class).map(home -> home.resolve("check-token")));
        boolean here = "127.0.0.1".equals(asked.getHost()) || "localhost".equals(asked.getHost());
        return file.filter(path -> here && Files.isReadable(path))
                .flatMap(Check::text)
                .or(() -> settings.getOptionalValue("appui.metrics.token", String.class));
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(read -> !read.isEmpty());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private int tell(JsonNode said, boolean json, String address) {
        List<Point> points = said.path("checks").valueStream().map(Point::of).toList();
        long left = points.stream().filter(point -> point.state() != State.GOOD).count();
        if (json) {
            out.println(said);
        } else {
            out.println(address + " : " + points.size() + " points vérifiés, "
                    + (left == 0 ? "tous bons" : left + " à reprendre"));
            points.forEach(this::print);
        }
        return left == 0 ? GOOD : TO_DO;
    }

    private void print(Point point) {
        String start = "  " + padded(point.state().label, 10) + padded(point.name(), WIDTH);
        String[] indent = {start};
        point.lines().forEach(line -> {
            out.println((indent[0] + line).stripTrailing());
            indent[0] = " ".repeat(start.length());
        });
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
