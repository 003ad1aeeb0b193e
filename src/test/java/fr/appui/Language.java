package fr.appui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** In which language a text is written, by the small words that no text of it can do without. */
enum Language {
    FRENCH(
            "le la les des du un une et est dans pour que qui ne pas sur par avec au aux ce cette ces son sa ses leur il elle"
                    + " ou sans être sont à en se plus tout comme si"),
    ENGLISH(
            "the of and is in to that it for with as by an are not from which what be at this its has have was who when where"
                    + " so than without but if each");

    private static final int FEW_WORDS = 6;
    private static final Pattern NO_PROSE =
            Pattern.compile("(?s)```.*?```|`[^`]*`|<!--.*?-->|\\]\\([^)]*\\)|«[^»]*»|“[^”]*”");
    private static final Pattern BLOCK = Pattern.compile("\\n\\s*\\n|\\n(?=[-|#*]|\\d+\\.)");
    private static final Pattern WORD = Pattern.compile("[^\\p{L}]+");

    private final Set<String> smallWords;

    Language(String words) {
        smallWords = Set.of(words.split(" "));
    }

    Language other() {
        return this == FRENCH ? ENGLISH : FRENCH;
    }

    /** The paragraphs, items and rows of a page that are more of the other language; what is quoted or code is of none. */
    List<String> foreignIn(String page) {
        return Arrays.stream(BLOCK.split(NO_PROSE.matcher(page).replaceAll(" ")))
                .filter(block -> words(block).size() >= FEW_WORDS)
                .filter(block -> other().countIn(block) > countIn(block))
                .map(String::strip)
                .toList();
    }

    private long countIn(String text) {
        return words(text).stream().filter(smallWords::contains).count();
    }

    private static List<String> words(String text) {
        return Arrays.stream(WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
