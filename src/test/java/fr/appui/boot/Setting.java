package fr.appui.boot;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.tngtech.archunit.core.domain.JavaClass;
import fr.appui.Product;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * One key of the service's configuration, read from the interface that declares it: its type and default from the class, its effect
 * from the comment in the source.
 *
 * @param key with {@code *} where a name stands that the site chooses
 */
record Setting(String key, String type, String byDefault, String effect) {

    private static final Path SOURCES = Path.of("src/main/java");

    /** Read by themselves, outside any interface: where the process finds its folders, and clocks set by tests and demonstrations. */
    private static final List<Setting> ALONE = List.of(
            new Setting(
                    "appui.home",
                    "Path",
                    "data",
                    "Folder of this node: spool, CEL bookmarks, rota snapshot, embedded database."),
            new Setting(
                    "appui.embedded.binaries",
                    "Path",
                    "~/.cache/appui/mariadb",
                    "Where the embedded MariaDB is unpacked; a package built with -Dproduction has none."),
            ofDemonstrations("appui.clock.start-at", "Instant", "the time at which the service starts."),
            ofDemonstrations("appui.clock.shift-file", "Path", "a file that says how far the clock is set."));

    private static Setting ofDemonstrations(String key, String type, String effect) {
        return new Setting(
                key, type, "", "Demonstrations and tests: " + effect + " A package built with -Dproduction has none.");
    }

    /** In order of their keys. */
    static List<Setting> all() throws IOException {
        Map<String, String> comments = comments();
        return Stream.concat(
                        ALONE.stream(),
                        mappings()
                                .flatMap(
                                        mapping -> of(
                                                mapping.getAnnotation(ConfigMapping.class)
                                                        .prefix(),
                                                mapping,
                                                comments)
                                                .stream()))
                .sorted(Comparator.comparing(Setting::key))
                .toList();
    }

    static Stream<Class<?>> mappings() {
        return Product.CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .map(JavaClass::reflect);
    }

    private static List<Setting> of(String prefix, Class<?> group, Map<String, String> comments) {
        List<Setting> settings = new ArrayList<>();
        for (Method method : group.getMethods()) {
            if (method.isDefault()) { // made of others, no key of its own
                continue;
            }
            String key = prefix + "." + dashed(method.getName());
            String effect = comments.getOrDefault(group.getCanonicalName() + "#" + method.getName(), "");
            settings.addAll(of(key, method.getGenericReturnType(), byDefault(method), effect, comments));
        }
        return settings;
    }

    private static List<Setting> of(
            String key, Type type, String byDefault, String effect, Map<String, String> comments) {
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return of(key + ".*", map.getActualTypeArguments()[1], byDefault, effect, comments);
        }
        if (type instanceof Class<?> group
                && group.isInterface()
                && group.getName().startsWith("fr.appui.")) {
            return of(key, group, comments);
        }
        return List.of(new Setting(key, name(type), byDefault, effect));
    }

    private static String byDefault(Method method) {
        return Optional.ofNullable(method.getAnnotation(WithDefault.class))
                .map(WithDefault::value)
                .orElse("");
    }

    private static String name(Type type) {
        return switch (type) {
            case ParameterizedType optional
            when optional.getRawType() == Optional.class -> name(optional.getActualTypeArguments()[0]);
            case ParameterizedType several -> name(several.getActualTypeArguments()[0]) + ", with commas";
            case Class<?> choice
            when choice.isEnum() ->
                Stream.of(choice.getEnumConstants())
                        .map(constant -> dashed(constant.toString().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(" or "));
            case Class<?> plain -> plain.getSimpleName();
            default -> type.getTypeName();
        };
    }

    /** As SmallRye writes it: {@code longestPause} is {@code longest-pause}. */
    private static String dashed(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** Type and method → its comment on one line. */
    private static Map<String, String> comments() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            sources = files.filter(Setting::declaresSettings).toList();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            Map<String, String> comments = new HashMap<>();
            for (CompilationUnitTree unit : task.parse()) {
                new Comments(DocTrees.instance(task), unit, comments).scan(unit, null);
            }
            return comments;
        }
    }

    private static boolean declaresSettings(Path file) {
        try {
            return file.toString().endsWith(".java") && Files.readString(file).contains("@ConfigMapping");
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static final class Comments extends TreePathScanner<Void, Void> {

        private final DocTrees trees;
        private final Map<String, String> comments;
        private String type;

        Comments(DocTrees trees, CompilationUnitTree unit, Map<String, String> comments) {
            this.trees = trees;
            this.comments = comments;
            this.type = unit.getPackageName().toString();
        }

        @Override
        public Void visitClass(ClassTree group, Void nothing) {
            String outer = type;
            type = outer + "." + group.getSimpleName();
            super.visitClass(group, nothing);
            type = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            String comment = trees.getDocComment(getCurrentPath());
            if (comment != null) {
                comments.put(type + "#" + method.getName(), plain(comment));
            }
            return super.visitMethod(method, nothing);
        }

        private static String plain(String comment) {
            return comment.replaceAll("\\s+", " ")
                    .replaceAll("\\{@(?:code|link|value) ([^}]*)}", "`$1`")
                    .replaceAll("@(?:return|param) ", "")
                    .replace("|", "\\|")
                    .strip();
        }
    }
}
