package fr.appui.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * A program that writes a parameter which its address does not have, or gives one twice, would get an answer to another
 * question than it asked: it is refused. Pages take what they know and leave the rest.
 */
final class ParameterGate {

    private static final String PROGRAMS = "/api/";

    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method == null
                || resource.getResourceClass().isAnnotationPresent(TakesAnyParameter.class)
                || !("/" + request.getUriInfo().getPath()).replace("//", "/").startsWith(PROGRAMS)) {
            return;
        }
        Map<String, Boolean> expected = known.computeIfAbsent(method, ParameterGate::parametersOf);
        List<Problem.FieldError> errors = new ArrayList<>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!expected.containsKey(name)) {
                errors.add(new Problem.FieldError(name, unknown(expected)));
            } else if (values.size() > 1 && !expected.get(name)) {
                errors.add(new Problem.FieldError(name, "il est donné " + values.size() + " fois ; en donner un"));
            }
        });
        if (!errors.isEmpty()) {
            throw Problem.badRequest(errors);
        }
    }

    private static String unknown(Map<String, Boolean> expected) {
        return expected.isEmpty()
                ? "cette adresse n’a pas de paramètre ; l’enlever"
                : "cette adresse n’a pas ce paramètre ; elle a " + String.join(", ", expected.keySet());
    }

    /** By name; whether it may be given several times. */
    private static Map<String, Boolean> parametersOf(Method method) {
        Map<String, Boolean> names = new TreeMap<>();
        BiFunction<@Nullable String, String, String> or =
                (given, name) -> given == null || given.isEmpty() ? name : given;
        Arrays.stream(method.getParameters()).forEach(parameter -> {
            boolean several = Iterable.class.isAssignableFrom(parameter.getType());
            Stream.of(
                            queryName(parameter.getAnnotation(RestQuery.class)),
                            queryName(parameter.getAnnotation(QueryParam.class)))
                    .filter(given -> given != null)
                    .forEach(given -> names.put(or.apply(given, parameter.getName()), several));
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getFields())
                        .filter(field -> field.isAnnotationPresent(RestQuery.class))
                        .forEach(field -> names.put(
                                or.apply(queryName(field.getAnnotation(RestQuery.class)), field.getName()),
                                Iterable.class.isAssignableFrom(field.getType())));
            }
        });
        return names;
    }

    private static @Nullable String queryName(@Nullable RestQuery annotation) {
        return annotation == null ? null : annotation.value();
    }

    private static @Nullable String queryName(@Nullable QueryParam annotation) {
        return annotation == null ? null : annotation.value();
    }
}
