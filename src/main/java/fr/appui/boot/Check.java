package fr.appui.boot;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * {@code appui check [--json] [--mail TO] [--secure-mail TO] [--sms TO] [--ring TO] [ADDRESS]}: what a running service says of itself ({@code /q/health/well}), as a list to act on. A point is
 * good, to look at ({@code attention} in its data) or out of order. Before going live nothing may be left; later, what is out of order
 * is for somebody to get up for.
 */
final class Check {

    static final int GOOD = 0;
    static final int TO_DO = 1;
    static final int NO_ANSWER = 2;

    private static final String ATTENTION = "attention";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_TRIAL = Duration.ofSeconds(70);
    private static final int SHORTEST = 18;

    private static final Map<String, String> WAYS = Map.of(
            "--mail", "mail",
            "--secure-mail", "secure-mail",
            "--sms", "sms",
            "--ring", "telephone");

    private static final int USUAL_PORT = 8080;
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");
    private static final String TOKEN_FILE = "appui.health.token-file";

    private final PrintStream out;
    private final Config settings;

    /** @param settings those of this machine's service: who may read what it keeps is told more */
    Check(PrintStream out, Config settings) {
        this.out = out;
        this.settings = settings;
    }

    /** The worst last. */
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

    /** @param trials what is to be tried first, in order: the way, as the service calls it, and to whom */
    private record Asked(boolean json, Optional<String> address, Map<String, String> trials) {

        /** Empty for what is no command of ours. */
        static Optional<Asked> read(List<String> arguments) {
            boolean json = false;
            @Nullable String address = null;
            Map<String, String> trials = new LinkedHashMap<>();
            for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
                String argument = rest.next();
                String way = WAYS.get(argument);
                if (argument.equals("--json")) {
                    json = true;
                } else if (way != null && rest.hasNext()) {
                    trials.put(way, rest.next());
                } else if (argument.startsWith("-") || address != null) {
                    return Optional.empty();
                } else {
                    address = argument;
                }
            }
            return Optional.of(new Asked(json, Optional.ofNullable(address), trials));
        }
    }

    /** Where this machine's service listens: everywhere, on the loop alone, or at one address of its own, for a balancer say. */
    static String usualAddress(Config settings) {
        String host = settings.getOptionalValue("quarkus.http.host", String.class)
                .filter(one -> !EVERYWHERE.contains(one))
                .orElse("127.0.0.1");
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + settings.getOptionalValue("quarkus.http.port", Integer.class).orElse(USUAL_PORT);
    }

    /** @return the exit status */
    int run(List<String> arguments) {
        Optional<Asked> read = Asked.read(arguments);
        if (read.isEmpty()) {
            out.println(
                    "usage : appui check [--json] [--mail ADRESSE] [--secure-mail ADRESSE] [--sms NUMÉRO] [--ring NUMÉRO]"
                            + " [ADRESSE DU SERVICE]");
            return NO_ANSWER;
        }
        Asked asked = read.get();
        String address = asked.address().orElseGet(() -> usualAddress(settings));
        try {
            for (var trial : asked.trials().entrySet()) {
                tryOut(address, trial.getKey(), trial.getValue());
            }
            return tell(ask(address), asked.json(), address);
        } catch (Refused refused) {
            out.println(refused.getMessage());
            return NO_ANSWER;
        } catch (IOException | IllegalArgumentException absent) {
            out.println(
                    asked.json()
                            ? "{\"status\":\"ABSENT\"}"
                            : "Aucun service ne répond à " + address
                                    + " : systemctl status appui, journalctl -u appui");
            return NO_ANSWER;
        }
    }

    /** The trial was not begun: its message says why. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    /** What came of it stands among the points that are asked for next. */
    private void tryOut(String address, String way, String to) throws IOException {
        URI check = at(address, "/q/check");
        HttpResponse<String> answer = send(
                check,
                HttpRequest.newBuilder(check)
                        .timeout(LONGEST_TRIAL)
                        .header("Appui-Trial", way)
                        .header("Appui-Trial-To", to)
                        .POST(BodyPublishers.noBody()));
        if (answer.statusCode() != 200) {
            throw new Refused("essai « " + way + " » : "
                    + (answer.statusCode() == 401
                            ? "à lancer sur la machine du service, par qui lit son dossier (root ou son compte)"
                            : new ObjectMapper()
                                    .readTree(answer.body())
                                    .path("trouble")
                                    .asText("refusé")));
        }
    }

    private JsonNode ask(String address) throws IOException {
        URI well = at(address, "/q/health/well");
        JsonNode said = new ObjectMapper()
                .readTree(send(well, HttpRequest.newBuilder(well).timeout(PATIENCE))
                        .body());
        if (said == null || !said.path("checks").isArray()) {
            throw new IOException("not a service of ours");
        }
        return said;
    }

    private static URI at(String address, String path) {
        return URI.create(address.replaceFirst("/+$", "") + path);
    }

    private HttpResponse<String> send(URI asked, HttpRequest.Builder request) throws IOException {
        token(asked).ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 3) {
                throw new Refused(asked
                        + " renvoie ailleurs : le service répond en TLS, sous le nom de son certificat : appui check "
                        + settings.getOptionalValue("appui.web.address", String.class)
                                .orElse("https://…"));
            }
            return answer;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** The node's own secret goes to this machine alone, that of the monitoring to whatever node is asked. */
    private Optional<String> token(URI asked) {
        Optional<Path> file = settings.getOptionalValue(TOKEN_FILE, Path.class)
                .or(() -> settings.getOptionalValue("appui.home", Path.class).map(home -> home.resolve("check-token")));
        return file.filter(path -> Files.isReadable(path) && isHere(asked.getHost()))
                .flatMap(Check::text)
                .or(() -> settings.getOptionalValue("appui.metrics.token", String.class));
    }

    /** By whatever name: a certificate has another than that of the loop. */
    private static boolean isHere(String host) {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByName(host)) != null;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(read -> !read.isEmpty());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private int tell(JsonNode said, boolean json, String address) {
        List<Point> points = said.path("checks")
                .valueStream()
                .map(Point::of)
                .sorted(comparing(Point::state).reversed().thenComparing(Point::name))
                .toList();
        long left = points.stream().filter(point -> point.state() != State.GOOD).count();
        if (json) {
            out.println(said);
        } else {
            out.println(address + " : " + points.size() + " points vérifiés, "
                    + (left == 0 ? "tous bons" : left + " à reprendre"));
            int width = points.stream()
                    .mapToInt(point -> point.name().length() + 1)
                    .max()
                    .orElse(0);
            points.forEach(point -> print(point, Math.max(SHORTEST, width)));
        }
        return left == 0 ? GOOD : TO_DO;
    }

    private void print(Point point, int width) {
        String start = "  " + padded(point.state().label, 10) + padded(point.name(), width);
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
