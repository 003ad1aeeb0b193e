package fr.appui.web.page;

import java.util.Optional;

/**
 * Where one is in a long list.
 *
 * @param page first is 0
 */
public record Pager(int page, int size, long total) {

    public static final int SIZE = 50;

    /** @param asked as it came in the address */
    public static Pager of(int asked, long total) {
        return new Pager(Math.clamp(asked, 0, (int) Math.max(0, (total - 1) / SIZE)), SIZE, total);
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
