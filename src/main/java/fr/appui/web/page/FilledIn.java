package fr.appui.web.page;

import fr.appui.french.WrittenValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A record of texts, as a form fills it in: each component by its name or as {@link Sent} says, a record in it likewise, a list of
 * records row by row, without the rows that were left blank. What the texts mean, the record itself reads, wherever they come from.
 *
 * @param version that the form was drawn from; one that never was where it says none
 */
public record FilledIn<R extends Record>(R entry, int version) {

    static final int MOST_ROWS = 60;

    static <R extends Record> FilledIn<R> read(Class<R> type, Map<String, List<String>> form) {
        String version = cell(form.getOrDefault("version", List.of()), 0);
        return new FilledIn<>(entry(type, form), version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1);
    }

    /** The same with one blank row more in each of its lists and of those of records in it, to write the next fact in. */
    public static <R extends Record> R withRoom(R record) {
        return make(type(record), component -> {
            Object value = value(component, record);
            if (value instanceof Record within) {
                return withRoom(within);
            }
            if (!isRows(component)) {
                return value;
            }
            var rows = new ArrayList<Object>((List<?>) value);
            Sent sent = component.getAnnotation(Sent.class);
            if (sent == null || rows.size() < sent.rows()) {
                rows.add(blank(rowType(component)));
            }
            return rows;
        });
    }

    private static <R extends Record> R entry(Class<R> type, Map<String, List<String>> form) {
        return make(type, component -> {
            if (isRows(component)) {
                return rows(rowType(component), form);
            }
            List<String> sent = sent(form, component);
            if (component.getType() == List.class) {
                return sent;
            }
            if (component.getType() == boolean.class) {
                return cell(sent, 0).equals("true");
            }
            return component.getType().isRecord()
                    ? entry(component.getType().asSubclass(Record.class), form)
                    : cell(sent, 0);
        });
    }

    private static <R extends Record> List<R> rows(Class<R> type, Map<String, List<String>> form) {
        R blank = blank(type);
        int written = sent(form, type.getRecordComponents()[0]).size();
        return IntStream.range(0, Math.min(written, MOST_ROWS))
                .mapToObj(at -> row(type, form, at))
                .filter(row -> !row.equals(blank))
                .toList();
    }

    private static <R extends Record> R row(Class<R> type, Map<String, List<String>> form, int at) {
        return make(type, component -> {
            List<String> sent = sent(form, component);
            if (component.getType() == boolean.class) {
                return sent.contains(Integer.toString(at));
            }
            if (component.getType() != List.class) {
                return cell(sent, at);
            }
            Sent how = component.getAnnotation(Sent.class);
            return how != null && how.inOneField() ? parts(cell(sent, at)) : ticked(sent, at);
        });
    }

    private static <R extends Record> R blank(Class<R> type) {
        return make(type, component -> {
            if (component.getType() == boolean.class) {
                return false;
            }
            return component.getType() == List.class ? List.of() : "";
        });
    }

    private static List<String> parts(String written) {
        return Stream.of(written.split(",", -1))
                .map(WrittenValue::of)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A box that is not ticked sends nothing, so places cannot tell: its value says the row. */
    private static List<String> ticked(List<String> sent, int row) {
        String mark = row + "-";
        return sent.stream()
                .filter(chosen -> chosen.startsWith(mark))
                .map(chosen -> chosen.substring(mark.length()))
                .toList();
    }

    private static String cell(List<String> column, int at) {
        return at < column.size() ? WrittenValue.of(column.get(at)) : "";
    }

    private static List<String> sent(Map<String, List<String>> form, RecordComponent component) {
        return form.getOrDefault(sentAs(component), List.of());
    }

    /** The name of its field in the form. */
    public static String sentAs(RecordComponent component) {
        Sent sent = component.getAnnotation(Sent.class);
        return sent == null || sent.as().isEmpty() ? component.getName() : sent.as();
    }

    private static boolean isRows(RecordComponent component) {
        return component.getType() == List.class && rowClass(component).isRecord();
    }

    private static Class<? extends Record> rowType(RecordComponent component) {
        return rowClass(component).asSubclass(Record.class);
    }

    private static Class<?> rowClass(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    @SuppressWarnings("unchecked") // a record's class is its own
    private static <R extends Record> Class<R> type(R record) {
        return (Class<R>) record.getClass();
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private static <R extends Record> R make(Class<R> type, Function<RecordComponent, Object> value) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components).map(value).toArray());
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException(
                    type + " refuses a text: what it means is read afterwards", refused.getCause());
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
