package fr.appui.indicators.kit;

import java.time.Instant;
import java.util.Optional;

/** The terms of each agreement and the file that was signed, by the agreement's number. */
public interface AgreementPapers {

    /** @param sha256 in hexadecimal */
    record Signed(byte[] pdf, String sha256, String by, Instant at) {}

    /** {@link AgreementTerms#USUAL} where nothing was written. */
    AgreementTerms terms(long agreement);

    /** @return false when they were changed since the version that {@code terms} was made from; nothing is kept then */
    boolean keep(long agreement, AgreementTerms terms);

    Optional<Signed> signed(long agreement);

    /** The file that counts from now on. */
    void sign(long agreement, Signed file);
}
