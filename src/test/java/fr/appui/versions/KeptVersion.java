package fr.appui.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is kept of a version that was made: its commit, the digests of its migrations, its database, and what it answered. */
public record KeptVersion(Version version, Path folder) {

    private static final Path ALL = Path.of("src", "test", "resources", "versions");

    static List<KeptVersion> all() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.map(folder ->
                            new KeptVersion(Version.parse(folder.getFileName().toString()), folder))
                    .sorted((one, other) -> one.version().compareTo(other.version()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeptVersion at(Version version) {
        return new KeptVersion(version, ALL.resolve(version.toString()));
    }

    /** The one that runs beside this one while a hospital goes from it to this one. */
    public static KeptVersion before(Version current) {
        return all().stream()
                .filter(kept -> kept.version().compareTo(current) < 0)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("nothing is kept of a version before " + current));
    }

    /** Of what this tree builds. */
    public static KeptVersion beforeThis() {
        return before(Version.parse(Pom.version()));
    }

    public String commit() {
        return read("commit").strip();
    }

    /** SHA-256 by name. */
    Map<String, String> migrations() {
        return read("migrations")
                .lines()
                .map(line -> line.split("  "))
                .collect(Collectors.toMap(line -> line[1], line -> line[0], (a, b) -> a, TreeMap::new));
    }

    /** The constants of each of its enums, by the enum's name: what stands in its columns is one of them. */
    public Map<String, List<String>> values() {
        return read("values")
                .lines()
                .map(line -> List.of(line.split(" ")))
                .collect(Collectors.toMap(
                        List::getFirst, line -> line.subList(1, line.size()), (a, b) -> a, TreeMap::new));
    }

    Path database() {
        return folder.resolve("database.sql.gz");
    }

    Path answers() {
        return folder.resolve("answers.json.gz");
    }

    static Collector<Migration, ?, Map<String, String>> digests() {
        return Collectors.toMap(Migration::name, migration -> sha256(migration.source()), (a, b) -> a, TreeMap::new);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
