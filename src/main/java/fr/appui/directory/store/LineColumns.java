package fr.appui.directory.store;

import static java.util.stream.Collectors.joining;

import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** @param ringSeconds separated by a space, first rung first */
@Embeddable
record LineColumns(
        @Column(name = "line_number") @Nullable String number,
        @Column(name = "asks_profile") @Nullable Boolean asksProfile,
        @Column(name = "ring_seconds") @Nullable String ringSeconds,
        @Column(name = "daytime_contact") @Nullable String daytimeContact,

        @Column(name = "transfers_to_daytime_contact") @Nullable
        Boolean transfersToDaytimeContact,

        @Column(name = "fallback") @Nullable String fallback) {

    static LineColumns of(SupportLine line) {
        LineSettings settings = line.settings();
        return new LineColumns(
                line.number().e164(),
                settings.asksProfile(),
                settings.ringTimes().stream()
                        .map(ring -> Long.toString(ring.toSeconds()))
                        .collect(joining(" ")),
                settings.daytimeContact().map(PhoneNumber::e164).orElse(null),
                settings.transfersToDaytimeContact(),
                settings.fallback().map(PhoneNumber::e164).orElse(null));
    }

    Optional<SupportLine> toLine(TerritoryCode territory) {
        return Optional.ofNullable(number)
                .map(dialled -> new SupportLine(new PhoneNumber(dialled), territory, settings()));
    }

    private LineSettings settings() {
        String rings = ringSeconds == null ? "" : ringSeconds;
        return new LineSettings(
                Boolean.TRUE.equals(asksProfile),
                Stream.of(rings.split(" ", -1))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .toList(),
                Optional.ofNullable(daytimeContact).map(PhoneNumber::new),
                Boolean.TRUE.equals(transfersToDaytimeContact),
                Optional.ofNullable(fallback).map(PhoneNumber::new));
    }
}
