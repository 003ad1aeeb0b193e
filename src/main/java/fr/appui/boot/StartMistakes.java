package fr.appui.boot;

import fr.appui.french.InvalidInput;
import io.quarkus.runtime.QuarkusBindException;
import io.smallrye.config.ConfigValidationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** What somebody who installs it got wrong, in one French sentence each: the key or the file, and what to do. No value is repeated: it may be a secret. */
final class StartMistakes {

    /** Of {@code sysexits.h}: settings that have to be corrected before another start can do better. */
    static final int EXIT = 78;

    static final String URL = "quarkus.datasource.jdbc.url";

    private static final Pattern REFUSED =
            Pattern.compile("config property (\\S+) with the config value .*", Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("config property (\\S+) is required.*", Pattern.DOTALL);
    private static final String SET_IN = " dans appui.properties (ou le fichier que nomme quarkus.config.locations)";

    private static final List<Function<Throwable, Stream<String>>> TOLD = List.of(
            failure -> failure instanceof InvalidInput refused ? Stream.of(refused.sentence()) : Stream.empty(),
            failure -> failure instanceof QuarkusBindException taken ? Stream.of(taken(taken)) : Stream.empty(),
            failure -> failure instanceof ConfigValidationException refused
                    ? IntStream.range(0, refused.getProblemCount())
                            .mapToObj(refused::getProblem)
                            .map(problem -> setting(problem.getMessage()))
                    : Stream.empty(),
            failure -> refused(failure.getMessage()).stream());

    private StartMistakes() {}

    /** Of what ended a start; empty where it is nobody's mistake that is known here. */
    static List<String> of(Throwable failure) {
        return TOLD.stream()
                .map(told -> DatabaseTrouble.causes(failure).flatMap(told).toList())
                .filter(sentences -> !sentences.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** @param ownDatabase whether this package brings one, which is used where none is set */
    static List<String> of(Config config, boolean ownDatabase) {
        Optional<String> url = config.getOptionalValue(URL, String.class);
        Stream<String> database = url.isEmpty()
                ? Stream.of("la base n’est pas réglée : écrire " + URL + "=jdbc:mariadb://SERVEUR:3306/BASE" + SET_IN)
                        .filter(said -> !ownDatabase)
                : Stream.of(URL
                                + " : ce n’est pas l’adresse d’une base MariaDB ; l’écrire jdbc:mariadb://SERVEUR:3306/BASE"
                                + SET_IN)
                        .filter(said -> !isMariaDb(url.get()));
        return Stream.concat(database, new KnownSettings().unknown(config).stream())
                .toList();
    }

    /** Files of settings that were named and cannot be read, as the library passes over them or fails in English. */
    static List<String> ofFiles(@Nullable String locations) {
        return Stream.ofNullable(locations)
                .flatMap(named -> Stream.of(named.split(",")))
                .map(String::strip)
                .filter(named -> !named.isEmpty() && (named.startsWith("file:") || !named.matches("[a-z]{2,}:.*")))
                .map(named -> Path.of(named.replaceFirst("^file:(//)?", "")))
                .filter(file -> !Files.isReadable(file))
                .map(
                        file -> file
                                + (Files.exists(file)
                                        ? " : le compte « " + System.getProperty("user.name")
                                                + " » n’a pas le droit de lire ces réglages ; le lui donner (chgrp et chmod 640)"
                                        : " : ce fichier de réglages n’existe pas, ou son dossier est fermé à ce compte ; corriger quarkus.config.locations, ou l’écrire"))
                .toList();
    }

    /** Calls are taken all the same: empty where the node can keep what it has to. */
    static Optional<String> ofHome(Path home) {
        try {
            Files.createDirectories(home);
            if (Files.isWritable(home)) {
                return Optional.empty();
            }
        } catch (IOException unwritable) {
            // told below, as one that is there and is closed
        }
        return Optional.of("appui.home : on ne peut pas écrire dans " + home.toAbsolutePath()
                + " ; donner ce dossier au compte du service, ou en nommer un autre. Les appels sont pris, mais un redémarrage"
                + " sans la base ne saurait plus qui est d’astreinte, et perdrait ce qui attend d’être écrit");
    }

    private static boolean isMariaDb(String url) {
        return url.startsWith("jdbc:mariadb:") || url.startsWith("jdbc:mysql:") && url.contains("permitMysqlScheme");
    }

    private static String taken(QuarkusBindException taken) {
        return QuarkusBindException.isKnownHost(taken.getHost())
                ? "quarkus.http.port : le port " + taken.getPort() + " de " + taken.getHost()
                        + " est déjà pris ; voir par quel programme (« ss -ltnp »), l’arrêter, ou changer ce réglage"
                : "quarkus.http.host : " + taken.getHost()
                        + " n’est pas une adresse de cette machine ; corriger ce réglage";
    }

    private static String setting(String said) {
        return refused(said).orElse(said);
    }

    private static Optional<String> refused(@Nullable String said) {
        if (said == null) {
            return Optional.empty();
        }
        Matcher refused = REFUSED.matcher(said);
        if (refused.find()) {
            return Optional.of(refused.group(1)
                    + " : la valeur de ce réglage n’a pas la forme attendue (docs/configuration.md) ; la corriger");
        }
        Matcher missing = MISSING.matcher(said);
        return missing.find()
                ? Optional.of(missing.group(1) + " : ce réglage est obligatoire, et manque ; l’écrire" + SET_IN)
                : Optional.empty();
    }
}
