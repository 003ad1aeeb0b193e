package fr.appui.pages;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a page says to whoever looks or listens, and how French is not written. */
final class Spoken {

    /** Text that is seen, and what a screen reader says besides; what is typed or meant for programs is neither. */
    private static final String TEXTS = """
            seen => {
              const said = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const inside = walker.currentNode.parentElement;
                if (!inside.closest('script, style, code, pre, kbd, textarea, noscript')) said.push(walker.currentNode.data);
              }
              if (seen) return said.filter(text => text.trim());
              for (const node of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
                for (const name of ['aria-label', 'title', 'placeholder']) said.push(node.getAttribute(name) ?? '');
              }
              return said.filter(text => text.trim());
            }""";

    private static final Map<String, Pattern> WRONG = Map.of(
            "a straight apostrophe", Pattern.compile("\\p{L}'\\p{L}"),
            "a date as a program writes it", Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b"),
            "an hour as a program writes it", Pattern.compile("T\\d{2}:\\d{2}|\\bPT\\d"),
            "the first of a month without its ending",
                    Pattern.compile("\\b1[ \u00a0](janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
                            + "|novembre|décembre|janv|févr|juil|sept|oct|nov|déc)\\b"),
            "nothing between guillemets", Pattern.compile("«[\\s\u00a0\u202f]*»"),
            "a quarter as a program writes it", Pattern.compile("\\b\\d{4}-Q[1-4]\\b"));

    /** Of what is set in lines. */
    private static final Map<String, Pattern> WRONG_IN_LINES = Map.of(
            "a sign that may begin a line", Pattern.compile("(?<=\\S) [:;?!%€»](?!\\S)|« "),
            "another space than the sign asks for", Pattern.compile("\u202f[:»]|\u00a0[;?!%€]"));

    private Spoken() {}

    static List<String> wrongIn(Page page) {
        return Stream.concat(
                        wrong(WRONG, page.evaluate(TEXTS, false)), wrong(WRONG_IN_LINES, page.evaluate(TEXTS, true)))
                .distinct()
                .toList();
    }

    private static Stream<String> wrong(Map<String, Pattern> kinds, Object texts) {
        return ((List<?>) texts)
                .stream()
                        .map(Object::toString)
                        .flatMap(text -> kinds.entrySet().stream()
                                .filter(kind -> kind.getValue().matcher(text).find())
                                .map(Entry::getKey)
                                .map(kind -> kind + ": " + text.strip()));
    }
}
