package fr.appui.indicators;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every call indicator, in the order of the report and of {@code docs/fr/indicateurs.md}. */
public final class Breakdowns {

    public static final List<Breakdown> EVERY = Stream.concat(
                    LineBreakdowns.EVERY.stream(), OutcomeBreakdowns.EVERY.stream())
            .toList();

    private Breakdowns() {}

    public static Optional<Breakdown> named(String code) {
        return EVERY.stream().filter(breakdown -> breakdown.code().equals(code)).findFirst();
    }
}
