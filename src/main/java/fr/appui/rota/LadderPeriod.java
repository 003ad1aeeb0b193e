package fr.appui.rota;

import java.time.Instant;

/** A part of a window, half-open, in which the same numbers are tried in the same order. */
public record LadderPeriod(Instant start, Instant end, OnDuty.Open onDuty) {}
