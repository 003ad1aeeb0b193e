package fr.appui.indicators.sample;

/** One alternative of a draw. Weights need not add up to anything. */
record Weighted<T>(T value, double weight) {

    static <T> Weighted<T> odds(T value, double weight) {
        return new Weighted<>(value, weight);
    }
}
