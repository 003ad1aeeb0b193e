package fr.appui.web.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser says it is, as people call it: « Chrome sur Android ». Nothing is decided by it. */
final class Device {

    /** Several names stand in one header: the first that is found is the right one. */
    private static final Map<String, String> BROWSERS = inOrder(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "Firefox",
            "Firefox",
            "FxiOS",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome",
            "Chrome",
            "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = inOrder(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Mac OS X",
            "Mac",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    private Device() {}

    /** @return empty for what says nothing that is known */
    static String of(@Nullable String userAgent) {
        String said = userAgent == null ? "" : userAgent;
        String browser = first(BROWSERS, said);
        String system = first(SYSTEMS, said);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " sur " + system;
    }

    private static String first(Map<String, String> names, String said) {
        return names.entrySet().stream()
                .filter(name -> said.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
