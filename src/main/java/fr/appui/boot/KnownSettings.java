package fr.appui.boot;

import io.smallrye.config.EnvConfigSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses a key of ours that nobody reads: one letter wrong would otherwise leave a default in force, in silence. The list is
 * written from the code (docs/configuration.md). The environment is left out: it holds what is meant for other programs too.
 */
class KnownSettings {

    private static final String OURS = "appui.";

    private record Key(String name, Pattern pattern) {
        static Key of(String name) {
            String pattern = Stream.of(name.split("\\*", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("(?:\"[^\"]+\"|[^.\"]+)"));
            return new Key(name, Pattern.compile(pattern + "(?:\\[\\d+])*"));
        }
    }

    private final List<Key> keys;

    KnownSettings() {
        this(written());
    }

    KnownSettings(List<String> keys) {
        this.keys = keys.stream().map(Key::of).toList();
    }

    /** One French sentence each. */
    List<String> unknown(Config config) {
        return unknown(StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(source -> !(source instanceof EnvConfigSource))
                .flatMap(source -> source.getPropertyNames().stream())
                .map(name -> name.replaceFirst("^%[^.]+\\.", ""))
                .collect(Collectors.toSet()));
    }

    boolean knows(String key) {
        return keys.stream().anyMatch(known -> known.pattern().matcher(key).matches());
    }

    /** One French sentence each. */
    List<String> unknown(Collection<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(OURS) && !knows(name))
                .sorted()
                .map(name -> name + " : réglage inconnu ; le plus proche est " + nearest(name))
                .toList();
    }

    private String nearest(String name) {
        return keys.stream()
                .map(Key::name)
                .min(Comparator.comparingInt(known -> changes(known, name)))
                .orElse("");
    }

    /** How many letters are to be changed, added or left out. */
    private static int changes(String from, String to) {
        int[] before = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int[] now = new int[to.length() + 1];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[to.length()];
    }

    private static List<String> written() {
        try (InputStream list =
                Objects.requireNonNull(KnownSettings.class.getResourceAsStream("/configuration-keys.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
