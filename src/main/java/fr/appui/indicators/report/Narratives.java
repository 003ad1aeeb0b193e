package fr.appui.indicators.report;

/** What was written of each year, by a territory's or a region's code. */
public interface Narratives {

    /** {@link Narrative#NONE} when nothing was written. */
    Narrative of(String code, int year);

    /** @return false when it was changed since the version that {@code narrative} was made from; nothing is kept then */
    boolean keep(String code, int year, Narrative narrative);
}
