package fr.appui.indicators.report;

import fr.appui.french.InvalidInput;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The templates that regions loaded. A version keeps its meaning: reports may have been read by it. */
public interface ReportTemplates {

    /** @param source as it was loaded @param layout whether a text document was given for its form */
    record Kept(ReportTemplate template, String source, boolean layout, String by, Instant at) {}

    /** What came of a file. */
    sealed interface Keeping {

        record Done(ReportTemplate template) implements Keeping {}

        /** The version is known with another content. */
        record Changed(String version) implements Keeping {}
    }

    /** Latest year first; of one year, the one that was loaded last. @param region the beginning that its codes share */
    List<Kept> of(String region);

    /** @throws InvalidInput for a file that cannot be read, with its line */
    Keeping keep(String region, String yaml, String by);

    Optional<byte[]> layout(String region, String version);

    /** @return false when there is no such version */
    boolean keepLayout(String region, String version, byte[] docx, String by);

    /** The one that a year's report follows. @param code a territory's or the region's own */
    default Optional<Kept> inForce(String code, int year) {
        return of(regionOf(code)).stream()
                .filter(kept -> kept.template().from() <= year)
                .findFirst();
    }

    /** What a territory's code begins with; a region's own code is itself. */
    static String regionOf(String code) {
        int end = code.indexOf('-');
        return end < 0 ? code : code.substring(0, end);
    }
}
