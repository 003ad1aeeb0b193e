package fr.appui.dispatch;

import fr.appui.directory.SupportLine;
import fr.appui.rota.OnDuty;

/** A line inside its hours, with the ladder of the moment at which the call came in. */
record OpenLine(SupportLine line, OnDuty.Open duty) {}
