package fr.appui.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The constants of the enums that a package holds, but those of its faces: all that it may write into a column, and can read there. */
final class Values {

    private Values() {}

    /** One enum a line, its name first. @param release the folder of a version's package ({@code quarkus-app}) */
    static void write(Path release, Path file) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.walk(release)) {
            jars = files.filter(one -> one.toString().endsWith(".jar")).sorted().toList();
        }
        try (var classes = new URLClassLoader(
                jars.stream().map(Values::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Files.write(
                    file,
                    jars.stream()
                            .filter(jar -> jar.getParent().endsWith("app"))
                            .flatMap(jar -> names(jar).stream())
                            .map(name -> load(name, classes))
                            .filter(Class::isEnum)
                            .map(type -> type.getName() + " " + String.join(" ", of(type)))
                            .sorted()
                            .toList());
        }
    }

    static List<String> of(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(Field::isEnumConstant)
                .map(Field::getName)
                .toList();
    }

    static Class<?> load(String name, ClassLoader classes) {
        try {
            return Class.forName(name, false, classes);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static List<String> names(Path jar) {
        try (var opened = new JarFile(jar.toFile())) {
            return opened.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("fr/appui/")
                            && !name.startsWith("fr/appui/web/")
                            && name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> !name.endsWith("package-info"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
