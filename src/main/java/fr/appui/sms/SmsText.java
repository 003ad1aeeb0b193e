package fr.appui.sms;

import fr.appui.french.WholeCharacters;
import java.text.Normalizer;
import java.util.stream.Collectors;

/** What fits the alphabet of text messages (GSM 03.38): one character beside it makes each part 70 characters long instead of 160. */
public final class SmsText {

    private static final int LONGEST = 300;

    /** Those two in one place, « € » and such, count twice; « ç », « ê » and « ô » are not of them. */
    private static final String ALPHABET =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà€^{}[]~\\|";

    private SmsText() {}

    /** What fits two parts, cut where it is longer. */
    public static String of(String sentence) {
        return WholeCharacters.first(LONGEST, inItsAlphabet(sentence));
    }

    static String inItsAlphabet(String sentence) {
        return bare(sentence.replace('’', '\'')
                .replace("«\u00a0", "\"")
                .replace("\u00a0»", "\"")
                .replace("« ", "\"")
                .replace(" »", "\"")
                .replace('–', '-')
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace("…", "...")
                .replace("œ", "oe")
                .replace("Œ", "OE"));
    }

    /** A letter that the alphabet lacks without its accent; what has none is left, and costs what it costs. */
    private static String bare(String sentence) {
        return Normalizer.normalize(sentence, Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> ALPHABET.contains(letter)
                        ? letter
                        : Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}", ""))
                .collect(Collectors.joining());
    }
}
