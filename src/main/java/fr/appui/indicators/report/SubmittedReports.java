package fr.appui.indicators.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports as they were submitted: one a year for each territory or region, never changed. */
public interface SubmittedReports {

    /** @param json the document without its submission; @return false when one was submitted already */
    boolean keep(String code, int year, String json, AnnualReport.Submission submission);

    Optional<AnnualReport> find(String code, int year);

    /** The codes whose report of the year was submitted. */
    Set<String> submitted(int year);

    /** The document that was digested, byte for byte. */
    Optional<String> document(String code, int year);

    /** @param code of a territory or a region */
    record Kept(String code, int year, AnnualReport.Submission submission) {}

    /** Every one of this code, latest year first. */
    List<Kept> of(String code);
}
