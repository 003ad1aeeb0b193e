package fr.appui.web.page;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/**
 * Where one is in a long list.
 *
 * @param page first is 0
 */
public record Pager(int page, int size, long total) {

    public static final int SIZE = 50;
    private static final int FURTHEST = 100_000;

    /** @param asked as it came in the address */
    public static Pager of(int asked, long total) {
        return new Pager(Math.clamp(asked, 0, (int) Math.max(0, (total - 1) / SIZE)), SIZE, total);
    }

    /** What a page of a list shows, and which one that is. */
    public record Read<F>(F found, Pager pager) {}

    /**
     * Reads the page that is asked for; the last one where that is beyond it, so that no list is shown empty that has something.
     *
     * @param asked as it came in the address
     */
    public static <F> Read<F> read(int asked, IntFunction<F> reading, ToLongFunction<F> total) {
        int wanted = Math.clamp(asked, 0, FURTHEST);
        F found = reading.apply(wanted);
        Pager pager = of(wanted, total.applyAsLong(found));
        return new Read<>(pager.page() == wanted ? found : reading.apply(pager.page()), pager);
    }

    /** What this page shows of a list that is at hand as a whole. */
    public <T> List<T> of(List<T> all) {
        return all.stream().skip((long) page * size).limit(size).toList();
    }

    public boolean isNeeded() {
        return total > size;
    }

    public Optional<Integer> getNext() {
        return (page + 1L) * size < total ? Optional.of(page + 1) : Optional.empty();
    }

    public Optional<Integer> getPrevious() {
        return page > 0 ? Optional.of(page - 1) : Optional.empty();
    }

    public long getFirst() {
        return Math.min(total, (long) page * size + 1);
    }

    public long getLast() {
        return Math.min(total, (page + 1L) * size);
    }
}
