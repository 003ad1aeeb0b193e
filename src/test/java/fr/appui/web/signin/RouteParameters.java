package fr.appui.web.signin;

import fr.appui.web.page.FilledIn;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What a route can be told: in its address, its query, a form, a body or a file; read from the classes. */
final class RouteParameters {

    private static final Pattern IN_PATH = Pattern.compile("\\{([a-z]\\w*)");

    /** As a field that is sent for each row. */
    private static final Type TEXTS = texts();

    private RouteParameters() {}

    enum Place {
        PATH,
        QUERY,
        FORM,
        BODY,
        FILE
    }

    /** @param owner the record of a body's field; empty elsewhere */
    record Told(Place place, String owner, String name, Type type) {

        /** How a table of meanings finds it. */
        String key(RouteTable.Route route) {
            return route.path() + "#" + place + "." + (owner.isEmpty() ? "" : owner + ".") + name;
        }

        boolean isList() {
            return isListOf(type).isPresent();
        }
    }

    static List<Told> of(RouteTable.Route route) {
        List<Told> all = new ArrayList<>();
        Matcher inPath = IN_PATH.matcher(route.path());
        while (inPath.find()) {
            all.add(new Told(Place.PATH, "", inPath.group(1), String.class));
        }
        for (Parameter parameter : route.handler().getParameters()) {
            if (parameter.getType().equals(FilledIn.class)) {
                all.add(new Told(Place.FORM, "", "version", String.class));
                filledIn(typeOf(parameter.getParameterizedType()), false, all);
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getFields()) {
                    told(field, field.getName(), field.getGenericType()).ifPresent(all::add);
                }
            } else {
                told(parameter, parameter.getName(), parameter.getParameterizedType())
                        .ifPresent(all::add);
            }
        }
        body(route).ifPresent(type -> walk(type, all));
        return all;
    }

    /** The type of the JSON that is sent, of a CSV file ({@code byte[]}) or of a text. */
    static Optional<Type> body(RouteTable.Route route) {
        return Arrays.stream(route.handler().getParameters())
                .filter(parameter -> List.of(
                                RestPath.class,
                                PathParam.class,
                                RestQuery.class,
                                QueryParam.class,
                                RestForm.class,
                                FormParam.class,
                                BeanParam.class,
                                HeaderParam.class,
                                Context.class)
                        .stream()
                        .noneMatch(parameter::isAnnotationPresent))
                .filter(parameter -> !parameter.getType().getName().startsWith("io.vertx."))
                .filter(parameter -> !parameter.getType().equals(FilledIn.class))
                .map(Parameter::getParameterizedType)
                .findFirst();
    }

    static Optional<Type> isListOf(Type type) {
        return type instanceof ParameterizedType list && List.class.equals(list.getRawType())
                ? Optional.of(list.getActualTypeArguments()[0])
                : Optional.empty();
    }

    private static Optional<Told> told(AnnotatedElement element, String name, Type type) {
        RestQuery query = element.getAnnotation(RestQuery.class);
        QueryParam queried = element.getAnnotation(QueryParam.class);
        RestForm form = element.getAnnotation(RestForm.class);
        if (query != null) {
            return Optional.of(new Told(Place.QUERY, "", or(query.value(), name), type));
        }
        if (queried != null) {
            return Optional.of(new Told(Place.QUERY, "", queried.value(), type));
        }
        if (form != null) {
            return Optional.of(new Told(
                    type.equals(FileUpload.class) ? Place.FILE : Place.FORM, "", or(form.value(), name), type));
        }
        return Optional.empty();
    }

    /** @param inRows whether each component is sent once for each row */
    private static void filledIn(Class<?> entry, boolean inRows, List<Told> all) {
        for (RecordComponent component : entry.getRecordComponents()) {
            Optional<Type> each = isListOf(component.getGenericType());
            if (each.orElse(component.getType()) instanceof Class<?> nested && nested.isRecord()) {
                filledIn(nested, inRows || each.isPresent(), all);
            } else {
                all.add(new Told(
                        Place.FORM, "", FilledIn.sentAs(component), inRows ? TEXTS : component.getGenericType()));
            }
        }
    }

    private static Class<?> typeOf(Type filledIn) {
        return (Class<?>) ((ParameterizedType) filledIn).getActualTypeArguments()[0];
    }

    private static void walk(Type type, List<Told> all) {
        Optional<Type> each = isListOf(type);
        if (each.isPresent()) {
            walk(each.get(), all);
        } else if (type instanceof Class<?> known && known.isRecord()) {
            for (RecordComponent component : known.getRecordComponents()) {
                Type inside = isListOf(component.getGenericType()).orElse(component.getGenericType());
                if (inside instanceof Class<?> nested && nested.isRecord()) {
                    walk(nested, all);
                } else {
                    all.add(new Told(
                            Place.BODY, known.getSimpleName(), component.getName(), component.getGenericType()));
                }
            }
        } else {
            all.add(new Told(type.equals(byte[].class) ? Place.FILE : Place.BODY, "", type.getTypeName(), type));
        }
    }

    private static Type texts() {
        record Rows(List<String> texts) {}
        return Rows.class.getRecordComponents()[0].getGenericType();
    }

    private static String or(String given, String name) {
        return given.isEmpty() ? name : given;
    }
}
