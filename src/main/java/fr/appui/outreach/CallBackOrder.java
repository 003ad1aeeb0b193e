package fr.appui.outreach;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.trace.CallId;

/** @param line whose number both see; @param attempt by which the trace tells this attempt from the others of the call */
public record CallBackOrder(CallId call, int attempt, SupportLine line, Callee physician, PhoneNumber caller) {}
