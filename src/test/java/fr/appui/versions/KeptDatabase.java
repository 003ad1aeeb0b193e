package fr.appui.versions;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.appui.boot.EmbeddedMariaDb;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The database of a release, written to a file and read back, with MariaDB's own tools. */
final class KeptDatabase {

    /** Where {@code MariaDbResource} unpacks MariaDB. */
    private static final Path TOOLS =
            Path.of("target", "mariadb", "binaries", "bin").toAbsolutePath();

    private static final Pattern DEFINER = Pattern.compile("/\\*!50017 DEFINER=\\S*\\*/ ");

    static final String PASSWORD = "MYSQL_PWD";

    private KeptDatabase() {}

    /** Without who made its triggers: an embedded server knows nobody. */
    static void write(EmbeddedMariaDb database, Path file) throws IOException {
        Process dump = tool(
                database,
                "mariadb-dump",
                "--skip-dump-date",
                "--skip-comments",
                "--single-transaction",
                "--triggers",
                "--hex-blob",
                "--order-by-primary",
                "appui");
        dump.getOutputStream().close();
        try (BufferedReader from = dump.inputReader(UTF_8);
                Writer to = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8)) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                to.append(DEFINER.matcher(line).replaceAll("")).append('\n');
            }
        }
        isDone(dump);
    }

    /** Into an empty database. */
    static void read(Path file, EmbeddedMariaDb database) throws IOException {
        Process client = tool(database, "mariadb", "appui");
        try (InputStream from = new GZIPInputStream(Files.newInputStream(file));
                OutputStream to = client.getOutputStream()) {
            from.transferTo(to);
        }
        isDone(client);
    }

    private static Process tool(EmbeddedMariaDb database, String name, String... arguments) throws IOException {
        List<String> command = client(database, name);
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().put(PASSWORD, database.password());
        return process.start();
    }

    /** One of MariaDB's own programs, connected; it takes {@link #PASSWORD} from its environment. */
    static List<String> client(EmbeddedMariaDb database, String name) {
        String port = URI.create(database.url().substring("jdbc:".length())).getPort() + "";
        return new ArrayList<>(List.of(
                TOOLS.resolve(name).toString(),
                "--no-defaults",
                "--skip-ssl",
                "--default-character-set=utf8mb4",
                "--protocol=TCP",
                "--host=127.0.0.1",
                "--port=" + port,
                "--user=" + database.user()));
    }

    private static void isDone(Process process) throws IOException {
        try {
            if (process.waitFor() != 0) {
                throw new IOException(process.info() + " ended with status " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
