package fr.appui.web.reports;

import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenValue;
import fr.appui.indicators.report.Difficulty;
import fr.appui.trace.IdentifyingData;
import fr.appui.web.Problem;
import fr.appui.web.Problem.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An entry of the log as somebody wrote it, from the API or from the page: kept, or refused with every field that is wrong. */
record DifficultyEntry(
        @Nullable String date,
        @Nullable String category,
        @Nullable String text,
        @Nullable String answer) {

    /** @param today a difficulty is met before it is told */
    Difficulty read(TerritoryCode territory, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        Optional<LocalDate> day = day(errors, today);
        Optional<Difficulty.Category> kind = kind(errors);
        required(errors, "text", text, today);
        optional(errors, "answer", answer, today);
        if (!errors.isEmpty()) {
            throw Problem.badRequest(errors);
        }
        return new Difficulty(
                0,
                territory,
                day.orElseThrow(),
                kind.orElseThrow(),
                text == null ? "" : WrittenValue.of(text),
                Optional.ofNullable(answer).map(WrittenValue::of).filter(words -> !words.isEmpty()));
    }

    /** What was done about an entry, told later. */
    static String answer(@Nullable String answer, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        required(errors, "answer", answer, today);
        if (answer == null || !errors.isEmpty()) {
            throw Problem.badRequest(errors);
        }
        return WrittenValue.of(answer);
    }

    private Optional<LocalDate> day(List<FieldError> errors, LocalDate today) {
        try {
            LocalDate day = WrittenDate.read(date == null ? "" : date);
            if (!day.isAfter(today)) {
                return Optional.of(day);
            }
            errors.add(new FieldError("date", "une difficulté se note le jour même ou après ; choisir un jour passé"));
        } catch (InvalidInput invalid) {
            errors.add(new FieldError("date", WrittenDate.REMEDY));
        }
        return Optional.empty();
    }

    private Optional<Difficulty.Category> kind(List<FieldError> errors) {
        Optional<Difficulty.Category> kind = Arrays.stream(Difficulty.Category.values())
                .filter(known -> known.name().equals(category))
                .findFirst();
        if (kind.isEmpty()) {
            errors.add(new FieldError(
                    "category", "choisir une catégorie parmi " + Arrays.toString(Difficulty.Category.values())));
        }
        return kind;
    }

    private static void required(List<FieldError> errors, String field, @Nullable String text, LocalDate today) {
        if (text == null || WrittenValue.isNothing(text) || text.length() > Difficulty.LONGEST_TEXT) {
            errors.add(new FieldError(field, "écrire de 1 à " + Difficulty.LONGEST_TEXT + " caractères"));
        } else {
            identifying(text, today, sentence -> errors.add(new FieldError(field, sentence)));
        }
    }

    private static void optional(List<FieldError> errors, String field, @Nullable String text, LocalDate today) {
        if (text != null && !WrittenValue.isNothing(text)) {
            required(errors, field, text, today);
        }
    }

    private static void identifying(String text, LocalDate today, Consumer<String> told) {
        IdentifyingData.find(text, today).forEach(found -> told.accept(found.sentence()));
    }
}
