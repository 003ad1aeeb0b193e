package fr.appui.telephony;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.dispatch.Announcement;
import fr.appui.dispatch.Announcement.Digits;
import fr.appui.dispatch.Announcement.Recorded;
import fr.appui.dispatch.Announcement.TerritoryName;
import fr.appui.dispatch.Announcement.TimeOfDay;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Announcements as recordings of {@code asterisk-config/sounds/fr}, in the order in which they are played. */
record Recordings(Map<String, String> territoryNames) {

    String of(List<Announcement> say) {
        return say.stream().flatMap(this::of).map(Wire::escape).collect(Collectors.joining(Wire.RECORDINGS));
    }

    private Stream<String> of(Announcement announcement) {
        return switch (announcement) {
            case Recorded recorded -> Stream.of(recorded.name());
            case Digits digits -> digits(digits.number());
            case TimeOfDay time -> time(time.time());
            case TerritoryName name -> territory(name.territory());
        };
    }

    Stream<String> territory(TerritoryCode code) {
        String name = territoryNames.get(code.value());
        return Stream.ofNullable(name);
    }

    /** In pairs, « zéro trois, cinquante-trois »; one of an odd length digit by digit. */
    private static Stream<String> digits(PhoneNumber number) {
        String digits = number.national().replaceAll("\\D", "");
        int stride = digits.length() % 2 == 0 ? 2 : 1;
        return IntStream.iterate(0, start -> start < digits.length(), start -> start + stride)
                .mapToObj(start -> digits.substring(start, start + stride))
                .flatMap(Recordings::pair);
    }

    private static Stream<String> pair(String digits) {
        return digits.length() == 2 && !digits.startsWith("0")
                ? Stream.of("nombre-" + digits)
                : digits.chars().mapToObj(digit -> "chiffre-" + (char) digit);
    }

    /** Minutes that no recording of ours says are read by the digits that come with Asterisk. */
    private static Stream<String> time(LocalTime time) {
        Stream<String> hour = Stream.of("heure-%02d".formatted(time.getHour()));
        int minute = time.getMinute();
        if (minute == 0) {
            return hour;
        }
        return Stream.concat(hour, Stream.of(minute % 5 == 0 ? "minute-%02d".formatted(minute) : "digits/" + minute));
    }
}
