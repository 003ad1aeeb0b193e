package fr.appui.indicators.sample;

import static fr.appui.indicators.sample.Weighted.odds;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.sample.SampleCall.Logged;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One territory's year of calls, the same for the same seed: 53 to 68 % of them at week-ends and holidays (Cardiff, Supportive
 * Care UK), peaks towards noon and in the early evening, ten minutes in the median.
 */
public final class SampleYear {

    private static final int OUT_OF_HOURS_IN_100 = 3;
    private static final int FAMILIES_IN_100 = 4;
    private static final int EMERGENCY_TRUNK_IN_100 = 11;
    private static final int GIVES_UP_IN_100 = 2;
    private static final List<Weighted<Profile>> MENU = List.of(
            odds(Profile.PHYSICIAN, 44),
            odds(Profile.NURSE, 42),
            odds(Profile.EMERGENCY_SERVICES, 6),
            odds(Profile.UNKNOWN, 4));

    private final Setting setting;
    private final Chance chance;
    private final SampleOutcomes outcomes;
    private final List<DutyWindow> working;
    private final List<DutyWindow> nonWorking;
    private final int weekEndIn100;

    /**
     * @param dialled the line's number as the switch receives it
     * @param windows of the year, in order
     */
    public record Setting(
            TerritoryCode territory, String dialled, ZoneId zone, List<DutyWindow> windows, Roster roster) {}

    public SampleYear(Setting setting, long seed) {
        this.setting = setting;
        this.chance = new Chance(seed);
        this.outcomes = new SampleOutcomes(chance);
        this.working = windows(DayKind.WORKING);
        this.nonWorking = windows(DayKind.NON_WORKING);
        this.weekEndIn100 = chance.between(53, 68);
    }

    /** @param calls how many; they come in no particular order, as independent callers do */
    public void play(int calls, Consumer<SampleCall> to) {
        String prefix = "sample-" + setting.territory().value().toLowerCase(Locale.ROOT) + "-"
                + setting.windows().getFirst().date().getYear() + "-";
        for (int i = 1; i <= calls; i++) {
            to.accept(call(new CallId(prefix + i)));
        }
    }

    private SampleCall call(CallId id) {
        DutyWindow window = chance.in100(weekEndIn100) ? chance.oneOf(nonWorking) : chance.oneOf(working);
        boolean early = chance.in100(OUT_OF_HOURS_IN_100);
        Instant at = early ? duringAWorkingDay() : within(window);
        SampleCallStory story = new SampleCallStory(id, at, chance);
        Origin origin =
                chance.in100(EMERGENCY_TRUNK_IN_100) ? (chance.in100(75) ? Origin.SAMU : Origin.SAS) : Origin.PUBLIC;
        story.received(setting.dialled(), setting.territory(), origin);
        if (early) {
            story.findsClosed(Optional.of(window.start()).filter(next -> next.isAfter(at)));
            story.ends(Ending.OUT_OF_HOURS);
            return new SampleCall(id, story.events(), Optional.empty());
        }
        return new SampleCall(id, story.events(), answered(story, window, origin));
    }

    private Optional<Logged> answered(SampleCallStory story, DutyWindow window, Origin origin) {
        Profile profile = Profile.EMERGENCY_SERVICES;
        if (origin == Origin.PUBLIC) {
            profile = chance.in100(FAMILIES_IN_100) ? Profile.PATIENT_OR_FAMILY : chance.weighted(MENU);
            story.choosesProfile(profile);
        }
        if (profile == Profile.PATIENT_OR_FAMILY) {
            story.ends(Ending.TURNED_AWAY);
            return Optional.empty();
        }
        story.opensLadder(window.date());
        if (chance.in100(GIVES_UP_IN_100)) {
            story.ends(Ending.ABANDONED);
            return Optional.empty();
        }
        boolean reached = story.rings(1, setting.roster().on(window.date(), 1), 84)
                || story.rings(2, setting.roster().on(window.date(), 2), 88);
        if (!reached) {
            story.reachesNobody();
            story.ends(Ending.PUT_THROUGH_TO_FALLBACK);
            return Optional.empty();
        }
        Duration talk = story.talks();
        story.ends(Ending.ANSWERED);
        return outcomes.logged(profile, origin, talk);
    }

    /** Towards noon and in the early evening more than at other hours. */
    private Instant within(DutyWindow window) {
        long minutes = Duration.between(window.start(), window.end()).toMinutes();
        Instant at = window.start();
        for (int draw = 0; draw < 4; draw++) {
            at = window.start().plusSeconds(chance.between(0, (int) minutes * 60 - 1));
            int hour = at.atZone(setting.zone()).getHour();
            boolean busy = (hour >= 11 && hour <= 12) || (hour >= 17 && hour <= 20);
            if (busy || (hour >= 9 && hour <= 21 && chance.in100(45))) {
                return at;
            }
        }
        return at;
    }

    private Instant duringAWorkingDay() {
        return chance.oneOf(working)
                .date()
                .atTime(LocalTime.of(chance.between(9, 17), chance.between(0, 59)))
                .atZone(setting.zone())
                .toInstant();
    }

    private List<DutyWindow> windows(DayKind kind) {
        return setting.windows().stream()
                .filter(window -> window.kind() == kind)
                .toList();
    }
}
