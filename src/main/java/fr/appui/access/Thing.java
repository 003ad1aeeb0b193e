package fr.appui.access;

import fr.appui.directory.Finess;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.util.Optional;

/** What an act is done to, by what decides who may. */
public sealed interface Thing {

    /** What no territory owns: accounts, tokens, the audit log, the lists that all share. */
    record Installation() implements Thing {}

    /** A territory with all that is its own: line, rota, agreements, report, log; or a region, by the beginning of its codes. */
    record Place(TerritoryCode code) implements Thing {}

    /** A physician as a person: sheet, wishes, calendar. */
    record PhysicianFile(PhysicianId physician) implements Thing {}

    /** All that is kept of a physician, of whatever territory. */
    record PersonalData(PhysicianId physician) implements Thing {}

    /** What a physician holds, offers or declares in one territory. */
    record PhysicianAt(PhysicianId physician, TerritoryCode territory) implements Thing {}

    /** A physician whom an act of a territory names: to hold a duty, to be asked for a swap. */
    record Colleague(PhysicianId physician, TerritoryCode territory) implements Thing {}

    /** @param territory none when the line is not known @param answeredBy who owes its outcome */
    record Call(Optional<TerritoryCode> territory, Optional<PhysicianId> answeredBy) implements Thing {}

    /** An establishment's sheet, which all may read. */
    record EstablishmentSheet(Finess finess) implements Thing {}
}
