package fr.appui.web.directory;

import fr.appui.directory.DateSpan;
import fr.appui.directory.Finess;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Written;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenTime;
import fr.appui.french.WrittenValue;
import fr.appui.web.Problem.FieldError;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what was written, and remembers everything that could not be read with its field: one look shows all of it. */
final class Reading {

    private final List<FieldError> errors = new ArrayList<>();

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    boolean isSound() {
        return errors.isEmpty();
    }

    void refuse(String field, String message) {
        if (errors.stream().noneMatch(error -> error.field().equals(field))) {
            errors.add(new FieldError(field, message));
        }
    }

    void refuse(Written.Refused refused) {
        refuse(refused.field(), refused.why());
    }

    /** @return empty when it could not be read, which is then among the errors */
    <T> Optional<T> value(String field, String text, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(WrittenValue.of(text)));
        } catch (InvalidInput unreadable) {
            refuse(field, unreadable.sentence());
            return Optional.empty();
        }
    }

    /** Blank is no error. */
    <T> Optional<T> ifGiven(String field, String text, Function<String, T> reading) {
        return WrittenValue.isNothing(text) ? Optional.empty() : value(field, text, reading);
    }

    /** The value that everything read before makes up; the whole is to blame for what it refuses. */
    <T> Optional<T> whole(String field, Supplier<T> made) {
        return isSound() ? value(field, "", nothing -> made.get()) : Optional.empty();
    }

    Optional<LocalDate> date(String field, String text) {
        return value(field, text, Reading::toDate);
    }

    Optional<LocalDate> dateIfGiven(String field, String text) {
        return ifGiven(field, text, Reading::toDate);
    }

    Optional<DateSpan> span(String field, String from, String to) {
        Optional<LocalDate> first = date(field + ".from", from);
        Optional<LocalDate> last = dateIfGiven(field + ".to", to);
        return first.flatMap(start -> value(field + ".to", "", nothing -> new DateSpan(start, last)));
    }

    Optional<LocalTime> time(String field, String text) {
        return value(field, text, Reading::toTime);
    }

    Optional<PhoneNumber> phone(String field, String text) {
        return value(field, text, PhoneNumber::parse);
    }

    Optional<Finess> finess(String field, String text) {
        return value(field, text.replace(" ", ""), Finess::new);
    }

    <E extends Enum<E>> Optional<E> choice(String field, String text, Class<E> type, String label) {
        Optional<E> chosen = Stream.of(type.getEnumConstants())
                .filter(value -> value.name().equals(WrittenValue.of(text)))
                .findFirst();
        if (chosen.isEmpty()) {
            String known = String.join(
                    ", ", Stream.of(type.getEnumConstants()).map(Enum::name).toList());
            refuse(field, label + " : " + WrittenValue.refused(text, "n’est pas prévu", "choisir parmi " + known));
        }
        return chosen;
    }

    private static LocalDate toDate(String text) {
        try {
            return WrittenDate.read(text);
        } catch (InvalidInput unreadable) {
            throw new InvalidInput("date : " + unreadable.sentence(), unreadable);
        }
    }

    private static LocalTime toTime(String text) {
        try {
            return WrittenTime.read(text);
        } catch (InvalidInput unreadable) {
            throw new InvalidInput("heure : " + unreadable.sentence(), unreadable);
        }
    }
}
