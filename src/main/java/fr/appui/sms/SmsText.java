package fr.appui.sms;

import fr.appui.french.WholeCharacters;

/** What fits the alphabet of text messages (GSM 03.38): one character beside it makes each part 70 characters long instead of 160. */
public final class SmsText {

    private static final int LONGEST = 300;

    private SmsText() {}

    /** What fits two parts, cut where it is longer. */
    public static String of(String sentence) {
        return WholeCharacters.first(LONGEST, inItsAlphabet(sentence));
    }

    static String inItsAlphabet(String sentence) {
        return sentence.replace('’', '\'')
                .replace("«\u00a0", "\"")
                .replace("\u00a0»", "\"")
                .replace("« ", "\"")
                .replace(" »", "\"")
                .replace('–', '-')
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace("…", "...")
                .replace("œ", "oe");
    }
}
