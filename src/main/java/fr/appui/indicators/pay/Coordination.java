package fr.appui.indicators.pay;

import java.math.BigDecimal;

/** The coordination time that the subsidy also pays (doc 001 §5). @param fullTimeEquivalent 0.2 by default */
public record Coordination(BigDecimal fullTimeEquivalent, Money yearlyAmount) {

    public static final Coordination OF_THE_CAHIER_DES_CHARGES =
            new Coordination(new BigDecimal("0.2"), Money.euros(10_000));
}
