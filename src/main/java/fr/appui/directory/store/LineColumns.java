package fr.appui.directory.store;

import static java.util.stream.Collectors.joining;

import fr.appui.directory.CallerSettings;
import fr.appui.directory.Dialling;
import fr.appui.directory.Dialling.Whose;
import fr.appui.directory.Escalation;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Relief;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.WaitingSound;
import fr.appui.directory.WhenInCall;
import fr.appui.directory.WhenNoKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** @param ringSeconds separated by a space, first rung first; prefixes of numbers by a space too */
@Embeddable
record LineColumns(
        @Column(name = "line_number") @Nullable String number,
        @Column(name = "asks_profile") @Nullable Boolean asksProfile,
        @Column(name = "ring_seconds") @Nullable String ringSeconds,
        @Column(name = "daytime_contact") @Nullable String daytimeContact,

        @Column(name = "transfers_to_daytime_contact") @Nullable
        Boolean transfersToDaytimeContact,

        @Column(name = "fallback") @Nullable String fallback,

        @Column(name = "second_rung_after") @Nullable Integer secondRungAfter,

        @Column(name = "redials_first") @Nullable Boolean redialsFirst,

        @Column(name = "when_in_call") @Enumerated(EnumType.STRING) @Nullable
        WhenInCall whenInCall,

        @Column(name = "samu") @Nullable String samu,
        @Column(name = "longest_search") @Nullable Integer longestSearch,

        @Column(name = "when_no_key") @Enumerated(EnumType.STRING) @Nullable
        WhenNoKey whenNoKey,

        @Column(name = "waiting_sound") @Enumerated(EnumType.STRING) @Nullable
        WaitingSound waitingSound,

        @Column(name = "dial_physicians") @Nullable String dialPhysicians,
        @Column(name = "dial_lines") @Nullable String dialLines,
        @Column(name = "dial_callers") @Nullable String dialCallers) {

    static LineColumns of(SupportLine line) {
        LineSettings settings = line.settings();
        Escalation escalation = settings.escalation();
        return new LineColumns(
                line.number().e164(),
                settings.asksProfile(),
                settings.ringTimes().stream()
                        .map(ring -> Long.toString(ring.toSeconds()))
                        .collect(joining(" ")),
                settings.daytimeContact().map(PhoneNumber::e164).orElse(null),
                settings.transfersToDaytimeContact(),
                settings.fallback().map(PhoneNumber::e164).orElse(null),
                escalation
                        .secondRungAfter()
                        .map(delay -> (int) delay.toSeconds())
                        .orElse(null),
                escalation.redialsFirst(),
                escalation.whenInCall(),
                escalation.samu().map(PhoneNumber::e164).orElse(null),
                (int) escalation.longestSearch().toSeconds(),
                settings.caller().whenNoKey(),
                settings.caller().waitingSound(),
                prefixes(settings, Whose.PHYSICIAN),
                prefixes(settings, Whose.LINE),
                prefixes(settings, Whose.CALLER));
    }

    Optional<SupportLine> toLine(TerritoryCode territory, List<Relief> reliefs) {
        return Optional.ofNullable(number)
                .map(dialled -> new SupportLine(new PhoneNumber(dialled), territory, settings(reliefs)));
    }

    private LineSettings settings(List<Relief> reliefs) {
        String rings = ringSeconds == null ? "" : ringSeconds;
        return new LineSettings(
                Boolean.TRUE.equals(asksProfile),
                Stream.of(rings.split(" ", -1))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .toList(),
                Optional.ofNullable(daytimeContact).map(PhoneNumber::new),
                Boolean.TRUE.equals(transfersToDaytimeContact),
                Optional.ofNullable(fallback).map(PhoneNumber::new),
                escalation(reliefs),
                new CallerSettings(
                        whenNoKey == null ? CallerSettings.DEFAULTS.whenNoKey() : whenNoKey,
                        waitingSound == null ? CallerSettings.DEFAULTS.waitingSound() : waitingSound),
                dialling());
    }

    private static @Nullable String prefixes(LineSettings settings, Whose whose) {
        List<String> own = settings.dialling().prefixes().get(whose);
        return own == null ? null : String.join(" ", own);
    }

    private Dialling dialling() {
        Map<Whose, List<String>> own = new EnumMap<>(Whose.class);
        put(own, Whose.PHYSICIAN, dialPhysicians);
        put(own, Whose.LINE, dialLines);
        put(own, Whose.CALLER, dialCallers);
        return new Dialling(own);
    }

    private static void put(Map<Whose, List<String>> prefixes, Whose whose, @Nullable String written) {
        if (written != null && !written.isBlank()) {
            prefixes.put(whose, List.of(written.split(" ")));
        }
    }

    /** Rows of before these settings hold none of them. */
    private Escalation escalation(List<Relief> reliefs) {
        return new Escalation(
                Optional.ofNullable(secondRungAfter).map(seconds -> Duration.ofSeconds(seconds)),
                Boolean.TRUE.equals(redialsFirst),
                whenInCall == null ? Escalation.DEFAULTS.whenInCall() : whenInCall,
                reliefs,
                Optional.ofNullable(samu).map(PhoneNumber::new),
                longestSearch == null ? Escalation.DEFAULT_SEARCH : Duration.ofSeconds(longestSearch));
    }
}
