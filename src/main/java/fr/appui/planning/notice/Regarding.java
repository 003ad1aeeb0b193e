package fr.appui.planning.notice;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;

/** To whom a notice is written, and for which territory: so that whoever coordinates it sees whether it left. */
public record Regarding(TerritoryCode territory, PhysicianId physician) {}
