package fr.appui.planning.feed;

import java.util.List;

/** What a file says, and every problem found in it. Values are whole only where there is no problem. */
public record Imported<T>(List<T> values, List<LineProblem> problems) {

    public Imported {
        values = List.copyOf(values);
        problems = List.copyOf(problems);
    }

    public boolean isSound() {
        return problems.isEmpty();
    }
}
