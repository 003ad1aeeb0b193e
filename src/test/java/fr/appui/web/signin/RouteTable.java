package fr.appui.web.signin;

import fr.appui.access.Role;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every route of the service with the rule declared on it, read from the classes. */
public final class RouteTable {

    /** Read once: it takes a second. */
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");

    private static final List<Route> ROUTES = read();

    private RouteTable() {}

    /** Who may use a route. @param anybody even without signing in */
    public record Rule(boolean anybody, Set<Role> roles) {

        boolean allows(Role role) {
            return anybody || role.implied().stream().anyMatch(roles::contains);
        }
    }

    public record Route(String method, String path, Optional<Rule> rule, Method handler) {

        /** The address with believable values in place of its parameters. */
        String address(String territory, String physicianId) {
            return withoutInnerBraces(path)
                    .replaceAll("\\{suffix[^}]*}", "")
                    .replaceAll("\\{period[^}]*}", "2026")
                    .replaceAll("\\{code[^}]*}", territory)
                    .replaceAll("\\{id[^}]*}", physicianId)
                    .replaceAll("\\{quarter[^}]*}", "2026-Q3")
                    .replaceAll("\\{year[^}]*}", "2026")
                    .replaceAll("\\{date[^}]*}", "2026-07-01")
                    .replaceAll("\\{[^}]*}", "x");
        }

        static String withoutInnerBraces(String path) {
            String fewer = path.replaceAll("(\\{[^{}]*)\\{[^{}]*}", "$1");
            return fewer.equals(path) ? path : withoutInnerBraces(fewer);
        }

        boolean isPage() {
            return !path.startsWith("/api/");
        }
    }

    public static List<Route> routes() {
        return ROUTES;
    }

    private static List<Route> read() {
        try (var files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(RouteTable::namesPath)
                    .map(RouteTable::loaded)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(RouteTable::routesOf)
                    .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What else there is needs not be loaded, nor a graph of all classes be made, which takes seconds of processor. */
    private static boolean namesPath(java.nio.file.Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(Path.class.descriptorString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> loaded(java.nio.file.Path file) {
        String name =
                CLASSES.relativize(file).toString().replaceAll("[.]class$", "").replace('/', '.');
        try {
            return Class.forName(name, false, RouteTable.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static Stream<Route> routesOf(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .flatMap(method -> verb(method).stream().map(verb -> route(type, method, verb)));
    }

    private static Route route(Class<?> type, Method method, String verb) {
        String path = ("/" + path(type) + "/" + path(method)).replaceAll("/+", "/");
        String trimmed = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return new Route(verb, trimmed, rule(method).or(() -> rule(type)), method);
    }

    private static Optional<Rule> rule(AnnotatedElement element) {
        if (element.isAnnotationPresent(PermitAll.class)) {
            return Optional.of(new Rule(true, Set.of()));
        }
        if (element.isAnnotationPresent(Authenticated.class)) {
            return Optional.of(new Rule(false, EnumSet.allOf(Role.class)));
        }
        return Optional.ofNullable(element.getAnnotation(RolesAllowed.class))
                .map(allowed -> new Rule(
                        false, Arrays.stream(allowed.value()).map(Role::valueOf).collect(Collectors.toSet())));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Optional.ofNullable(type.getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    static String asMarkdown(List<Route> routes) {
        List<Role> roles = List.of(Role.values());
        var page = new StringBuilder("""
                # Qui peut quoi

                Lu dans le code par un test, qui essaie aussi chaque ligne avec chaque rôle. « ● » : permis. Une coordination
                n’atteint que ses territoires, un médecin que ses propres données, un jeton en lecture seule n’écrit rien.
                L’administration peut ce que peuvent la coordination, la régulation et l’ARS. Une adresse sans règle est
                refusée.

                """);
        page.append("| adresse | sans connexion |");
        roles.forEach(role -> page.append(' ').append(role.label()).append(" |"));
        page.append("\n|---|:-:|").append(":-:|".repeat(roles.size())).append('\n');
        for (Route route : routes) {
            Rule rule = route.rule().orElseThrow();
            page.append("| `%s %s` | %s |".formatted(route.method(), route.path(), rule.anybody() ? "●" : ""));
            roles.forEach(role -> page.append(rule.allows(role) ? " ● |" : "  |"));
            page.append('\n');
        }
        return page.toString();
    }
}
