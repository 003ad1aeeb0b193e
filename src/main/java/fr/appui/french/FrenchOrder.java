package fr.appui.french;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/** The order of a French list. */
public final class FrenchOrder {

    private FrenchOrder() {}

    /** É beside E. */
    public static Comparator<String> alphabetical() {
        Collator french = Collator.getInstance(Locale.FRANCE);
        return french::compare;
    }
}
