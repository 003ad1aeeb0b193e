package fr.appui.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which fields a change touched, for the audit log: their names, never their values. */
public final class ChangedFields {

    private ChangedFields() {}

    public static List<String> between(Physician before, Physician after) {
        List<String> changed = new ArrayList<>(new Comparison<>(before, after)
                .field("nom", Physician::name)
                .field("RPPS", Physician::rpps)
                .field("adresse de courriel", Physician::mail)
                .field("numéros", Physician::numbers)
                .changed());
        List<Career.Told> known = before.career().told();
        after.career().told().stream()
                .filter(told -> !known.contains(told))
                .map(Career.Told::kind)
                .forEach(changed::add);
        return List.copyOf(changed);
    }

    public static List<String> between(Establishment before, Establishment after) {
        return differing(before.told(), after.told());
    }

    public static List<String> between(Territory before, Territory after) {
        return new Comparison<>(before, after)
                .field("nom", Territory::name)
                .field("zones de proximité", Territory::proximityZones)
                .field("fuseau horaire", Territory::timeZone)
                .field("jours fériés", Territory::holidayZone)
                .field("établissement porteur", Territory::host)
                .field("adresse de courriel", territory -> territory.contact().mail())
                .field(
                        "numéro de la coordination",
                        territory -> territory.contact().coordination())
                .field("règles propres au territoire", Territory::rules)
                .field("numéro de la ligne", territory -> territory.line().map(SupportLine::number))
                .field("réglages de la ligne", territory -> territory.line().map(SupportLine::settings))
                .changed();
    }

    public static List<String> between(Agreement before, Agreement after) {
        return differing(before.told(), after.told());
    }

    private static List<String> differing(
            List<Map.Entry<String, Object>> before, List<Map.Entry<String, Object>> after) {
        return after.stream()
                .filter(told -> !before.contains(told))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static final class Comparison<T> {

        private final T before;
        private final T after;
        private final List<String> changed = new ArrayList<>();

        Comparison(T before, T after) {
            this.before = before;
            this.after = after;
        }

        Comparison<T> field(String label, Function<T, ?> value) {
            if (!value.apply(before).equals(value.apply(after))) {
                changed.add(label);
            }
            return this;
        }

        List<String> changed() {
            return List.copyOf(changed);
        }
    }
}
