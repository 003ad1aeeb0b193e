package fr.appui.web.request;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenTime;
import fr.appui.french.WrittenValue;
import fr.appui.web.Problem;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a form field by field and remembers all that is wrong with it, so that the page can say it at once. */
public final class Faults {

    /** @param field the id of the control, empty where the whole is meant @param message in French, with the remedy */
    public record Fault(String field, String message) {}

    private final List<Fault> all = new ArrayList<>();

    public List<Fault> getAll() {
        return List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public Faults add(String field, String message) {
        all.add(new Fault(field, message));
        return this;
    }

    public static Faults none() {
        return new Faults();
    }

    public static Faults of(String field, String message) {
        return new Faults().add(field, message);
    }

    public String required(String field, String label, String text) {
        String written = WrittenValue.of(text);
        if (written.isEmpty()) {
            add(field, label + " : à renseigner");
        }
        return written;
    }

    /** Empty when it is not given, or not readable: the fault is then remembered. */
    public Optional<LocalDate> date(String field, String label, String text) {
        if (WrittenValue.isNothing(text)) {
            return Optional.empty();
        }
        return reading(field, label, () -> WrittenDate.read(text));
    }

    public Optional<LocalDate> requiredDate(String field, String label, String text) {
        required(field, label, text);
        return date(field, label, text);
    }

    public Optional<LocalTime> time(String field, String label, String text) {
        if (WrittenValue.isNothing(text)) {
            return Optional.empty();
        }
        return reading(field, label, () -> WrittenTime.read(text));
    }

    public int number(String field, String label, String text, int least, int most) {
        try {
            int value = Integer.parseInt(WrittenValue.of(text));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // told below, with the bounds
        }
        add(field, label + " : choisir un nombre entier de " + least + " à " + most);
        return least;
    }

    private <T> Optional<T> reading(String field, String label, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInput unreadable) {
            add(field, label + " : " + unreadable.sentence());
            return Optional.empty();
        }
    }

    /** What the rooms behind refuse to make is a fault of the form. */
    public <T> Optional<T> reading(String field, Supplier<T> making) {
        try {
            return Optional.of(making.get());
        } catch (Problem.Refused refused) {
            add(field, refused.problem().detail());
        } catch (InvalidInput refused) {
            add(field, refused.sentence());
        }
        return Optional.empty();
    }
}
