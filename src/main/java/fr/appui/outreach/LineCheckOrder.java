package fr.appui.outreach;

import fr.appui.directory.SupportLine;
import java.util.UUID;

/** @param check to be given back with the answer */
public record LineCheckOrder(UUID check, SupportLine line, Callee physician) {}
